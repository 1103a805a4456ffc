import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { type Bundle, type EntryText, writeBundle } from '../../contract/catalogue/bundle.ts';
import type { LogEventId } from '../../contract/log-events.ts';
import { err, ok } from '../../contract/result.ts';
import { systemClock } from '../../native/clock.ts';
import { type CatalogueKeeper, openCatalogue } from './keeper.ts';
import { codeOf, entriesOf, itemEntry, surroundings } from './store/testing/sample-entries.ts';
import { answerOf, bundleOf, digestsIn, type Signer, signer, temporary } from './store/testing/signed.ts';

/** A machine and what its center would answer. */
interface Machine {
  readonly dataDir: string;
  readonly by: Signer;
  /** What the center has: the newest last. */
  readonly published: Bundle[];
  readonly asked: number[];
  readonly events: LogEventId[];
  seed(bundle: Bundle): void;
  open(): Promise<CatalogueKeeper>;
}

function machine(): Machine {
  const directory = temporary();
  const dataDir = join(directory, 'kiosk');
  const seedFile = join(directory, 'catalogue.jsonl');
  const by = signer();
  const published: Bundle[] = [];
  const asked: number[] = [];
  const events: LogEventId[] = [];
  const versionOf = ({ manifest }: Bundle): number => (JSON.parse(manifest) as { version: number }).version;
  const answer = (since: number): Uint8Array => {
    const newest = published.at(-1);
    if (newest === undefined || versionOf(newest) <= since) {
      return Buffer.from(JSON.stringify({ outcome: 'unchanged', version: since }));
    }
    const had = published.find((bundle) => versionOf(bundle) === since);
    return answerOf(newest, by, had && digestsIn(had));
  };
  return {
    dataDir,
    by,
    published,
    asked,
    events,
    seed: (bundle) => writeFileSync(seedFile, writeBundle(bundle)),
    async open() {
      const keeper = await openCatalogue({
        dataDir,
        seedFile,
        site: { kioskId: '310120-0042', division: '310120' },
        catalogueKey: by.publicKey,
        fetchDelta: async (since) => {
          asked.push(since);
          return ok(answer(since));
        },
        clock: systemClock,
        log: (id) => void events.push(id),
      });
      onTestFinished(() => keeper.close());
      return keeper;
    },
  };
}

const items = (...numbers: number[]): EntryText[] => [...surroundings, ...numbers.map((number) => itemEntry(number))];
const codesIn = (keeper: CatalogueKeeper): string[] =>
  keeper
    .current()
    .items.map(({ code }) => code)
    .toSorted();

test('a machine that never met its center serves with the seed, and finds in it', async () => {
  const kiosk = machine();
  kiosk.seed(bundleOf(1, entriesOf(3)));
  const keeper = await kiosk.open();
  expect(codesIn(keeper)).toEqual([1, 2, 3].map(codeOf));
  expect(keeper.current().search('第2号', 5, 'zh-CN').hits[0]?.code).toBe(codeOf(2));
  expect(keeper.status()).toMatchObject({ catalogue: 'test-city', version: 1, items: 3 });
  expect(await keeper.checkNow()).toEqual({ outcome: 'unchanged' });
  expect(keeper.status().checkedAt).toBeDefined();
});

test('a new version comes by its differences, is used at once, and is there after a restart without network', async () => {
  const kiosk = machine();
  kiosk.seed(bundleOf(1, items(1, 2)));
  kiosk.published.push(bundleOf(1, items(1, 2)), bundleOf(2, items(2, 3)));
  const keeper = await kiosk.open();
  const held = keeper.current().byCode(codeOf(1));
  let changes = 0;
  keeper.onChange(() => {
    changes += 1;
  });
  expect(await keeper.checkNow()).toEqual({ outcome: 'applied', version: 2 });
  expect(changes).toBeGreaterThan(0);
  expect(codesIn(keeper)).toEqual([2, 3].map(codeOf));
  expect(keeper.current().search('第3号', 5, 'zh-CN').hits[0]?.code).toBe(codeOf(3));
  // Somebody in a visit keeps what they hold.
  expect(held?.name.zh).toBe('第1号证明查询');
  expect(keeper.status()).toMatchObject({ version: 2, previousVersion: 1 });
  await keeper.close();
  const again = await kiosk.open();
  expect(codesIn(again)).toEqual([2, 3].map(codeOf));
});

test('what is refused is said, kept over a restart, and changes nothing', async () => {
  const kiosk = machine();
  kiosk.seed(bundleOf(1, items(1)));
  kiosk.published.push(bundleOf(1, items(1)), bundleOf(2, items(2), 'other-city'));
  const keeper = await kiosk.open();
  expect(await keeper.checkNow()).toMatchObject({ outcome: 'refused', refused: { reason: 'foreign', version: 2 } });
  expect(codesIn(keeper)).toEqual([codeOf(1)]);
  expect(keeper.status().refused).toMatchObject({ reason: 'foreign', version: 2, detail: 'other-city' });
  expect(kiosk.events).toContain('catalogue-refused');
  await keeper.close();
  const again = await kiosk.open();
  expect(again.status().refused).toMatchObject({ reason: 'foreign' });
  kiosk.published.push(bundleOf(3, items(1, 4)));
  expect(await again.checkNow()).toEqual({ outcome: 'applied', version: 3 });
  expect(again.status().refused).toBeUndefined();
});

test('a version that was rolled back does not come again, the one after it does', async () => {
  const kiosk = machine();
  kiosk.seed(bundleOf(1, items(1)));
  kiosk.published.push(bundleOf(1, items(1)), bundleOf(2, items(1, 2)));
  const keeper = await kiosk.open();
  await keeper.checkNow();
  expect(await keeper.rollback()).toEqual({ ok: true, value: 1 });
  expect(codesIn(keeper)).toEqual([codeOf(1)]);
  expect(await keeper.rollback()).toEqual({ ok: false, error: 'noPrevious' });
  expect(await keeper.checkNow()).toEqual({ outcome: 'unchanged' });
  await keeper.close();
  const again = await kiosk.open();
  expect(again.status().version).toBe(1);
  // What only the rejected version had is gone from this machine and is asked for again.
  kiosk.published.push(bundleOf(3, items(1, 2, 3)));
  expect(await again.checkNow()).toEqual({ outcome: 'applied', version: 3 });
  expect(codesIn(again)).toEqual([1, 2, 3].map(codeOf));
  expect(kiosk.asked.slice(-2)).toEqual([2, 0]);
});

test('a row that the disk has changed: the previous version, then the seed; and the center gives it again', async () => {
  const kiosk = machine();
  kiosk.seed(bundleOf(1, items(1)));
  kiosk.published.push(bundleOf(1, items(1)), bundleOf(2, items(1, 2)), bundleOf(3, items(1, 2, 3)));
  const keeper = await kiosk.open();
  await keeper.checkNow();
  await keeper.close();
  const damage = (text: string): void => {
    const db = new Sqlite(join(kiosk.dataDir, 'catalogue.sqlite'));
    db.prepare('UPDATE entries SET text = replace(text, ?, ?)').run(text, '坏');
    db.close();
  };
  damage('第3号');
  const second = await kiosk.open();
  expect(kiosk.events).toContain('catalogue-rolled-back');
  expect(codesIn(second)).toEqual([codeOf(1)]);
  expect(await second.checkNow()).toEqual({ outcome: 'applied', version: 3 });
  await second.close();
  damage('证明');
  const third = await kiosk.open();
  expect(third.status().version).toBe(1);
  expect(await third.checkNow()).toEqual({ outcome: 'applied', version: 3 });
  expect(codesIn(third)).toEqual([1, 2, 3].map(codeOf));
});

test('a program update brings a newer seed, not an older one; a seed of another city replaces everything', async () => {
  const kiosk = machine();
  kiosk.seed(bundleOf(2, items(1)));
  const first = await kiosk.open();
  await first.checkNow();
  await first.close();
  kiosk.seed(bundleOf(1, items(2)));
  const old = await kiosk.open();
  expect(old.status().version).toBe(2);
  await old.close();
  kiosk.seed(bundleOf(3, items(3)));
  const updated = await kiosk.open();
  expect(codesIn(updated)).toEqual([codeOf(3)]);
  await updated.checkNow();
  expect(updated.status()).toMatchObject({ version: 3, previousVersion: 2 });
  await updated.close();
  kiosk.seed(bundleOf(1, items(4), 'other-city'));
  const moved = await kiosk.open();
  await moved.checkNow();
  expect(moved.status()).toMatchObject({ catalogue: 'other-city', version: 1 });
  expect(moved.status().previousVersion).toBeUndefined();
});

test('entries that were checked by other rules are checked again', async () => {
  const kiosk = machine();
  kiosk.seed(bundleOf(1, items(1, 2)));
  const keeper = await kiosk.open();
  await keeper.checkNow();
  await keeper.close();
  const db = new Sqlite(join(kiosk.dataDir, 'catalogue.sqlite'));
  db.exec(`UPDATE notes SET value = 'rules of last year' WHERE name = 'checkedAs'; UPDATE entries SET spelled = '[]'`);
  db.close();
  const again = await kiosk.open();
  expect(again.current().search('第2号', 5, 'zh-CN').hits[0]?.code).toBe(codeOf(2));
  await again.close();
  const after = new Sqlite(join(kiosk.dataDir, 'catalogue.sqlite'));
  expect(after.prepare(`SELECT count(*) FROM entries WHERE spelled <> '[]'`).pluck().get()).toBe(2);
  after.close();
});

test('a disk that gives no database: the machine serves with the seed and says that it keeps nothing', async () => {
  const kiosk = machine();
  kiosk.seed(bundleOf(1, items(1)));
  kiosk.published.push(bundleOf(2, items(2)));
  mkdirSync(join(kiosk.dataDir, 'catalogue.sqlite'), { recursive: true });
  const keeper = await kiosk.open();
  expect(codesIn(keeper)).toEqual([codeOf(1)]);
  expect(await keeper.checkNow()).toMatchObject({ outcome: 'refused', refused: { reason: 'storeFailed' } });
  expect(keeper.status().refused?.reason).toBe('storeFailed');
  expect(await keeper.rollback()).toMatchObject({ ok: false });
});

test('a center that cannot be reached is no refusal', async () => {
  const kiosk = machine();
  const seedFile = join(kiosk.dataDir, '..', 'catalogue.jsonl');
  kiosk.seed(bundleOf(1, items(1)));
  const keeper = await openCatalogue({
    dataDir: kiosk.dataDir,
    seedFile,
    site: { kioskId: '310120-0042', division: '310120' },
    catalogueKey: undefined,
    fetchDelta: async () => err('center.unreachable'),
    clock: systemClock,
    log: (id) => void kiosk.events.push(id),
  });
  onTestFinished(() => keeper.close());
  expect(await keeper.checkNow()).toEqual({ outcome: 'failed', code: 'center.unreachable' });
  expect(kiosk.events).toContain('catalogue-check-failed');
  expect(keeper.status().refused).toBeUndefined();
});
