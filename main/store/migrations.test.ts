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

test('one parcel to a cell, one of a case and direction, one act at a door: the database itself refuses a second', () => {
  const { db } = openedStore({ path: newPath(), log: quiet });
  const parcel = (id: string, caseNumber: string, state: string, cell: number | null) =>
    db
      .prepare(`INSERT INTO locker_parcels (id, revision, case_number, direction, size, agents, unverified, state, cell,
        created_at, changed_at) VALUES (?, 1, ?, 'document', 'medium', 0, 0, ?, ?, 0, 0)`)
      .run(id, caseNumber, state, cell);
  const act = (id: string, state: string) =>
    db
      .prepare(`INSERT INTO locker_acts (id, revision, kind, state, cell, actor, planned_at, changed_at)
        VALUES (?, 1, 'inspect', ?, 1, '{}', 0, 0)`)
      .run(id, state);
  parcel('a', '1', 'stored', 1);
  expect(() => parcel('b', '2', 'planned', 1)).toThrow('locker_parcels.cell');
  expect(() => parcel('c', '1', 'inHand', null)).toThrow('locker_parcels.case_number');
  expect(() => parcel('d', '3', 'stored', null)).toThrow('CHECK');
  expect(() => parcel('e', '3', 'released', 2)).toThrow('CHECK');
  parcel('f', '1', 'released', null);
  act('g', 'open');
  expect(() => act('h', 'planned')).toThrow('locker_acts.cell');
  act('i', 'closed');
});

test('what a snapshot of the staff’s page and every proof ask for uses an index', () => {
  const { db } = openedStore({ path: newPath(), log: quiet });
  const plan = (sql: string): string =>
    db
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => detail)
      .join('\n');
  expect(plan(`SELECT * FROM locker_parcels WHERE cell = 5`)).toContain('locker_parcels_one_per_cell');
  expect(plan(`SELECT * FROM locker_parcels WHERE cell IS NOT NULL`)).toContain('locker_parcels_one_per_cell');
  expect(plan(`SELECT * FROM locker_parcels WHERE person = x'00' AND direction = 'document'`)).toContain(
    'locker_parcels_person',
  );
  expect(plan(`SELECT * FROM locker_acts WHERE cell = 1 AND state IN ('planned', 'open')`)).toContain('locker_acts_');
  expect(plan(`SELECT * FROM locker_exceptions WHERE verdict IS NULL ORDER BY seq`)).not.toContain('TEMP B-TREE');
});
