import type { StaffEvent } from '../../../contract/staff-event.ts';
import type { Desk } from '../desk/desk.ts';
import type { ParcelsState } from '../desk/state.ts';
import { beginInventory } from './inventory.ts';
import { beginPutIn } from './put-in-state.ts';
import { beginRound } from './round.ts';

/** The jobs: one touch to each. */
export function onJobs(desk: Desk, event: StaffEvent): void {
  switch (event.type) {
    case 'openPutIn':
      desk.go(beginPutIn(desk.parts.locker.view));
      return;
    case 'openParcels':
      desk.go({ name: 'parcels', direction: event.direction, page: 1 });
      return;
    case 'openCells':
      desk.go({ name: 'cells' });
      return;
    case 'openExceptions':
      desk.go({ name: 'exceptions' });
      return;
    case 'openInventory':
      desk.go(beginInventory());
      return;
    case 'emptyAll':
      beginRound(desk, { name: 'jobs' });
      return;
    default:
      return;
  }
}

export function onParcels(desk: Desk, state: ParcelsState, event: StaffEvent): void {
  switch (event.type) {
    case 'back':
    case 'home':
      desk.go({ name: 'jobs' });
      return;
    case 'page':
      desk.go({ ...state, page: event.page });
      return;
    case 'choose':
      desk.go({ name: 'parcel', id: event.id, resent: false, back: state });
      return;
    case 'emptyAll':
      if (state.direction === 'material') beginRound(desk, state);
      return;
    default:
      return;
  }
}

export function onCells(desk: Desk, event: StaffEvent): void {
  if (event.type === 'back' || event.type === 'home') desk.go({ name: 'jobs' });
  else if (event.type === 'chooseCell') {
    const isHere = desk.parts.locker.view.cells().some(({ cell }) => cell === event.cell);
    if (isHere) desk.go({ name: 'cell', cell: event.cell });
  }
}
