import type { CellView } from '../../../contract/locker.ts';
import type { StaffScreen } from '../../../contract/staff.ts';
import type { LockerView } from '../../locker/locker.ts';
import type { InventoryState } from '../desk/state.ts';
import { pageOf } from './paging.ts';

type Row = Extract<StaffScreen, { name: 'inventory' }>['rows'][number];

/** What should lie where; beside it what the sensor inside says, and what staff said. */
export function inventoryScreen({ page, seen, refused }: InventoryState, view: LockerView): StaffScreen {
  const all = view.cells();
  const shown = pageOf(all, page);
  const rows = shown.rows.map((cell): Row => {
    const parcel = cell.parcel && view.parcel(cell.parcel.id);
    const said = seen.get(cell.cell);
    return {
      cell: cell.cell,
      written: writtenOf(cell),
      ...(parcel && { caseNumber: parcel.caseNumber }),
      item: cell.item,
      ...(said !== undefined && { seen: said }),
    };
  });
  return {
    name: 'inventory',
    ...shown,
    rows,
    confirmed: seen.size,
    total: all.length,
    ...(refused !== undefined && { refused }),
  };
}

function writtenOf({ parcel, state }: CellView): Row['written'] {
  // Reserved, and its door was not seen open: nothing can lie there yet.
  if (parcel && parcel.state !== 'planned') return parcel.direction;
  return state === 'outOfService' ? 'out' : 'empty';
}
