import type { ParcelState } from '../../../contract/locker.ts';
import type { LockerView } from '../../locker/locker.ts';
import type { StaffState } from '../desk/state.ts';
import { scanAgain } from '../jobs/put-in-state.ts';

/**
 * The state that can be shown: a page about a parcel or an exception that is gone meanwhile (fetched at the front while staff
 * looked at it) gives way to the page it was reached from, and a cell that is not reserved any more to the next scan.
 */
export function stillThere(state: StaffState, view: LockerView): StaffState {
  if (state.name === 'parcel' && isGone(state.id, view)) return stillThere(state.back, view);
  if (state.name === 'exception' && !view.exceptions().some(({ id }) => id === state.id)) return { name: 'exceptions' };
  // A cell that nobody put anything into is given back by the locker itself after a while.
  if (state.name === 'putIn' && state.stage === 'empty' && !isReserved(state.act?.parcelId, view))
    return scanAgain(state);
  return state;
}

const isReserved = (id: string | null | undefined, view: LockerView): boolean =>
  typeof id === 'string' && view.parcel(id)?.state === 'putting';

/** Ends of a parcel's way: it is neither in a cell nor in the staff's hands. */
const ENDS: readonly ParcelState[] = ['released', 'takenBack', 'lost', 'canceled'];

function isGone(id: string, view: LockerView): boolean {
  const parcel = view.parcel(id);
  return parcel === undefined || ENDS.includes(parcel.state);
}
