import type { StaffEvent } from '../../../contract/staff-event.ts';
import type { Desk } from '../desk/desk.ts';
import type { InventoryState } from '../desk/state.ts';

export const beginInventory = (): InventoryState => ({ name: 'inventory', page: 1, seen: new Map() });

/**
 * Staff say of each cell whether it is as written. Cells that nobody looked at are no part of the report: a count that was
 * broken off says only what was seen.
 */
export function onInventory(desk: Desk, state: InventoryState, event: StaffEvent): void {
  switch (event.type) {
    case 'back':
    case 'home':
      desk.go({ name: 'jobs' });
      return;
    case 'page':
      desk.go({ ...state, page: event.page });
      return;
    case 'seen': {
      const isHere = desk.parts.locker.view.cells().some(({ cell }) => cell === event.cell);
      if (isHere) desk.go({ ...state, seen: new Map(state.seen).set(event.cell, event.seen) });
      return;
    }
    case 'finishInventory':
      if (state.seen.size > 0) finish(desk, state);
      return;
    default:
      return;
  }
}

function finish(desk: Desk, state: InventoryState): void {
  const seen = [...state.seen].map(([cell, what]) => ({ cell, seen: what }));
  const report = desk.parts.locker.staff.inventory(seen, desk.actor());
  desk.go(
    report.ok
      ? { name: 'inventoryDone', differences: [...report.value], total: seen.length }
      : { ...state, refused: report.error },
  );
}
