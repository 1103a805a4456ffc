import { err, type Result } from '../../../contract/result.ts';
import type { Verdict } from '../../../contract/staff-rows.ts';
import type { CellBook } from '../cells/cell-book.ts';
import type { Doors } from '../cells/doors.ts';
import type { CodeBook } from '../codes/code-book.ts';
import type { Gate } from '../gate.ts';
import type { Ledger } from '../ledger.ts';
import type { ActRefusal, LockerStaffDesk } from '../locker.ts';
import type { ParcelBook } from '../parcels/parcel-book.ts';
import type { StoredException } from '../store/exceptions.ts';
import type { StoredParcel } from '../store/parcels.ts';
import type { LockerTables } from '../store/tables.ts';
import type { Deeds } from './deeds.ts';

export interface SettleParts {
  readonly tables: LockerTables;
  readonly ledger: Ledger;
  readonly gate: Gate;
  readonly doors: Doors;
  readonly cells: CellBook;
  readonly parcels: ParcelBook;
  readonly codes: CodeBook;
  readonly deeds: Deeds;
}

/**
 * What staff found ends an exception. When the last one of a cell is settled, the cell is in service again, unless staff took it
 * out themselves, and a document that lies there gets new codes if it needs them.
 */
export function createSettle(parts: SettleParts): LockerStaffDesk['settle'] {
  const { tables, ledger, gate, doors, cells, parcels, codes, deeds } = parts;

  /** Where a parcel is that does not lie in its cell: what was last done with it says so. */
  const goneTo = (parcel: StoredParcel): 'released' | 'takenBack' | 'inHand' | 'lost' | 'canceled' => {
    if (parcel.moved === 1) return 'inHand';
    if (parcel.stored_at === null) return 'canceled';
    const last = tables.acts.lastOfParcel.get(parcel.id);
    // Only who was seen to have the door open for it can have taken it.
    if (last?.kind === 'pickUp') return parcel.let_out === 1 ? 'released' : 'lost';
    const isDoubtful = last?.state === 'unknown' || last?.state === 'leftOpen';
    if (isDoubtful && last.kind === 'move') return 'inHand';
    if (isDoubtful && last.kind === 'takeBack') return 'takenBack';
    return isDoubtful && last.kind === 'empty' ? 'released' : 'lost';
  };
  const gone = (parcel: StoredParcel): void => {
    const doubted = parcels.doubt(parcel);
    const to = goneTo(doubted);
    if (to === 'canceled') parcels.giveUp(doubted);
    else parcels.leave(doubted, to);
  };
  const refusalOf = (exception: StoredException, verdict: Verdict): ActRefusal | undefined => {
    const { cell } = exception;
    if (cell === null) return verdict === 'nothing' ? undefined : 'locker.notThere';
    if (gate.isBusy(cell)) return 'locker.cellBusy';
    const { door, item } = doors.of(cell);
    if (door === 'unknown') return gate.closed() ?? 'locker.offline';
    if (door === 'open') return 'locker.cellBusy';
    const parcel = tables.parcels.inCell.get(cell);
    if (verdict === 'removed') return parcel === undefined ? undefined : 'locker.notThere';
    if (verdict === 'nothing') {
      const isOtherwise = parcel === undefined ? item === 'present' : parcel.state === 'uncertain';
      return isOtherwise ? 'locker.notThere' : undefined;
    }
    return parcel?.state === 'uncertain' || parcel?.state === 'stored' ? undefined : 'locker.notThere';
  };
  const issueOf = (parcelId: string): number => tables.codes.lastIssue.get(parcelId)?.issue ?? 0;
  const afterLast = (cell: number, verdict: Verdict, issueBefore: number): void => {
    if (cells.waitingAt(cell).length > 0) return;
    if (cells.outOf(cell) !== 'staff') cells.putIn(cell);
    const parcel = tables.parcels.inCell.get(cell);
    if (parcel?.state !== 'stored' || parcel.direction !== 'document') return;
    // Those of a parcel that is stored by this very verdict are new already.
    const isFresh = issueOf(parcel.id) !== issueBefore;
    if (!isFresh && (verdict === 'inPlace' || !codes.isLive(parcel.id))) codes.issue(parcel, 'again');
  };

  return (exceptionId, verdict, by): Result<void, ActRefusal> => {
    const exception = tables.exceptions.openById.get(exceptionId);
    if (exception === undefined) return err('locker.notThere');
    const refusal = refusalOf(exception, verdict);
    if (refusal !== undefined) return err(refusal);
    const { cell, kind } = exception;
    return ledger.commit(() => {
      tables.exceptions.settle.run(verdict, by.number, ledger.now(), exception.id);
      ledger.note('locker-settled', { kind, cell: cell ?? undefined, verdict });
      const parcel = cell === null ? undefined : tables.parcels.inCell.get(cell);
      deeds.write(verdict === 'removed' ? 'removed' : 'settle', by, { cell, parcelId: parcel?.id ?? null });
      if (cell === null) return;
      ledger.touch(cell);
      const issueBefore = parcel === undefined ? 0 : issueOf(parcel.id);
      if (parcel && verdict === 'inPlace' && parcel.state === 'uncertain') parcels.store(parcel);
      if (parcel && verdict === 'gone') gone(parcel);
      afterLast(cell, verdict, issueBefore);
    });
  };
}
