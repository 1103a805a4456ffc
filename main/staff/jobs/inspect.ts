import type { StaffReason } from '../../../contract/locker.ts';
import type { Desk } from '../desk/desk.ts';
import type { CellState, ExceptionState, ParcelState } from '../desk/state.ts';
import { askWho } from '../sign-in/sign-in-state.ts';
import { openDoor } from './open-door.ts';

type From = CellState | ExceptionState | ParcelState;

/**
 * Opens a cell to look into it. With something inside it takes a second person, who signs in for this one door; an
 * administrator may alone. `from`: the page that asks; a refusal is shown there.
 */
export function inspect(desk: Desk, cell: number, reason: StaffReason, from: From, second?: string): void {
  const { view, staff } = desk.parts.locker;
  const plan = () => staff.inspect(cell, reason, desk.actor(second), desk.signed().role === 'administrator');
  const planned = plan();
  if (planned.ok) {
    const lying = view.cells().find((each) => each.cell === cell)?.parcel;
    const parcel = lying && view.parcel(lying.id);
    openDoor(desk, { purpose: 'inspect', cell, parcel, again: plan, round: [], back: from }, planned.value);
    return;
  }
  if (planned.error === 'staff.needsSecond' && second === undefined) {
    desk.go(askWho({ cell, back: from, resume: (number) => inspect(desk, cell, reason, from, number) }));
    return;
  }
  desk.go({ ...from, refused: planned.error });
}
