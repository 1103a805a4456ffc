import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeBundle } from '../../contract/catalogue/bundle.ts';
import { buildBundle } from './making/build-bundle.ts';
import { OWN, openRig } from './testing/catalogue-rig.ts';

let rig: ReturnType<typeof openRig>;
let catalogue: string;
beforeEach(() => {
  rig = openRig();
  catalogue = rig.copyCatalogue();
});
afterEach(() => rig.close());

/** Changes a file of the copy; the text that is replaced must be there. */
function change(file: string, from: string, to: string): string {
  const path = join(catalogue, 'source', file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
  return path;
}

test('the committed catalogue is what its sources give', () => {
  const built = buildBundle(OWN);
  if (!built.ok) throw new Error(JSON.stringify(built.error.slice(0, 3)));
  expect(writeBundle(built.value.bundle) === readFileSync(join(OWN, 'catalogue.jsonl'), 'utf8')).toBe(true);
});

test('counts what was built', async () => {
  const { code, out } = await rig.run('build', catalogue);
  expect(code).toBe(0);
  expect(out).toMatch(/^\d+ items, \d+ of them finished at the machine; \d+ bundles/m);
  expect(out).toMatch(/^3 regions:$/m);
  expect(out).toMatch(/^ +\d+ +\d+ {2}social-security /m);
});

test('a row without all columns: its line', async () => {
  const file = change('fire/items.tsv', '\t', ' ');
  expect((await rig.run('build', catalogue)).err).toContain(
    `${file}:1: (the first line): expected the columns serial, kind`,
  );
});

test('faults of several files are told together', async () => {
  const guides = change('fire/guides.json', '"legalDays"', '"legalDayz"');
  const finished = change('tobacco/self-service.json', '"query"', '"quary"');
  const { code, err } = await rig.run('build', catalogue);
  expect(code).toBe(1);
  expect(err).toMatch(new RegExp(`${guides}:\\d+: .*legalDayz: .*no such key`));
  expect(err).toMatch(new RegExp(`${finished}:\\d+: 0\\.kind: "quary": expected one of "print", "query"`));
});

test('a row that names a guide that is not there: the column and what there is', async () => {
  const table = join(catalogue, 'source/fire/items.tsv');
  const [head = '', first = '', ...rest] = readFileSync(table, 'utf8').split('\n');
  const cells = first.split('\t');
  writeFileSync(table, [head, cells.with(8, 'nothing').join('\t'), ...rest].join('\n'));
  expect((await rig.run('build', catalogue)).err).toContain(
    `${table}:2: guide: "nothing": expected one of guides.json: `,
  );
});

test('a sample of a made item that the template does not have: its place in the source', async () => {
  const file = join(catalogue, 'source/fire/self-service.json');
  const items = JSON.parse(readFileSync(file, 'utf8'));
  items[0].sample = { ...items[0].sample, nothing: { fixed: 'x' } };
  writeFileSync(file, JSON.stringify(items, null, 1));
  expect((await rig.run('check', catalogue)).err).toMatch(
    /self-service\.json:\d+: 0\.sample\.nothing: expected one of /,
  );
});

test('a folder that is no catalogue', async () => {
  const { code, err } = await rig.run('build', join(rig.dir, 'nowhere'));
  expect(code).toBe(1);
  expect(err).toContain('catalogue.json:1: (the file): there is no such file');
});
