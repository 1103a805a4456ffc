import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { digestOf, type EntryText, makeBundle, writeBundle } from '../../contract/catalogue/bundle.ts';
import { ENTRY_SCHEMAS, type EntryKind } from '../../contract/catalogue/entries.ts';
import { handlingCode, implementationCode, usccCheckCharacter } from '../../contract/catalogue/item-code.ts';
import { type CatalogueAnswer, catalogueAnswerSchema, type Manifest } from '../../contract/catalogue/manifest.ts';
import { kioskHeaders, type Rig, startRig } from '../center-rig.ts';

// A small catalogue of guides, through the door that a kiosk uses.

const both = (zh: string, en: string) => ({ zh, en });
const entry = (kind: EntryKind, value: object): EntryText => {
  const parsed = ENTRY_SCHEMAS[kind].parse(value);
  return { kind, id: 'code' in parsed ? parsed.code : parsed.id, text: JSON.stringify(parsed) };
};
const uscc = `11310000MB2F00001${usccCheckCharacter('11310000MB2F00001') ?? ''}`;
const codeOf = (number: number): string => `31${String(number).padStart(10, '0')}`;

const guide = (number: number, name = `第${number}号事项`): EntryText =>
  entry('item', {
    code: codeOf(number),
    implementationCode: implementationCode(uscc, '3', codeOf(number)),
    handlingCode: handlingCode(implementationCode(uscc, '3', codeOf(number)), 1),
    name: both(name, `Matter ${number}`),
    aliases: [],
    department: 'police',
    handledBy: { authority: both('样本局', 'Sample Bureau'), hours: both('工作日', 'Working days'), phone: '021-1234' },
    division: '319999',
    regions: [],
    type: '20',
    level: '3',
    audience: 'person',
    themes: [],
    terminal: false,
    handlingForms: ['counter'],
    guide: {
      conditions: [both('本人。', 'The person.')],
      materials: [
        {
          name: both('户口簿', 'Household register'),
          form: 'original',
          copies: 1,
          necessity: 'later',
          source: 'applicant',
          licence: true,
        },
      ],
      legalDays: 10,
      promisedDays: 5,
      fee: both('每份20元。', '20 yuan each.'),
      steps: [both('交材料。', 'Hand in the papers.')],
      visits: 1,
      online: true,
      reach: 'city',
      result: both('批复', 'A decision'),
      offers: ['guide', 'qr'],
      faq: [],
    },
    icon: 'guide',
    machine: { kind: 'guide', who: ['holder'], devices: [] },
    state: { kind: 'open' },
    demand: 1,
  });
const police = entry('department', { id: 'police', name: both('公安', 'Police'), rank: 1, onHome: true, sections: [] });

const about = { catalogue: 'test-city', version: 7, publishedAt: '2026-11-20T08:00:00+08:00', sample: true };
const directory = mkdtempSync(join(tmpdir(), 'center-catalogue-'));
const fileOfVersion = (version: number, ...entries: EntryText[]): string => {
  const file = join(directory, `${version}-${digestOf(JSON.stringify(entries)).slice(0, 8)}.jsonl`);
  writeFileSync(file, writeBundle(makeBundle({ ...about, version }, entries)));
  return file;
};
const fileOf = (...entries: EntryText[]): string => fileOfVersion(about.version, ...entries);

let rig: Rig;
beforeEach(async () => {
  rig = await startRig({ catalogueFile: fileOf(police, guide(1), guide(2)) });
});
afterEach(() => rig.end());

async function since(version: number | string): Promise<CatalogueAnswer> {
  const response = await rig.send('GET', `/v1/catalogue?since=${version}`);
  expect(response.status).toBe(200);
  return catalogueAnswerSchema.parse(await response.json());
}
async function changedSince(version: number) {
  const answer = await since(version);
  if (answer.outcome !== 'changed') throw new Error('unchanged');
  const manifest = JSON.parse(answer.manifest) as Manifest;
  return {
    ...answer,
    parsed: manifest,
    ids: manifest.entries.filter(({ digest }) => digest in answer.entries).map(({ id }) => id),
  };
}

test('the first version is that of the file, whole and signed by a key that only its owner can read', async () => {
  const { manifest, signature, parsed, entries, ids } = await changedSince(0);
  expect(parsed).toMatchObject({ catalogue: 'test-city', version: 7 });
  expect(
    verify(null, Buffer.from(manifest), createPublicKey(rig.catalogue.publicKey), Buffer.from(signature, 'base64')),
  ).toBe(true);
  expect(ids).toEqual(['police', codeOf(1), codeOf(2)]);
  for (const [digest, text] of Object.entries(entries)) expect(digestOf(text)).toBe(digest);
  expect(statSync(join(rig.dataDir, 'catalogue-signing.pem')).mode & 0o777).toBe(0o600);
});

test('a kiosk gets only what its version had not; an unknown version gets all', async () => {
  expect(await rig.catalogue.publish([police, guide(2), guide(3)])).toBe(8);
  expect(await since(8)).toEqual({ outcome: 'unchanged', version: 8 });
  expect((await changedSince(7)).ids).toEqual([codeOf(3)]);
  expect((await changedSince(3)).ids).toEqual(['police', codeOf(2), codeOf(3)]);
  expect((await since(9)).outcome).toBe('unchanged');
  expect(rig.catalogue.current()?.entries.map(({ id }) => id)).toEqual(['police', codeOf(2), codeOf(3)]);
});

test('a start with the same file publishes nothing; another file is the next version; key and versions stay', async () => {
  const { publicKey } = rig.catalogue;
  await rig.restart();
  expect((await since(7)).outcome).toBe('unchanged');
  expect(rig.catalogue.publicKey).toBe(publicKey);
  await rig.restart({ catalogueFile: fileOf(police, guide(1, '改了名')) });
  const { parsed, ids } = await changedSince(7);
  expect(parsed).toMatchObject({ version: 8, catalogue: 'test-city', publishedAt: '2026-11-21T02:00:00.000Z' });
  expect(ids).toEqual([codeOf(1)]);
});

test('a file that is ahead is published under its own number: kiosks that came with it would take nothing behind it', async () => {
  await rig.restart({ catalogueFile: fileOfVersion(20, police, guide(1)) });
  expect((await changedSince(7)).parsed.version).toBe(20);
  await rig.restart({ catalogueFile: fileOfVersion(30, police, guide(1)) });
  expect((await changedSince(20)).parsed.version).toBe(30);
  expect(await rig.catalogue.publish([police, guide(2)])).toBe(31);
});

test('what kiosks would refuse is not published', async () => {
  const lost: EntryText = { ...guide(1), text: guide(1).text.replace('"police"', '"nowhere"') };
  await expect(rig.catalogue.publish([police, lost])).rejects.toThrow('badReference');
  expect((await since(7)).outcome).toBe('unchanged');
});

test('strangers and wrong numbers are sent away', async () => {
  expect((await rig.send('GET', '/v1/catalogue?since=0', undefined, {})).status).toBe(401);
  const wrongKey = { ...kioskHeaders(), authorization: 'Bearer specimen-key-9999-zzzz' };
  expect((await rig.send('GET', '/v1/catalogue?since=0', undefined, wrongKey)).status).toBe(401);
  for (const number of ['-1', 'x', '1.5', '99999999999']) {
    expect((await rig.send('GET', `/v1/catalogue?since=${number}`)).status).toBe(400);
  }
  expect((await rig.send('GET', '/v1/catalogue/key')).status).toBe(404);
});

test('the page of an item needs no key, says all in both languages and that it is a sample', async () => {
  await rig.catalogue.publish([police, guide(1, '<b>证明</b>')]);
  const response = await rig.send('GET', `/items/${codeOf(1)}`, undefined, {});
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  const html = await response.text();
  for (const text of [
    '&lt;b&gt;证明&lt;/b&gt;',
    'Matter 1',
    '户口簿',
    '每份20元。',
    '5 个工作日',
    '样本局',
    '021-1234',
    '交材料。',
    '样本数据',
    'Sample data',
    'Household register',
    '5 working days',
  ]) {
    expect(html).toContain(text);
  }
  expect(html).not.toContain('<b>');
  for (const code of [codeOf(2), 'x', '%2e%2e']) {
    const missing = await rig.send('GET', `/items/${code}`, undefined, {});
    expect(missing.status).toBe(404);
  }
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));
