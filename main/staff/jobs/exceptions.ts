import type { StaffEvent } from '../../../contract/staff-event.ts';
import type { Desk } from '../desk/desk.ts';
import type { ExceptionState } from '../desk/state.ts';
import { verdictsOn } from './allowed.ts';
import { inspect } from './inspect.ts';

/** The list of disagreements. */
export function onExceptions(desk: Desk, event: StaffEvent): void {
  if (event.type === 'back' || event.type === 'home') desk.go({ name: 'jobs' });
  else if (event.type === 'choose') desk.go({ name: 'exception', id: event.id });
}

/** One of them: look first, then say what was there. Nothing is settled from a chair. */
export function onException(desk: Desk, state: ExceptionState, event: StaffEvent): void {
  const before: ExceptionState = { name: 'exception', id: state.id };
  if (event.type === 'back') {
    desk.go(state.asksAgain ? before : { name: 'exceptions' });
    return;
  }
  if (event.type === 'home') {
    desk.go({ name: 'jobs' });
    return;
  }
  const { view, staff } = desk.parts.locker;
  const row = view.exceptions().find(({ id }) => id === state.id);
  if (!row) return;
  if (event.type === 'act' && event.act === 'inspect' && row.cell !== null) {
    // Why is known: to settle this.
    inspect(desk, row.cell, 'settling', before);
  } else if (event.type === 'verdict' && verdictsOn(row, view.looked(row.id)).includes(event.verdict)) {
    // What is written as lost, nobody writes back: it takes two different touches.
    if (event.verdict === 'gone' && state.asksAgain !== 'gone') {
      desk.go({ ...before, asksAgain: 'gone' });
      return;
    }
    const settled = staff.settle(row.id, event.verdict, desk.actor());
    desk.go(settled.ok ? { name: 'exceptions' } : { ...before, refused: settled.error });
  }
}
