import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openStore } from './database.ts';
import { isAtLeast } from './durability.ts';
import { openedStore, recordingLog, temporaryDirectory } from './test-store.ts';

const quiet = (): void => undefined;
const newPath = (): string => join(temporaryDirectory(), 'data', 'kiosk.sqlite');

function fill(path: string, rows: number): void {
  const store = openedStore({ path, log: quiet });
  const insert = store.db.prepare<[string, string]>('INSERT INTO meta VALUES (?, ?)');
  for (let n = 0; n < rows; n += 1) insert.run(`row-${n}`, 'x'.repeat(400));
  store.close();
}

test('a reopened file would fall to synchronous=NORMAL; the store stands at FULL', () => {
  const path = newPath();
  openedStore({ path, log: quiet }).close();
  const bare = new Sqlite(path);
  expect(bare.pragma('synchronous', { simple: true })).toBe(1);
  bare.close();
  const { db } = openedStore({ path, log: quiet });
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(db.pragma('secure_delete', { simple: true })).toBe(1);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(db.pragma('wal_autocheckpoint', { simple: true })).toBe(1000);
  expect(db.pragma('journal_size_limit', { simple: true })).toBe(8 * 1024 * 1024);
});

test('nobody else can read the files', () => {
  const path = newPath();
  const { db } = openedStore({ path, log: quiet });
  db.prepare('INSERT INTO meta VALUES (?, ?)').run('a', 'b');
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
  const names = readdirSync(dirname(path));
  expect(names).toEqual(expect.arrayContaining(['kiosk.sqlite', 'kiosk.sqlite-wal', 'kiosk.sqlite-shm']));
  for (const name of names) expect(statSync(join(dirname(path), name)).mode & 0o777, name).toBe(0o600);
});

test('a database from the future is refused and not touched', () => {
  const path = newPath();
  const store = openedStore({ path, log: quiet });
  store.db.pragma('user_version = 9999');
  store.close();
  const before = readFileSync(path);
  expect(openStore({ path, log: quiet })).toEqual({ ok: false, error: 'fromTheFuture' });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a second owner is refused, and let in after the first has closed', () => {
  const path = newPath();
  const first = openedStore({ path, log: quiet });
  expect(openStore({ path, log: quiet })).toEqual({ ok: false, error: 'inUse' });
  first.close();
  first.close();
  expect(openStore({ path, log: quiet }).ok).toBe(true);
});

test('rubbish in the lock file does not keep the kiosk from starting', () => {
  const path = newPath();
  openedStore({ path, log: quiet }).close();
  writeFileSync(`${path}.owner`, 'not a database, but long enough to look at: '.repeat(40));
  expect(openStore({ path, log: quiet }).ok).toBe(true);
});

test.each([
  ['overwritten in the middle', (path: string) => writeFileSync(path, 'x'.repeat(12_288), { flag: 'r+' })],
  ['cut off', (path: string) => truncateSync(path, 10_000)],
  ['no database at all', (path: string) => writeFileSync(path, 'hello '.repeat(2000))],
])('a database that was %s is kept aside and a fresh one begun', (_what, damage) => {
  const path = newPath();
  fill(path, 200);
  damage(path);
  const { log, entries } = recordingLog();
  const store = openedStore({ path, log });
  expect(store.db.prepare('SELECT count(*) FROM meta').pluck().get()).toBe(0);
  expect(existsSync(`${path}.corrupt-1`)).toBe(true);
  expect(entries.map(({ id }) => id)).toEqual(['store-moved-aside', 'store-open']);
  store.close();
  damage(path);
  openedStore({ path, log: quiet }).close();
  expect(existsSync(`${path}.corrupt-2`)).toBe(true);
});

test('that what was known before is lost stands beside the database, and not only at the start that found it', () => {
  const path = newPath();
  const first = openedStore({ path, log: quiet });
  expect(first.followsLost).toBe(false);
  first.close();
  writeFileSync(path, 'hello '.repeat(2000));
  for (const _start of ['finds it damaged', 'goes on', 'goes on']) {
    const store = openedStore({ path, log: quiet });
    expect(store.followsLost).toBe(true);
    store.close();
  }
});

test('a path that cannot be a file is a failure, not a crash', () => {
  const { log, entries } = recordingLog();
  expect(openStore({ path: '/proc/nowhere/kiosk.sqlite', log })).toEqual({ ok: false, error: 'cannotOpen' });
  expect(entries).toEqual([{ id: 'store-refused', fields: { code: expect.any(String) } }]);
});

test('closing leaves one whole file and no write-ahead log', () => {
  const path = newPath();
  fill(path, 20);
  expect(readdirSync(dirname(path)).sort()).toEqual(['kiosk.sqlite', 'kiosk.sqlite.owner']);
});

test('a slow statement is logged by its text, without the values', () => {
  const { log, entries } = recordingLog();
  let now = 0;
  const clock = { now: () => (now += 150), date: () => new Date(0), after: () => () => undefined };
  const { db } = openedStore({ path: newPath(), log, clock });
  db.prepare('INSERT INTO meta VALUES (?, ?)').run('secret', 'value');
  expect(entries.at(-1)).toEqual({
    id: 'store-slow',
    fields: { elapsedMs: 150, statement: 'INSERT INTO meta VALUES (?, ?)' },
  });
});

test.each([
  ['3.51.3', true],
  ['3.54.1', true],
  ['4.0', true],
  ['3.51.2', false],
  ['3.9.9', false],
])('SQLite %s is new enough: %s', (version, isNew) => {
  expect(isAtLeast(version, '3.51.3')).toBe(isNew);
});
