import type { StaffReason } from '../../../contract/locker.ts';
import type { Ledger } from '../ledger.ts';
import type { StaffActor } from '../locker.ts';
import type { Deed } from '../store/evidence.ts';
import type { LockerTables } from '../store/tables.ts';

/** Records of what staff did without opening a door. Runs within a commit. */
export interface Deeds {
  write(
    deed: Deed['deed'],
    by: StaffActor,
    what?: { readonly cell?: number | null; readonly parcelId?: string | null; readonly reason?: StaffReason },
  ): void;
}

export const createDeeds = (tables: LockerTables, ledger: Ledger): Deeds => ({
  write: (deed, { number, second }, what = {}) =>
    void tables.deeds.insert.run({
      deed,
      number,
      second: second ?? null,
      cell: what.cell ?? null,
      parcel_id: what.parcelId ?? null,
      reason: what.reason ?? null,
      at: ledger.now(),
    }),
});
