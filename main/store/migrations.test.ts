import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from './database.ts';
import { schemaVersion } from './migrate.ts';
import { inOrder, MIGRATIONS } from './migrations.ts';
import { openedStore, temporaryDirectory } from './test-store.ts';

const quiet = (): void => undefined;
const newPath = (): string => join(temporaryDirectory(), 'kiosk.sqlite');

test.each(MIGRATIONS.map((migration) => [migration.name, migration] as const))(
  '%s runs on the schema before it',
  (_, migration) => {
    const path = newPath();
    const before = openedStore({ path, log: quiet, migrations: MIGRATIONS.slice(0, migration.version - 1) });
    expect(schemaVersion(before.db)).toBe(migration.version - 1);
    before.close();
    const { db } = openedStore({ path, log: quiet, migrations: MIGRATIONS.slice(0, migration.version) });
    expect(schemaVersion(db)).toBe(migration.version);
  },
);

test('two migrations with one number, or a gap, are refused', () => {
  const migration = (version: number) => ({ version, name: `m${version}`, sql: '' });
  expect(() => inOrder([migration(1), migration(1)])).toThrow('must be 2');
  expect(() => inOrder([migration(1), migration(3)])).toThrow('must be 2');
});

test('a migration that fails half-way leaves nothing behind, and the next start tries it again', () => {
  const path = newPath();
  const good = { version: 1, name: 'good', sql: 'CREATE TABLE good (a) ' };
  const broken = { version: 2, name: 'broken', sql: 'CREATE TABLE half (a); INSERT INTO nowhere VALUES (1);' };
  expect(() => openStore({ path, log: quiet, migrations: [good, broken] })).toThrow('nowhere');
  const { db } = openedStore({ path, log: quiet, migrations: [good, { ...broken, sql: 'CREATE TABLE half (a)' }] });
  expect(schemaVersion(db)).toBe(2);
});

test('a query of the courier and of the settling at start uses an index', () => {
  const { db } = openedStore({ path: newPath(), log: quiet });
  const plan = (sql: string): string =>
    db
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => detail)
      .join('\n');
  expect(plan(`SELECT 1 FROM outbox WHERE state = 'waiting' AND topic = 'x' AND sequence < 5`)).toContain(
    'outbox_waiting',
  );
  expect(plan(`SELECT * FROM transactions WHERE state IN ('started', 'unknown') ORDER BY started_at`)).toContain(
    'transactions_unfinished',
  );
  expect(plan(`SELECT * FROM transactions WHERE person = x'00' AND changed_at >= 1`)).toContain('transactions_person');
});
