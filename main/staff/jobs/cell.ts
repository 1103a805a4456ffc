import type { StaffReason } from '../../../contract/locker.ts';
import type { StaffEvent } from '../../../contract/staff-event.ts';
import type { Desk } from '../desk/desk.ts';
import type { CellState, ReasonState } from '../desk/state.ts';
import { cellActions, REASONS } from './allowed.ts';
import { inspect } from './inspect.ts';

export function onCell(desk: Desk, state: CellState, event: StaffEvent): void {
  if (event.type === 'back') {
    desk.go({ name: 'cells' });
    return;
  }
  if (event.type === 'home') {
    desk.go({ name: 'jobs' });
    return;
  }
  const { view, staff } = desk.parts.locker;
  const cell = view.cells().find((each) => each.cell === state.cell);
  if (event.type === 'choose') {
    // Only what lies here is a way on from here.
    if (cell?.parcel?.id !== event.id) return;
    desk.go({ name: 'parcel', id: event.id, resent: false, back: state });
    return;
  }
  if (event.type !== 'act' || !cell) return;
  const from: CellState = { name: 'cell', cell: state.cell };
  const act = cellActions(cell).find((each) => each === event.act);
  if (act === 'backInService') {
    const back = staff.putBackInService(state.cell, desk.actor());
    desk.go(back.ok ? from : { ...from, refused: back.error });
  } else if (act !== undefined) {
    const chosen = (reason: StaffReason): void =>
      act === 'inspect' ? inspect(desk, state.cell, reason, from) : takeOut(desk, from, reason);
    desk.go({ name: 'reason', purpose: act, cell: state.cell, back: from, chosen });
  }
}

function takeOut(desk: Desk, from: CellState, reason: StaffReason): void {
  const out = desk.parts.locker.staff.takeOutOfService(from.cell, reason, desk.actor());
  desk.go(out.ok ? from : { ...from, refused: out.error });
}

export function onReason(desk: Desk, state: ReasonState, event: StaffEvent): void {
  if (event.type === 'back') desk.go(state.back);
  else if (event.type === 'home') desk.go({ name: 'jobs' });
  else if (event.type === 'reason' && REASONS[state.purpose].includes(event.reason)) state.chosen(event.reason);
}
