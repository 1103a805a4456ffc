import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { EntryText } from '../../../contract/catalogue/bundle.ts';
import { ENTRY_SCHEMAS } from '../../../contract/catalogue/entries.ts';
import { type Db, diskCode } from '../../store/write.ts';
import { applyAnswer } from './apply-version.ts';
import { loadCurrent } from './load-version.ts';
import { codeOf, entriesOf, itemEntry, itemValue, surroundings } from './testing/sample-entries.ts';
import { answerOf, bundleOf, digestsIn, expecting, openCatalogueFile, signer } from './testing/signed.ts';
import { catalogueVersions } from './versions.ts';

const by = signer();
const log = (): void => undefined;

/** What is in use, as the codes and names of its items; `[]`: nothing. */
async function namesIn(db: Db): Promise<string[]> {
  const loaded = await loadCurrent(catalogueVersions(db));
  if (!loaded.ok) return [loaded.error];
  return loaded.value.entries.items.map(({ code, name }) => `${code} ${name.zh}`);
}

const expectedNames = (entries: readonly EntryText[]): string[] =>
  entries
    .filter(({ kind }) => kind === 'item')
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, text }) => `${id} ${(JSON.parse(text) as { name: { zh: string } }).name.zh}`);

test('after any row of additions, changes and removals the store has what was published, and no more than two versions', async () => {
  const version = fc.dictionary(
    fc.integer({ min: 1, max: 12 }).map(String),
    fc.constantFrom('查询', '证明', '办理', '登记'),
    { minKeys: 1 },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(version, { minLength: 1, maxLength: 6 }), async (published) => {
      const db = openCatalogueFile();
      const versions = catalogueVersions(db);
      let had = new Set<string>();
      for (const [index, items] of published.entries()) {
        const entries = [
          ...surroundings,
          ...Object.entries(items).map(([number, name]) => itemEntry(Number(number), name)),
        ];
        const bundle = bundleOf(index + 1, entries);
        const applied = applyAnswer(db, log, answerOf(bundle, by, had), expecting(by, index));
        expect(applied).toMatchObject({ ok: true, value: { outcome: 'applied', version: index + 1 } });
        expect(await namesIn(db)).toEqual(expectedNames(entries));
        expect(new Set(versions.texts().keys())).toEqual(new Set([...had, ...digestsIn(bundle)]));
        had = digestsIn(bundle);
      }
      db.close();
    }),
    { numRuns: 15 },
  );
});

test('a disk that fails at any statement of an apply leaves the version before it, whole', async () => {
  const before = [...surroundings, itemEntry(1), itemEntry(2)];
  const after = [...surroundings, itemEntry(2, '改了名'), itemEntry(3)];
  let failed = 0;
  for (let at = 1; ; at += 1) {
    const db = openCatalogueFile();
    applyAnswer(db, log, answerOf(bundleOf(1, before), by), expecting(by));
    const broken = failingAt(db, at);
    const applied = applyAnswer(broken.db, log, answerOf(bundleOf(2, after), by), expecting(by, 1));
    if (!broken.hasFailed()) {
      expect(applied.ok).toBe(true);
      expect(await namesIn(db)).toEqual(expectedNames(after));
      break;
    }
    failed += 1;
    expect(applied).toEqual({ ok: false, error: { reason: 'storeFailed', detail: '' } });
    expect(await namesIn(db)).toEqual(expectedNames(before));
    expect(catalogueVersions(db).numbers()).toEqual({ current: 1, previous: undefined, rejected: [] });
  }
  expect(failed).toBeGreaterThan(8);
});

test('a row that the disk has changed is taken for missing, and mended by the next whole answer', async () => {
  const db = openCatalogueFile();
  const first = bundleOf(1, entriesOf(3));
  applyAnswer(db, log, answerOf(first, by), expecting(by));
  db.prepare(`UPDATE entries SET text = replace(text, '第2号', '第9号')`).run();
  expect(await namesIn(db)).toEqual(['damaged']);
  const second = bundleOf(2, [...entriesOf(3), itemEntry(4)]);
  const delta = answerOf(second, by, digestsIn(first));
  expect(applyAnswer(db, log, delta, expecting(by, 1))).toMatchObject({ ok: false, error: { reason: 'missing' } });
  expect(applyAnswer(db, log, answerOf(second, by), expecting(by, 1)).ok).toBe(true);
  expect(await namesIn(db)).toHaveLength(4);
});

test('what a form leaves out is what its schema says: also in what was stored as it came', async () => {
  const value = itemValue(1);
  const field = { type: 'text', key: 'plate', label: { zh: '车牌', en: 'Plate' }, maxLength: 9 };
  const item = { ...value, machine: { ...(value.machine as object), form: [field] } };
  const entry = { kind: 'item', id: codeOf(1), text: JSON.stringify(item) } as const;
  const db = openCatalogueFile();
  expect(applyAnswer(db, log, answerOf(bundleOf(1, [...surroundings, entry]), by), expecting(by)).ok).toBe(true);
  const loaded = await loadCurrent(catalogueVersions(db));
  if (!loaded.ok) throw new Error(loaded.error);
  const [{ machine } = { machine: {} }] = loaded.value.entries.items;
  expect(machine).toMatchObject({ form: [{ ...field, required: true, format: 'plain', minLength: 1 }] });
});

test('nothing but forms has defaults: what is loaded is not put through the schemas again', () => {
  for (const [kind, schema] of Object.entries(ENTRY_SCHEMAS)) {
    const words = JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' }), (key, value: unknown) =>
      key === 'form' ? undefined : value,
    );
    expect(words, kind).not.toContain('"default":');
  }
});

test('phrases and aliases lead to their items', async () => {
  const db = openCatalogueFile();
  applyAnswer(db, log, answerOf(bundleOf(1, entriesOf(2)), by), expecting(by));
  const loaded = await loadCurrent(catalogueVersions(db));
  if (!loaded.ok) throw new Error(loaded.error);
  const texts = loaded.value.sources().map(({ names }) => names.map(({ text }) => text));
  expect(texts).toEqual([
    ['第1号证明查询', '证明1', '开个证明'],
    ['第2号证明查询', '证明2'],
  ]);
});

/** The same database, with the n-th statement that runs answered by a failing disk. */
function failingAt(db: Db, at: number): { db: Db; hasFailed(): boolean } {
  const prepare = db.prepare.bind(db);
  let count = 0;
  const tick = (): void => {
    count += 1;
    if (count === at) throw diskError(db);
  };
  const broken = new Proxy(db, {
    get(target, name) {
      if (name !== 'prepare') {
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      }
      return (source: string) => {
        const statement = prepare(source);
        for (const call of ['run', 'get', 'all'] as const) {
          const original = statement[call].bind(statement);
          statement[call] = (...values: unknown[]) => {
            tick();
            return original(...values) as never;
          };
        }
        return statement;
      };
    },
  });
  return { db: broken, hasFailed: () => count >= at };
}

/** A real error of SQLite, of the kind that `write` knows. */
function diskError(db: Db): unknown {
  try {
    db.exec('PRAGMA query_only = ON; CREATE TABLE refused (a)');
  } catch (error) {
    db.exec('PRAGMA query_only = OFF');
    if (diskCode(error) !== undefined) return error;
  }
  throw new Error('SQLite wrote to a database that is read-only');
}
