import type { CellView } from '../../contract/locker.ts';
import type { ExceptionRow, ParcelRow } from '../../contract/staff-rows.ts';
import { bilingualSchema } from '../../contract/text.ts';
import type { Sealer } from '../store/sealing.ts';
import type { Doors } from './cells/doors.ts';
import type { LockerFront } from './cells/front.ts';
import type { LockerView } from './locker.ts';
import { maskedHolder } from './parcels/holder.ts';
import { DAY_MS } from './parcels/parcel-book.ts';
import type { StoredException } from './store/exceptions.ts';
import type { StoredParcel } from './store/parcels.ts';
import type { LockerTables } from './store/tables.ts';

export interface ViewParts {
  readonly tables: LockerTables;
  readonly sealer: Sealer;
  readonly front: LockerFront;
  readonly doors: Doors;
  readonly now: () => number;
  readonly readiness: LockerView['readiness'];
  readonly onChange: LockerView['onChange'];
}

/** What staff may see of it: masked, and read from the store each time. */
export function createView(parts: ViewParts): LockerView {
  const { tables, sealer, front, doors, now, readiness, onChange } = parts;
  const sinceOf = (parcel: StoredParcel): number => parcel.stored_at ?? parcel.created_at;

  const rowOf = (parcel: StoredParcel): ParcelRow => ({
    id: parcel.id,
    cell: parcel.cell,
    direction: parcel.direction,
    state: parcel.state,
    caseNumber: parcel.case_number,
    ...(parcel.item_name !== null && { itemName: bilingualSchema.parse(JSON.parse(parcel.item_name)) }),
    maskedHolder: maskedHolder(sealer, parcel),
    since: new Date(sinceOf(parcel)).toISOString(),
    // A clock that was set back must not count below nothing.
    days: Math.max(0, Math.floor((now() - sinceOf(parcel)) / DAY_MS)),
    overdue: parcel.overdue === 1,
  });
  const exceptionRow = ({ id, kind, cell, parcel_id, at }: StoredException): ExceptionRow => {
    const here = cell === null ? undefined : tables.parcels.inCell.get(cell);
    const parcel = here ?? (parcel_id === null ? undefined : tables.parcels.byId.get(parcel_id));
    return { id, kind, cell, ...(parcel && { parcel: rowOf(parcel) }), since: new Date(at).toISOString() };
  };
  const stateOf = (isWell: boolean, parcel: StoredParcel | undefined): CellView['state'] => {
    if (!isWell) return 'outOfService';
    if (parcel === undefined) return 'free';
    return parcel.state === 'planned' || parcel.state === 'putting' ? 'reserved' : 'occupied';
  };

  return {
    readiness,
    columns: front.columns,
    cells() {
      const parcels = new Map(tables.parcels.inCells.all().map((parcel) => [parcel.cell, parcel]));
      const waiting = tables.exceptions.open.all();
      const rows = new Map(tables.cells.all.all().map((row) => [row.cell, row]));
      return front.cells.map((cell): CellView => {
        const parcel = parcels.get(cell);
        const out = rows.get(cell)?.out ?? null;
        const exceptions = waiting.filter((exception) => exception.cell === cell).map(({ kind }) => kind);
        return {
          cell,
          size: front.sizeOf(cell),
          state: stateOf(out === null && exceptions.length === 0, parcel),
          door: doors.of(cell).door,
          item: doors.of(cell).item,
          ...(out !== null && { out }),
          ...(parcel && {
            parcel: {
              id: parcel.id,
              direction: parcel.direction,
              state: parcel.state,
              since: new Date(sinceOf(parcel)).toISOString(),
              overdue: parcel.overdue === 1,
            },
          }),
          exceptions,
        };
      });
    },
    parcels: (direction) => tables.parcels.live.all(direction).map(rowOf),
    parcel(id) {
      const parcel = tables.parcels.byId.get(id);
      return parcel && { ...rowOf(parcel), agents: parcel.agents === 1 };
    },
    exceptions: () => tables.exceptions.open.all().map(exceptionRow),
    lastIn(cell) {
      const id = tables.cells.byCell.get(cell)?.last_parcel ?? null;
      const parcel = id === null ? undefined : tables.parcels.byId.get(id);
      return parcel && rowOf(parcel);
    },
    looked(exceptionId) {
      const exception = tables.exceptions.openById.get(exceptionId);
      if (exception === undefined) return false;
      if (exception.cell === null) return true;
      const { cell, after_act: afterAct, at } = exception;
      // By an act; or with the key, where the lock does not open any more.
      return tables.acts.lookedSince.get(cell, afterAct) !== undefined || doors.openedSince(cell, at);
    },
    onChange,
  };
}
