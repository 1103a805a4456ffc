import type { ParcelRow } from '../../../contract/staff-rows.ts';
import type { LockerView } from '../../locker/locker.ts';
import type { SignedIn } from '../desk/state.ts';

export interface LastParcel {
  readonly parcel: ParcelRow;
  readonly cell: number;
  readonly maskedMobile: string;
  /** It is stored on somebody's word: no sensor sees into its cell. */
  readonly unseen: boolean;
}

/** What this person put in last, where it lies now; nothing, once it is taken out again. */
export function lastPutIn({ last }: SignedIn, view: LockerView): LastParcel | undefined {
  const found = last && view.parcel(last.parcelId);
  if (!last || !found || found.cell === null) return undefined;
  const { agents: _, ...parcel } = found;
  const { cell, state } = parcel;
  if (state !== 'stored' || cell === null) return undefined;
  const item = view.cells().find((each) => each.cell === cell)?.item;
  return { parcel, cell, maskedMobile: last.maskedMobile, unseen: item === 'unknown' };
}
