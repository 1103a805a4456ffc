import type { Result } from '../../../contract/result.ts';
import type { ActRefusal, DoorAct, DoorEnd } from '../../locker/locker.ts';
import type { Desk } from '../desk/desk.ts';
import type { PutInState, StaffState } from '../desk/state.ts';
import { followDoor } from './follow-door.ts';
import { scanAgain } from './put-in-state.ts';

const isPutIn = (state: StaffState): state is PutInState => state.name === 'putIn';

/** Plans the opening and follows it to its end. */
export function openForPutIn(desk: Desk, state: PutInState, plan: () => Result<DoorAct, ActRefusal>): void {
  const planned = plan();
  if (!planned.ok) {
    desk.go(state.stage === 'empty' ? { ...state, refused: planned.error } : scanAgain(state, planned.error));
    return;
  }
  const act = planned.value;
  // A second cell says all the while why it is not the first.
  const refused = state.isLastCell ? state.refused : undefined;
  const said = { refused, refusedCase: undefined, asking: undefined };
  desk.go({ ...state, ...said, stage: 'opening', typed: '', urge: 'none', act });
  followDoor(desk, act, isPutIn, {
    stage: (now, { stage, urge }) => desk.go({ ...now, stage, urge }),
    end: (now, end) => onEnd(desk, now, end),
  });
}

function onEnd(desk: Desk, state: PutInState, end: DoorEnd): void {
  switch (end.end) {
    case 'closed':
      if (state.occupied === state.act?.cell) openBeside(desk, state);
      // Without a sensor inside, the person's word is that it lies there: they closed the door on it.
      else if (end.item === 'notPresent') desk.go({ ...state, stage: 'empty', urge: 'none', refused: undefined });
      else done(desk, state);
      return;
    case 'notOpened':
      if (end.code === 'locker.notOpened' && !state.isLastCell) openAnother(desk, state);
      else desk.go(scanAgain(state, end.code));
      return;
    case 'unknown':
      desk.go(scanAgain(state, end.code));
      return;
    case 'leftOpen':
      desk.go({ ...state, stage: 'leftOpen', urge: 'alarm', refused: undefined });
      return;
  }
}

function done(desk: Desk, state: PutInState): void {
  const { what, act } = state;
  if (what && act?.parcelId) desk.countPutIn({ parcelId: act.parcelId, maskedMobile: what.maskedMobile });
  desk.go(scanAgain(state));
}

/** The locker has taken the cell that did not open out of service: another one for the same document, once. */
function openAnother(desk: Desk, state: PutInState): void {
  const { what, act } = state;
  const { staff } = desk.parts.locker;
  if (!what) {
    desk.go(scanAgain(state, 'locker.notOpened'));
    return;
  }
  openForPutIn(desk, { ...state, isLastCell: true, refused: 'locker.notOpened' }, () => {
    const planned = staff.putIn(what, desk.actor());
    if (planned.ok || planned.error !== 'case.stored' || !act?.parcelId) return planned;
    // The first plan still holds its cell: nothing lies there, its door never opened.
    const canceled = staff.cancelPutIn(act.parcelId, desk.actor());
    return canceled.ok ? staff.putIn(what, desk.actor()) : canceled;
  });
}

/** Something lies in the cell that was to take the document: it is an exception from now on. The door is to be closed first. */
export function sayOccupied(desk: Desk, state: PutInState): void {
  const { act, stage } = state;
  if (!act?.parcelId || state.occupied === act.cell) return;
  const said = desk.parts.locker.staff.occupied(act.parcelId, desk.actor());
  const next: PutInState = { ...state, refused: undefined, occupied: act.cell };
  if (!said.ok) desk.go({ ...state, refused: said.error });
  else if (stage === 'open') desk.go(next);
  else openBeside(desk, next);
}

/** Another cell for the same document. What was moved before is in the staff's hands again. */
function openBeside(desk: Desk, state: PutInState): void {
  const { what, act } = state;
  const { view, staff } = desk.parts.locker;
  const id = act?.parcelId;
  const next: PutInState = { ...state, stage: 'scan', isLastCell: false, refused: undefined };
  if (!what || !id) desk.go(scanAgain(state));
  else if (view.parcel(id)?.state === 'inHand') openForPutIn(desk, next, () => staff.placeAnew(id, desk.actor()));
  else openForPutIn(desk, next, () => staff.putIn(what, desk.actor()));
}
