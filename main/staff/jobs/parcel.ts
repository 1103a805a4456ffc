import type { StaffReason } from '../../../contract/locker.ts';
import type { Result } from '../../../contract/result.ts';
import type { StaffEvent } from '../../../contract/staff-event.ts';
import type { ParcelRow } from '../../../contract/staff-rows.ts';
import type { ActRefusal, DoorAct } from '../../locker/locker.ts';
import type { Desk } from '../desk/desk.ts';
import type { DoorPurpose, ParcelState } from '../desk/state.ts';
import { parcelActions } from './allowed.ts';
import { placeAnew } from './door.ts';
import { inspect } from './inspect.ts';
import { openDoor } from './open-door.ts';

export function onParcel(desk: Desk, state: ParcelState, event: StaffEvent): void {
  if (event.type === 'back') {
    desk.go(state.back);
    return;
  }
  if (event.type === 'home') {
    desk.go({ name: 'jobs' });
    return;
  }
  const row = desk.parts.locker.view.parcel(state.id);
  if (event.type !== 'act' || !row) return;
  const act = parcelActions(row).find((each) => each === event.act);
  if (act === undefined) return;
  const { staff } = desk.parts.locker;
  const from: ParcelState = { ...state, resent: false, refused: undefined };
  switch (act) {
    case 'takeBack':
      if (row.state === 'putting') {
        openUnfinished(desk, from, row, 'takeBack');
        return;
      }
      // That it lay too long is known; anything else has to be said.
      if (row.overdue) takeBack(desk, from, row, 'overdue');
      else askWhy(desk, from, row, 'takeBack');
      return;
    case 'empty':
      if (row.state === 'putting') openUnfinished(desk, from, row, 'empty');
      else open(desk, from, row, 'empty', () => staff.empty(row.id, desk.actor()));
      return;
    case 'move':
      open(desk, from, row, 'move', () => staff.move(row.id, desk.actor()));
      return;
    case 'placeAnew':
      placeAnew(desk, row.id, from);
      return;
    case 'keep': {
      const kept = staff.keep(row.id, desk.actor());
      desk.go(kept.ok ? state.back : { ...from, refused: kept.error });
      return;
    }
    case 'inspect':
      askWhy(desk, from, row, 'inspect');
      return;
    case 'resend': {
      const resent = staff.resend(row.id, desk.actor());
      desk.go(resent.ok ? { ...from, resent: true } : { ...from, refused: resent.error });
      return;
    }
  }
}

function askWhy(desk: Desk, from: ParcelState, row: ParcelRow, purpose: 'takeBack' | 'inspect'): void {
  const { cell } = row;
  if (cell === null) return;
  const chosen = (reason: StaffReason): void =>
    purpose === 'takeBack' ? takeBack(desk, from, row, reason) : inspect(desk, cell, reason, from);
  desk.go({ name: 'reason', purpose, cell, back: from, chosen });
}

function takeBack(desk: Desk, from: ParcelState, row: ParcelRow, reason: StaffReason): void {
  open(desk, from, row, 'takeBack', () => desk.parts.locker.staff.takeBack(row.id, reason, desk.actor()));
}

/**
 * What was begun and left with nothing inside: the door opens once more, somebody looks, and the cell is free. If the sensor was
 * wrong and something lies inside now, it is stored from then on.
 */
function openUnfinished(desk: Desk, from: ParcelState, row: ParcelRow, purpose: DoorPurpose): void {
  const { staff } = desk.parts.locker;
  open(
    desk,
    from,
    row,
    purpose,
    () => staff.again(row.id, desk.actor()),
    () => staff.cancelPutIn(row.id, desk.actor()),
  );
}

function open(
  desk: Desk,
  from: ParcelState,
  parcel: ParcelRow,
  purpose: DoorPurpose,
  plan: () => Result<DoorAct, ActRefusal>,
  onEmpty?: () => Result<void, ActRefusal>,
): void {
  const planned = plan();
  if (!planned.ok) {
    desk.go({ ...from, refused: planned.error });
    return;
  }
  openDoor(
    desk,
    { purpose, cell: planned.value.cell, parcel, again: plan, onEmpty, round: [], back: from },
    planned.value,
  );
}
