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
  desk.go({ ...state, stage: 'opening', typed: '', urge: 'none', act, refused, asking: undefined });
  followDoor(desk, act, isPutIn, {
    stage: (now, { stage, urge }) => desk.go({ ...now, stage, urge }),
    end: (now, end) => onEnd(desk, now, end),
  });
}

function onEnd(desk: Desk, state: PutInState, end: DoorEnd): void {
  switch (end.end) {
    case 'closed':
      // Without a sensor inside, the person's word is that it lies there: they closed the door on it.
      if (end.item === 'notPresent') desk.go({ ...state, stage: 'empty', urge: 'none', refused: undefined });
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
  if (what && act) {
    desk.countPutIn({ cell: act.cell, caseNumber: what.caseNumber, maskedMobile: what.maskedMobile });
  }
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
