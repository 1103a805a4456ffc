import type { Result } from '../../../contract/result.ts';
import type { StaffEvent } from '../../../contract/staff-event.ts';
import type { ActRefusal, DoorAct } from '../../locker/locker.ts';
import type { Desk } from '../desk/desk.ts';
import type { DoorState, StaffState } from '../desk/state.ts';
import { openDoor } from './open-door.ts';
import { openNextOfRound } from './round.ts';

/** A door that was opened and has come to its end: once more, the next one, or back. */
export function onDoor(desk: Desk, state: DoorState, event: StaffEvent): void {
  if (state.stage !== 'ended') return;
  switch (event.type) {
    case 'again':
      if (!(state.ended === 'done' || state.ended === 'leftOpen')) openOnceMore(desk, state);
      return;
    case 'next':
      if (state.round.length > 0) openNextOfRound(desk, state.round, state.back);
      else desk.go(state.back);
      return;
    case 'back':
      desk.go(state.back);
      return;
    case 'home':
      desk.go({ name: 'jobs' });
      return;
    case 'act':
      // What was taken out to be moved goes to its new place without a way through the list.
      if (event.act === 'placeAnew' && state.purpose === 'move' && state.ended === 'done' && state.parcel)
        placeAnew(desk, state.parcel.id, state);
      return;
    default:
      return;
  }
}

/** Puts what staff hold in their hands into another cell. `from`: the page that asks, where a refusal is shown. */
export function placeAnew(desk: Desk, id: string, from: Extract<StaffState, { name: 'parcel' | 'door' }>): void {
  const { view, staff } = desk.parts.locker;
  const row = view.parcel(id);
  const planned = staff.placeAnew(id, desk.actor());
  if (!planned.ok) {
    desk.go({ ...from, refused: planned.error });
    return;
  }
  const back = from.name === 'door' ? from.back : from;
  // The first door was for a cell that did not open, or the same one once more: the locker knows which.
  const again = (): Result<DoorAct, ActRefusal> =>
    view.parcel(id)?.state === 'inHand' ? staff.placeAnew(id, desk.actor()) : staff.again(id, desk.actor());
  openDoor(
    desk,
    { purpose: 'placeAnew', cell: planned.value.cell, parcel: row, again, round: [], back },
    planned.value,
  );
}

function openOnceMore(desk: Desk, state: DoorState): void {
  const planned = state.again();
  if (planned.ok) openDoor(desk, state, planned.value);
  else desk.go({ ...state, refused: planned.error });
}
