import type { ErrorCode } from '../../../contract/errors.ts';
import { caseNumberSchema, type LockerCase } from '../../../contract/locker.ts';
import type { Result } from '../../../contract/result.ts';
import type { Scanned } from '../../../contract/scanned.ts';
import type { StaffEvent } from '../../../contract/staff-event.ts';
import type { Desk } from '../desk/desk.ts';
import type { PutInState } from '../desk/state.ts';
import { typed } from '../desk/typed.ts';
import { lastPutIn } from './last-put-in.ts';
import { openDoor } from './open-door.ts';
import { openForPutIn, sayOccupied } from './put-in-door.ts';
import { scanAgain } from './put-in-state.ts';
import { strayDoors } from './stray-doors.ts';

const CASE_DIGITS = 15;

/** A scan is the whole of the typing: whatever is no case number is told so. */
export function onPutInScan(desk: Desk, state: PutInState, scanned: Scanned): void {
  take(desk, state, scanned.kind === 'caseNumber' ? scanned.caseNumber : '');
}

export function onPutIn(desk: Desk, state: PutInState, event: StaffEvent): void {
  const { stage } = state;
  if (event.type === 'occupied' && (stage === 'open' || stage === 'empty')) sayOccupied(desk, state);
  if (stage === 'opening' || stage === 'open') return;
  switch (event.type) {
    case 'back':
    case 'home':
      // What lies in the hand, or in the cell, is to be said first.
      if (stage === 'empty') return;
      state.asking?.abort();
      desk.go({ name: 'jobs' });
      return;
    case 'key':
      if (stage !== 'scan') return;
      if (event.key === 'enter') {
        take(desk, state, state.typed);
        return;
      }
      desk.go({
        ...state,
        typed: typed(state.typed, event.key, CASE_DIGITS),
        refused: undefined,
        refusedCase: undefined,
      });
      return;
    case 'again':
      if (stage === 'empty') openAgain(desk, state);
      else if (stage === 'scan') takeLastOut(desk, state);
      return;
    case 'cancelPutIn':
      if (stage === 'empty') giveCellBack(desk, state);
      return;
    case 'next':
      if (stage === 'leftOpen') goOn(desk, state);
      return;
    default:
      return;
  }
}

function take(desk: Desk, state: PutInState, caseNumber: string): void {
  const isCase = caseNumberSchema.safeParse(caseNumber).success;
  const refusedCase = isCase ? caseNumber : undefined;
  const refuse = (refused: ErrorCode): void => desk.go({ ...state, typed: '', refused, refusedCase });
  if (state.stage === 'checking') return;
  if (isDoorOpen(desk, state)) {
    refuse('locker.otherDoorOpen');
    return;
  }
  if (state.stage === 'empty') {
    // Only the same document may go on: where the other one is has not been said.
    if (state.what?.caseNumber === caseNumber) openAgain(desk, state);
    else refuse('locker.notThere');
    return;
  }
  if (!isCase) {
    desk.go(scanAgain(state, 'case.malformed'));
    return;
  }
  void ask(desk, state, caseNumber);
}

/** The center judges the case before any door is thought of. */
async function ask(desk: Desk, state: PutInState, caseNumber: string): Promise<void> {
  const asking = new AbortController();
  const waiting: PutInState = { ...scanAgain(state), stage: 'checking', typed: caseNumber, asking };
  desk.go(waiting);
  const found = await desk.parts.findCase(caseNumber, 'document', asking.signal);
  if (desk.state() !== waiting) return;
  if (found.ok) openFor(desk, waiting, found.value);
  else desk.go(scanAgain(waiting, found.error, caseNumber));
}

/** A case whose cell waits empty since an earlier time (signed out before it was put in) gets the same door. */
function openFor(desk: Desk, state: PutInState, what: LockerCase): void {
  const { view, staff } = desk.parts.locker;
  const begun = view.parcels('document').find((row) => row.caseNumber === what.caseNumber && row.state === 'putting');
  // Once its door was open, nobody but a person can say that nothing lies inside.
  openForPutIn(desk, { ...state, what, isLastCell: begun !== undefined }, () =>
    begun ? staff.again(begun.id, desk.actor()) : staff.putIn(what, desk.actor()),
  );
}

function openAgain(desk: Desk, state: PutInState): void {
  const id = state.act?.parcelId;
  const next = { ...state, isLastCell: true, refused: undefined };
  if (id) openForPutIn(desk, next, () => desk.parts.locker.staff.again(id, desk.actor()));
}

/**
 * Nobody saw whether the last one lies where it was put: it is taken out again (`inHand`; or there is nothing, and it is in the
 * hand already), and goes into another cell, or stays at the counter.
 */
function takeLastOut(desk: Desk, state: PutInState): void {
  const { view, staff } = desk.parts.locker;
  const last = lastPutIn(desk.signed(), view);
  if (!last?.unseen || isDoorOpen(desk, state)) return;
  const { id } = last.parcel;
  const again = () => staff.move(id, desk.actor());
  const planned = again();
  const back = scanAgain(state, planned.ok ? undefined : planned.error, last.parcel.caseNumber);
  if (!planned.ok) desk.go(back);
  else
    openDoor(
      desk,
      { purpose: 'move', cell: planned.value.cell, parcel: last.parcel, again, round: [], back },
      planned.value,
    );
}

function giveCellBack(desk: Desk, state: PutInState): void {
  const id = state.act?.parcelId;
  if (!id) return;
  const given: Result<void, ErrorCode> = desk.parts.locker.staff.cancelPutIn(id, desk.actor());
  desk.go(given.ok ? scanAgain(state) : { ...state, refused: given.error });
}

/** After a door was left open: the next document only when it is closed. */
function goOn(desk: Desk, state: PutInState): void {
  desk.go(isDoorOpen(desk, state) ? { ...state, refused: 'locker.otherDoorOpen' } : scanAgain(state));
}

/** The door that this person was let to, or one that was pulled open meanwhile. */
function isDoorOpen(desk: Desk, { stage, act, openBefore }: PutInState): boolean {
  if (stage === 'opening' || stage === 'open') return true;
  const { view } = desk.parts.locker;
  const isOwnOpen = view.cells().some(({ cell, door }) => cell === act?.cell && door === 'open');
  return isOwnOpen || strayDoors(view, openBefore).length > 0;
}
