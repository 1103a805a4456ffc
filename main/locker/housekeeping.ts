import type { Clock } from '../../native/clock.ts';
import type { Ledger } from './ledger.ts';
import { DAY_MS, type ParcelBook } from './parcels/parcel-book.ts';
import type { LockerTables } from './store/tables.ts';

export const HOUR_MS = 3_600_000;
/** How long rows without a person stay for the technician; only what the center has is erased. */
export const KEEP_DAYS = 190;
/** How long a used code is known to be one. */
export const USED_CODE_DAYS = 30;

export interface HousekeepingParts {
  readonly tables: LockerTables;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly parcels: ParcelBook;
  readonly overdueDays: number;
}

/** Once an hour: who has not come is reminded, once; what is not needed any more is erased. */
export function createHousekeeping({ tables, ledger, clock, parcels, overdueDays }: HousekeepingParts) {
  let cancel: (() => void) | undefined;

  const remind = (): void => {
    const due = tables.parcels.overdue.all(ledger.now() - overdueDays * DAY_MS);
    if (due.length === 0) return;
    // A disk that refuses is asked again in an hour.
    ledger.commit(() => {
      for (const parcel of due) parcels.markOverdue(parcel);
    });
  };
  const erase = (): void => {
    const before = ledger.now() - KEEP_DAYS * DAY_MS;
    ledger.commit(() => {
      for (const table of [tables.parcels, tables.acts, tables.exceptions, tables.evidence, tables.deeds]) {
        table.remove.run(before);
      }
      tables.codes.removeUsed.run(ledger.now() - USED_CODE_DAYS * DAY_MS);
      tables.tries.removeOld.run(ledger.now() - DAY_MS);
    });
  };
  const now = (): void => {
    cancel = clock.after(HOUR_MS, now);
    remind();
    erase();
  };
  return { start: now, stop: (): void => cancel?.() };
}
