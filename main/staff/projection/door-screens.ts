import { maskName } from '../../../contract/identity-card.ts';
import type { StaffScreen } from '../../../contract/staff.ts';
import type { LockerView } from '../../locker/locker.ts';
import type { DoorState, PutInState, SignedIn } from '../desk/state.ts';
import { lastPutIn } from '../jobs/last-put-in.ts';
import { strayDoors } from '../jobs/stray-doors.ts';

/** Putting in: what is put where, or what the last scan came to. A door that was pulled beside the right one comes first. */
export function putInScreen(state: PutInState, signed: SignedIn, view: LockerView, hasScanner: boolean): StaffScreen {
  const { stage, typed, urge, what, act, occupied, refusedCase } = state;
  const last = lastPutIn(signed, view);
  const refused = strayDoors(view, state.openBefore).length > 0 ? 'locker.otherDoorOpen' : state.refused;
  return {
    name: 'putIn',
    stage,
    typed,
    ...(refused !== undefined && { refused }),
    ...(act && { cell: act.cell }),
    columns: view.columns,
    urge,
    ...(occupied !== undefined && { occupied }),
    ...(refused !== undefined && refusedCase !== undefined && { refusedCase }),
    ...(what && {
      parcel: {
        caseNumber: what.caseNumber,
        itemName: what.itemName,
        maskedHolder: maskName(what.holder.name),
      },
    }),
    done: signed.putIn,
    ...(last && {
      last: {
        cell: last.cell,
        caseNumber: last.parcel.caseNumber,
        maskedMobile: last.maskedMobile,
        unseen: last.unseen,
      },
    }),
    hasScanner,
  };
}

/** Any other door that staff work at. */
export function doorScreen(state: DoorState, view: LockerView): StaffScreen {
  const { purpose, cell, stage, urge, parcel, ended, refused } = state;
  const item =
    state.stage === 'ended' ? state.item : (view.cells().find((each) => each.cell === cell)?.item ?? 'unknown');
  return {
    name: 'door',
    purpose,
    cell,
    columns: view.columns,
    stage,
    urge,
    ...(parcel && { parcel }),
    ...(ended !== undefined && { ended }),
    item,
    ...(refused !== undefined && { refused }),
    more: state.round.length,
  };
}
