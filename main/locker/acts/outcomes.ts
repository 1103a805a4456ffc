import type { ExceptionKind } from '../../../contract/locker.ts';
import type { CellState } from '../../../native/lockboard/lockboard.ts';
import type { CellBook } from '../cells/cell-book.ts';
import type { CodeBook } from '../codes/code-book.ts';
import type { Ledger } from '../ledger.ts';
import type { ParcelBook } from '../parcels/parcel-book.ts';
import type { StoredAct } from '../store/acts.ts';
import type { StoredParcel } from '../store/parcels.ts';
import type { LockerTables } from '../store/tables.ts';
import type { ActBook } from './act-book.ts';

/** A lock that was pulsed in vain so often in a row is out of service. */
export const FAILURES_UNTIL_STUCK = 2;

/** What follows of the evidence, for act, parcel, codes and cell. All calls run within a commit. */
export interface Outcomes {
  /** The sensor said open after the pulse. */
  opened(actId: string): void;
  /** … and closed afterwards; what the sensor inside says now. */
  closed(actId: string, item: CellState['item']): void;
  notOpened(actId: string, code: 'locker.offline' | 'locker.notOpened'): void;
  /** Nobody can say what was done. */
  unknown(actId: string, why: Extract<ExceptionKind, 'doorUnknown' | 'openedAlone' | 'interrupted'>): void;
  leftOpen(actId: string): void;
}

export interface OutcomeParts {
  readonly tables: LockerTables;
  readonly ledger: Ledger;
  readonly acts: ActBook;
  readonly parcels: ParcelBook;
  readonly codes: CodeBook;
  readonly cells: CellBook;
  /** Whoever proved to be entitled to this parcel is still there. */
  readonly isHeld: (parcelId: string) => boolean;
}

export function createOutcomes({ tables, ledger, acts, parcels, codes, cells, isHeld }: OutcomeParts): Outcomes {
  /** Undefined also where staff said meanwhile that it is not to lie here. */
  const parcelOf = (act: StoredAct): StoredParcel | undefined => {
    const parcel = act.parcel_id === null ? undefined : parcels.get(act.parcel_id);
    return parcel?.cell === act.cell ? parcel : undefined;
  };

  /** It still lies there. Codes that the opening used up are replaced, unless somebody with a grant stands there. */
  const renew = (kept: StoredParcel): void => {
    if (kept.direction === 'document' && !codes.isLive(kept.id) && !isHeld(kept.id)) codes.issue(kept, 'again');
  };
  const doubt = (act: StoredAct, why: ExceptionKind): void => {
    const parcel = parcelOf(act);
    if (act.kind === 'pickUp' && parcel) codes.end(parcel.id);
    if (parcel) parcels.doubt(parcel);
    cells.raise(why, { cell: act.cell, parcelId: parcel?.id ?? null });
  };
  const looked = (act: StoredAct, item: CellState['item']): void => {
    // An exception that waits says already that it is otherwise.
    if (cells.waitingAt(act.cell).length > 0) return;
    const parcel = tables.parcels.inCell.get(act.cell);
    if (parcel?.state === 'stored' && item === 'notPresent') {
      parcels.doubt(parcel);
      cells.raise('itemMissing', { cell: act.cell, parcelId: parcel.id });
    }
    if (parcel === undefined && item === 'present') cells.raise('itemUnexpected', { cell: act.cell, parcelId: null });
  };

  return {
    opened(actId) {
      const act = acts.change(actId, 'open');
      cells.worked(act.cell);
      const parcel = parcelOf(act);
      if (parcel && act.kind === 'pickUp') codes.end(parcels.letOut(parcel).id);
      if (parcel && act.kind === 'putIn' && parcel.state !== 'putting') parcels.change(parcel, 'putting');
    },
    closed(actId, item) {
      const act = acts.change(actId, 'closed');
      const parcel = parcelOf(act);
      if (act.kind === 'inspect') looked(act, item);
      else if (act.parcel_id === null) throw new Error(`${act.kind} of no parcel`);
      else if (parcel === undefined) return;
      else if (act.kind === 'putIn') {
        // Closed with nothing inside: whoever stands there may put it in after all, or give the cell back.
        if (item !== 'notPresent') parcels.store(parcel);
      } else if (item === 'present') renew(parcels.seen(parcel));
      // Whoever stands there is asked: no sensor can tell.
      else if (item === 'unknown' && act.kind === 'pickUp' && isHeld(parcel.id)) return;
      else parcels.leave(parcel, LEFT_BY[act.kind]);
    },
    notOpened(actId, code) {
      const act = acts.change(actId, 'notOpened');
      const parcel = parcelOf(act);
      const isSent = code === 'locker.notOpened';
      const failures = isSent ? cells.failed(act.cell) : 0;
      const isIdle = act.kind === 'putIn' && parcel !== undefined && parcel.state !== 'stored';
      const isAsked = act.kind === 'pickUp' && parcel?.let_out === 1 && isHeld(parcel.id);
      if (parcel?.state === 'releasing' && !isAsked) renew(parcels.change(parcel, 'stored'));
      if (isIdle && (isSent || parcel.state === 'planned')) parcels.giveUp(parcel);
      if (failures >= FAILURES_UNTIL_STUCK || (isIdle && isSent)) {
        cells.raise('notOpened', { cell: act.cell, parcelId: isIdle ? null : act.parcel_id });
      }
    },
    unknown(actId, why) {
      const act = acts.change(actId, 'unknown');
      doubt(act, why);
      if (why === 'openedAlone') ledger.note('locker-alarm', { cell: act.cell });
    },
    leftOpen: (actId) => doubt(acts.change(actId, 'leftOpen'), 'leftOpen'),
  };
}

/** Where it is when the door is closed and it does not lie there any more. */
const LEFT_BY = { pickUp: 'released', takeBack: 'takenBack', empty: 'released', move: 'inHand' } as const;
