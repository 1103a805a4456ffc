import { expect, test } from 'vitest';
import type { EntryText } from '../../../contract/catalogue/bundle.ts';
import type { CatalogueRefusal } from '../../../contract/catalogue/manifest.ts';
import { applyAnswer } from './apply-version.ts';
import type { Expected } from './read-answer.ts';
import { entriesOf, entryText, itemEntry, itemValue, surroundings, templateValue } from './testing/sample-entries.ts';
import { answerOf, bundleOf, expecting, openCatalogueFile, type Signer, signer } from './testing/signed.ts';
import { catalogueVersions } from './versions.ts';

const by = signer();
const log = (): void => undefined;
const good = bundleOf(2, entriesOf(3));

interface Sent {
  readonly outcome: string;
  readonly manifest: string;
  readonly signature: string;
  readonly entries: Record<string, string>;
}
const sent = (bundle = good, key: Signer = by): Sent =>
  JSON.parse(Buffer.from(answerOf(bundle, key)).toString()) as Sent;
const bytesOf = (answer: unknown): Uint8Array =>
  Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer));

/** Applies to a store that has version 1; says the refusal, and that version 1 is untouched. */
function refusal(
  bytes: Uint8Array,
  expected: Expected = expecting(by, 1),
): { reason: CatalogueRefusal; detail: string } {
  const db = openCatalogueFile();
  applyAnswer(db, log, answerOf(bundleOf(1, entriesOf(2)), by), expecting(by));
  const before = catalogueVersions(db).texts();
  const applied = applyAnswer(db, log, bytes, expected);
  if (applied.ok) throw new Error('it was taken');
  expect(catalogueVersions(db).numbers()).toEqual({ current: 1, previous: undefined, rejected: [] });
  expect(catalogueVersions(db).texts()).toEqual(before);
  return applied.error;
}
const withItem = (item: EntryText): Uint8Array => answerOf(bundleOf(2, [...surroundings, item]), by);
const raw = (value: unknown, id = '310000000001'): EntryText => ({ kind: 'item', id, text: JSON.stringify(value) });

test.each<[string, CatalogueRefusal, () => Uint8Array]>([
  [
    'one character of the manifest',
    'badSignature',
    () => bytesOf({ ...sent(), manifest: good.manifest.replace('true', 'false') }),
  ],
  ['a manifest of another key', 'badSignature', () => answerOf(good, signer())],
  ['a signature that is none', 'badSignature', () => bytesOf({ ...sent(), signature: '?' })],
  ['an older version', 'older', () => answerOf(bundleOf(1, entriesOf(4)), by)],
  ['another city', 'foreign', () => answerOf(bundleOf(2, entriesOf(3), 'other-city'), by)],
  ['half an answer', 'badManifest', () => answerOf(good, by).subarray(0, 4000)],
  ['a page of HTML', 'badManifest', () => bytesOf('<html>请登录</html>')],
  ['a manifest of another format', 'badManifest', () => answerOf({ ...good, manifest: '{"format":2}' }, by)],
])('%s is refused as %s', (_what, reason, bytes) => {
  expect(refusal(bytes()).reason).toBe(reason);
});

test('a rejected version is refused, and any version without a key', () => {
  expect(refusal(answerOf(good, by), expecting(by, 1, [2])).reason).toBe('rejected');
  expect(refusal(answerOf(good, by), { ...expecting(by, 1), publicKey: undefined }).reason).toBe('noKey');
});

test('an entry that was changed on the way, or left out, is refused with its name', () => {
  const answer = sent();
  const [digest = '', text = ''] = Object.entries(answer.entries).find(([, one]) => one.includes('第3号')) ?? [];
  const changed = { ...answer, entries: { ...answer.entries, [digest]: text.replace('第3号', '第4号') } };
  expect(refusal(bytesOf(changed))).toMatchObject({ reason: 'badDigest', detail: 'item/310000000003' });
  const { [digest]: _left, ...rest } = answer.entries;
  expect(refusal(bytesOf({ ...answer, entries: rest }))).toMatchObject({
    reason: 'missing',
    detail: 'item/310000000003',
  });
});

test('an entry that belongs to no version is not kept', () => {
  const db = openCatalogueFile();
  const stray = itemEntry(99);
  const answer = sent();
  const bytes = bytesOf({ ...answer, entries: { ...answer.entries, ['a'.repeat(64)]: stray.text } });
  expect(applyAnswer(db, log, bytes, expecting(by)).ok).toBe(true);
  expect([...catalogueVersions(db).texts().values()].some((text) => text.includes('第99号'))).toBe(false);
});

test('what an item may not have is refused by its place', () => {
  const form = (field: object) => {
    const value = itemValue(1);
    return raw({ ...value, machine: { ...(value.machine as object), form: [field] } });
  };
  const text = {
    type: 'text',
    key: 'a',
    label: { zh: '甲', en: 'A' },
    required: true,
    format: 'plain',
    minLength: 1,
    maxLength: 9,
  };
  expect(refusal(withItem(form({ ...text, pattern: '(a+)+$' })))).toMatchObject({ reason: 'badEntry' });
  expect(refusal(withItem(form({ ...text, pattern: '(a+)+$' }))).detail).toContain('machine.form.0');
  expect(refusal(withItem(form({ ...text, key: 'constructor' }))).detail).toContain('machine.form.0.key');
  expect(refusal(withItem(raw({ ...itemValue(1), name: { zh: '甲\u0007', en: 'A' } }))).detail).toContain('name.zh');
  expect(refusal(withItem(raw({ ...itemValue(1), themes: ['nowhere'] })))).toMatchObject({ reason: 'badReference' });
  const circle = {
    kind: 'template',
    id: 'plain',
    text: JSON.stringify({ ...templateValue(), template: 'plain' }),
  } as const;
  const entries = [...surroundings.filter(({ kind }) => kind !== 'template'), circle, itemEntry(1)];
  expect(refusal(answerOf(bundleOf(2, entries), by))).toMatchObject({ reason: 'badEntry' });
});

test('__proto__ is a key like any other that nobody knows', () => {
  const text = JSON.stringify(itemValue(1)).replace('{', '{"__proto__":{"demand":100},');
  expect(refusal(withItem({ kind: 'item', id: '310000000001', text })).reason).toBe('badEntry');
  expect(({} as { demand?: number }).demand).toBeUndefined();
});

test('HTML in a name is text', () => {
  const db = openCatalogueFile();
  const name = '<img src=x onerror=alert(1)>';
  const bytes = withItem(itemEntry(1, name));
  expect(applyAnswer(db, log, bytes, expecting(by)).ok).toBe(true);
  expect([...catalogueVersions(db).texts().values()].join('')).toContain(name);
});

test('what is larger than a catalogue may be is refused before it is looked into', () => {
  const long = raw({ ...itemValue(1), name: { zh: '长'.repeat(10_000_000), en: 'A' } });
  expect(refusal(withItem(long)).reason).toBe('tooLarge');
  expect(refusal(Buffer.alloc(64 * 1024 * 1024 + 1, 0x20)).reason).toBe('tooLarge');
  const many = `{"format":1,"entries":[${'0,'.repeat(999_999)}0]}`;
  expect(refusal(answerOf({ manifest: many, texts: new Map() }, by))).toMatchObject({
    reason: 'tooLarge',
    detail: 'the number of entries',
  });
  const huge = `{"format":1,"entries":[${`{"kind":"item","id":"1","digest":"${'a'.repeat(64)}"},`.repeat(100_000)}0]}`;
  expect(refusal(answerOf({ manifest: huge, texts: new Map() }, by)).reason).toBe('tooLarge');
});

test('more names than the search can hold are refused, however few the entries', () => {
  const items = Array.from({ length: 12 }, (_, index) => itemEntry(index + 1));
  const phrase = (number: number) =>
    entryText('phrase', {
      id: `p${number}`,
      says: Array.from({ length: 40 }, (_, index) => `${'话'.repeat(30)}${number}-${index}`),
      items: items.map(({ id }) => id),
    });
  const phrases = Array.from({ length: 40 }, (_, index) => phrase(index));
  expect(refusal(answerOf(bundleOf(2, [...surroundings, ...items, ...phrases]), by))).toMatchObject({
    reason: 'tooLarge',
    detail: 'the names by which items are found',
  });
});

test('nesting as deep as a hundred thousand levels ends nothing', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  expect(refusal(bytesOf(`{"outcome":"changed","manifest":${deep}}`)).reason).toBe('badManifest');
  expect(refusal(answerOf({ manifest: `{"format":${deep}}`, texts: new Map() }, by)).reason).toBe('badManifest');
  const inItem = '['.repeat(30_000) + ']'.repeat(30_000);
  const text = JSON.stringify(itemValue(1)).replace('"aliases":["证明1"]', `"aliases":${inItem}`);
  expect(refusal(withItem({ kind: 'item', id: '310000000001', text })).reason).toBe('badEntry');
});
