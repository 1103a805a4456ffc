import type { CellState } from '../../../native/lockboard/lockboard.ts';
import type { CodeBook } from '../codes/code-book.ts';
import type { ParcelBook } from '../parcels/parcel-book.ts';
import type { StoredParcel } from '../store/parcels.ts';
import type { LockerTables } from '../store/tables.ts';

/**
 * Pick-ups whose door is closed again where no sensor sees inside: whoever stands there is asked whether they have it. The changing
 * calls run within a commit, and change nothing where nobody is asked.
 */
export interface Asked {
  isWaiting(parcel: StoredParcel): boolean;
  /** They say that they have it. */
  confirm(parcelId: string): void;
  /**
   * They went without a word: it counts as taken, unless they asked for the door again and it did not open, or a sensor inside sees
   * it after all. What stays gets new codes.
   */
  end(parcelId: string, item?: CellState['item']): void;
}

export interface AskedParts {
  readonly tables: LockerTables;
  readonly parcels: ParcelBook;
  readonly codes: CodeBook;
}

export function createAsked({ tables, parcels, codes }: AskedParts): Asked {
  const isWaiting = ({ id, state, cell, let_out }: StoredParcel): boolean =>
    state === 'releasing' &&
    let_out === 1 &&
    cell !== null &&
    tables.acts.underWayAt.get(cell) === undefined &&
    tables.acts.lastOfParcel.get(id)?.kind === 'pickUp';
  const waiting = (parcelId: string): StoredParcel | undefined => {
    const parcel = tables.parcels.byId.get(parcelId);
    return parcel && isWaiting(parcel) ? parcel : undefined;
  };
  return {
    isWaiting,
    confirm(parcelId) {
      const parcel = waiting(parcelId);
      if (parcel) parcels.leave(parcel, 'released');
    },
    end(parcelId, item = 'unknown') {
      const parcel = waiting(parcelId);
      if (parcel === undefined) return;
      const wasAskedForAgain = tables.acts.lastOfParcel.get(parcelId)?.state === 'notOpened';
      const stays = item === 'present' || (item === 'unknown' && wasAskedForAgain);
      if (!stays) {
        parcels.leave(parcel, 'released');
        return;
      }
      const kept = item === 'present' ? parcels.seen(parcel) : parcels.change(parcel, 'stored');
      if (!codes.isLive(parcelId)) codes.issue(kept, 'again');
    },
  };
}
