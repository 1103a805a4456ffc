import type { StaffScreen } from '../../../contract/staff.ts';
import type { ParcelRow } from '../../../contract/staff-rows.ts';
import type { LockerView } from '../../locker/locker.ts';
import type { CellState, ExceptionState, ParcelState, ParcelsState } from '../desk/state.ts';
import { cellActions, isWritten, parcelActions, verdictsOn } from '../jobs/allowed.ts';
import { pageOf } from './paging.ts';

export function parcelsScreen({ direction, page }: ParcelsState, view: LockerView): StaffScreen {
  const all = view.parcels(direction);
  return { name: 'parcels', direction, ...pageOf(all, page), total: all.length };
}

/** `undefined`: it is gone. */
export function parcelScreen({ id, resent, refused }: ParcelState, view: LockerView): StaffScreen | undefined {
  const found = view.parcel(id);
  if (!found) return undefined;
  return {
    name: 'parcel',
    parcel: rowOf(found),
    agents: found.agents,
    actions: parcelActions(found),
    resent,
    ...(refused !== undefined && { refused }),
  };
}

export function cellScreen(state: CellState, view: LockerView): StaffScreen | undefined {
  const cell = view.cells().find((each) => each.cell === state.cell);
  if (!cell) return undefined;
  const parcel = cell.parcel && view.parcel(cell.parcel.id);
  return {
    name: 'cell',
    cell,
    columns: view.columns,
    ...(parcel && { parcel: rowOf(parcel) }),
    actions: cellActions(cell),
    ...(state.refused !== undefined && { refused: state.refused }),
  };
}

/** `undefined`: it is settled. */
export function exceptionScreen({ id, refused, asksAgain }: ExceptionState, view: LockerView): StaffScreen | undefined {
  const row = view.exceptions().find((each) => each.id === id);
  if (!row) return undefined;
  const looked = view.looked(id);
  const { cell } = row;
  const door = view.cells().find((each) => each.cell === cell)?.door;
  const lastParcel = cell === null || isWritten(row) ? undefined : view.lastIn(cell);
  return {
    name: 'exception',
    row,
    columns: view.columns,
    ...(door !== undefined && { door }),
    looked,
    verdicts: verdictsOn(row, looked),
    ...(asksAgain !== undefined && { asksAgain }),
    ...(lastParcel && { lastParcel }),
    ...(refused !== undefined && { refused }),
  };
}

function rowOf({ agents: _, ...row }: ParcelRow & { readonly agents: boolean }): ParcelRow {
  return row;
}
