import { err, ok, type Result } from '../../../contract/result.ts';
import type { ActBook, NewAct } from '../acts/act-book.ts';
import type { Walks } from '../acts/walks.ts';
import type { ChooseCell } from '../cells/choose-cell.ts';
import type { Gate } from '../gate.ts';
import type { Ledger } from '../ledger.ts';
import type { ActRefusal, DoorAct } from '../locker.ts';
import type { NewParcel, ParcelBook } from '../parcels/parcel-book.ts';
import type { StoredParcel } from '../store/parcels.ts';
import type { LockerTables } from '../store/tables.ts';

export interface PutInParts {
  readonly tables: LockerTables;
  readonly ledger: Ledger;
  readonly gate: Gate;
  readonly acts: ActBook;
  readonly walks: Walks;
  readonly parcels: ParcelBook;
  readonly choose: ChooseCell;
}

type Putter = NewAct['actor'];

/** Putting in, whoever does it. */
export interface PutIn {
  /** A free cell for something new. `size` undefined: nobody knows. */
  anew(
    what: Omit<NewParcel, 'cell' | 'size'> & { size?: NewParcel['size'] | undefined },
    actor: Putter,
  ): Result<DoorAct, ActRefusal>;
  /** The door of a parcel that has its cell, once more. */
  at(parcel: StoredParcel, actor: Putter, who: 'resident' | 'staff'): Result<DoorAct, ActRefusal>;
  /** A free cell for what is in the staff's hands. */
  placeAnew(parcel: StoredParcel, actor: Putter): Result<DoorAct, ActRefusal>;
  /** Nothing was put in. */
  giveUp(parcel: StoredParcel, record?: () => void): Result<void, ActRefusal>;
}

export function createPutIn({ tables, ledger, gate, acts, walks, parcels, choose }: PutInParts): PutIn {
  /** Chosen and written at once: nobody comes between. */
  const begin = (
    cell: number | undefined,
    parcelOf: (cell: number) => StoredParcel,
    actor: Putter,
  ): Result<DoorAct, ActRefusal> => {
    if (cell === undefined) return err('locker.full');
    const planned = ledger.commit(() => acts.plan({ kind: 'putIn', cell, parcelId: parcelOf(cell).id, actor }));
    return planned.ok ? ok(walks.begin(planned.value)) : planned;
  };
  return {
    anew(what, actor) {
      const closed = gate.closed();
      if (closed !== undefined) return err(closed);
      if (tables.parcels.ofCase.get(what.caseNumber, what.direction)) return err('case.stored');
      return begin(choose(what.size), (cell) => parcels.create({ ...what, size: what.size ?? 'large', cell }), actor);
    },
    at(parcel, actor, who) {
      if (parcel.cell === null) return err('locker.notThere');
      const refusal = gate.refusal(parcel.cell, who);
      return refusal === undefined ? begin(parcel.cell, () => parcel, actor) : err(refusal);
    },
    placeAnew(parcel, actor) {
      const closed = gate.closed();
      if (closed !== undefined) return err(closed);
      if (parcel.state !== 'inHand') return err('locker.notThere');
      return begin(choose(parcel.size), (cell) => parcels.change(parcel, 'planned', cell), actor);
    },
    giveUp(parcel, record) {
      if (parcel.state !== 'putting' || parcel.cell === null) return err('locker.notThere');
      if (gate.isBusy(parcel.cell)) return err('locker.cellBusy');
      return ledger.commit(() => {
        record?.();
        parcels.giveUp(parcel);
      });
    },
  };
}
