import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { systemClock } from '../../../native/clock.ts';
import { migrate } from '../../store/migrate.ts';
import { MIGRATIONS } from '../../store/migrations.ts';
import { createPrintStore } from './print-store.ts';

const PRINT = { printId: 'p-1', transactionId: 't-1', jobName: 'tb-1', printerUri: 'ipp://localhost/', pages: 2 };

function open() {
  const db = new Sqlite(':memory:');
  migrate(db, MIGRATIONS);
  return { db, store: createPrintStore(db, systemClock, () => undefined) };
}

test('a print keeps its job number through every later state', () => {
  const { store } = open();
  store.plan(PRINT);
  store.created('p-1', 42);
  store.sent('p-1');
  store.ended('p-1', { outcome: 'printed', impressions: 2 }, true);
  expect(store.ofTransaction('t-1')).toEqual({
    ok: true,
    value: [{ ...PRINT, jobId: 42, state: 'printed', impressions: 2, errorCode: null, settled: true }],
  });
});

test('a change of a print that was never planned is a bug', () => {
  expect(() => open().store.sent('p-9')).toThrow('p-9');
});

test('one print id and one job name make one print', () => {
  const { store } = open();
  store.plan(PRINT);
  expect(() => store.plan({ ...PRINT, jobName: 'tb-2' })).toThrow('UNIQUE');
  expect(() => store.plan({ ...PRINT, printId: 'p-2' })).toThrow('UNIQUE');
});

test('a state outside the list cannot be written', () => {
  const { db, store } = open();
  store.plan(PRINT);
  expect(() => db.exec("UPDATE print_jobs SET state = 'done'")).toThrow('CHECK');
});

test('the question at the start reads only the open prints', () => {
  const { db } = open();
  const plan = db.prepare('EXPLAIN QUERY PLAN SELECT * FROM print_jobs WHERE settled = 0 ORDER BY planned_at').all();
  expect(JSON.stringify(plan)).toContain('USING INDEX print_jobs_unsettled');
  expect(JSON.stringify(plan)).not.toContain('TEMP B-TREE');
});
