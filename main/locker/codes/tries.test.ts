import { expect, test } from 'vitest';
import { temporaryStore } from '../../store/test-store.ts';
import { createLedger } from '../ledger.ts';
import { lockerTables } from '../store/tables.ts';
import { createTries } from './tries.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

test('a clock that is set back closes the pad once more for its time, and not until that day comes again', () => {
  const { store, sealer } = temporaryStore();
  let wallMs = Date.parse('2026-11-21T02:00:00Z');
  const ledger = createLedger({
    db: store.db,
    sealer,
    clock: { now: () => 0, date: () => new Date(wallMs), after: () => () => undefined },
    log: () => undefined,
    onQueued: () => undefined,
    onCommitted: () => undefined,
    reportCells: () => undefined,
  });
  const tries = createTries({ tables: lockerTables(store.db), ledger, sealer, wrongCodes: 2, lockMinutes: 10 });
  for (const _ of [1, 2]) ledger.commit(() => tries.wrong('machine'));
  expect(tries.lockedMs('machine')).toBe(10 * MINUTE_MS);

  wallMs -= 3 * DAY_MS;
  expect(tries.lockedMs('machine')).toBe(10 * MINUTE_MS);
  wallMs += 9 * MINUTE_MS;
  expect(tries.lockedMs('machine')).toBe(MINUTE_MS);
  wallMs += MINUTE_MS;
  expect(tries.lockedMs('machine')).toBe(0);
});
