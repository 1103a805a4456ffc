import type { Actor, Direction } from '../../../contract/locker.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { ActBook, NewAct } from '../acts/act-book.ts';
import type { Walks } from '../acts/walks.ts';
import type { CellBook } from '../cells/cell-book.ts';
import type { LockerFront } from '../cells/front.ts';
import type { CodeBook } from '../codes/code-book.ts';
import type { Gate } from '../gate.ts';
import type { Ledger } from '../ledger.ts';
import type { ActRefusal, DoorAct, LockerStaffDesk, StaffActor } from '../locker.ts';
import type { ParcelBook } from '../parcels/parcel-book.ts';
import type { PutIn } from '../putting/put-in.ts';
import type { LockerTables } from '../store/tables.ts';
import type { Deeds } from './deeds.ts';

export interface StaffParts {
  readonly tables: LockerTables;
  readonly ledger: Ledger;
  readonly front: LockerFront;
  readonly gate: Gate;
  readonly acts: ActBook;
  readonly walks: Walks;
  readonly parcels: ParcelBook;
  readonly cells: CellBook;
  readonly codes: CodeBook;
  readonly putIn: PutIn;
  readonly deeds: Deeds;
  readonly settle: LockerStaffDesk['settle'];
  readonly inventory: LockerStaffDesk['inventory'];
}

const actorOf = ({ number, second }: StaffActor): Actor => ({
  who: 'staff',
  number,
  ...(second !== undefined && { second }),
});

/** The staff's side. */
export function createStaffDesk(parts: StaffParts): LockerStaffDesk {
  const { tables, ledger, front, gate, acts, walks, parcels, cells, codes, putIn, deeds, settle, inventory } = parts;

  /** Lets staff to what is stored. */
  const takeOut = (
    parcelId: string,
    direction: Direction | undefined,
    act: Pick<NewAct, 'kind' | 'reason'>,
    by: StaffActor,
  ): Result<DoorAct, ActRefusal> => {
    const parcel = tables.parcels.byId.get(parcelId);
    if (parcel?.cell == null) return err('locker.notThere');
    const { cell } = parcel;
    const refusal = gate.refusal(cell, 'staff');
    if (refusal !== undefined) return err(refusal);
    if (parcel.state !== 'stored' || (direction !== undefined && parcel.direction !== direction)) {
      return err('locker.notThere');
    }
    const planned = ledger.commit(() => {
      const row = acts.plan({ ...act, cell, parcelId, actor: actorOf(by) });
      parcels.change(parcel, 'releasing');
      return row;
    });
    return planned.ok ? ok(walks.begin(planned.value)) : planned;
  };

  return {
    putIn: (what, by) =>
      putIn.anew(
        {
          caseNumber: what.caseNumber,
          direction: what.direction,
          itemName: what.itemName,
          size: what.size,
          agents: what.agents,
          unverified: false,
          holder: what.holder,
        },
        actorOf(by),
      ),
    again(parcelId, by) {
      const parcel = tables.parcels.byId.get(parcelId);
      return parcel?.state === 'putting' ? putIn.at(parcel, actorOf(by), 'staff') : err('locker.notThere');
    },
    cancelPutIn(parcelId, by) {
      const parcel = tables.parcels.byId.get(parcelId);
      if (parcel === undefined) return err('locker.notThere');
      return putIn.giveUp(parcel, () => deeds.write('cancelPutIn', by, { cell: parcel.cell, parcelId }));
    },
    occupied(parcelId, by) {
      const closed = gate.closed();
      // Eyes are the sensors here: it works without the boards, too.
      if (closed !== undefined && closed !== 'locker.offline') return err(closed);
      const parcel = tables.parcels.byId.get(parcelId);
      if (parcel?.state !== 'putting' || parcel.cell === null) return err('locker.notThere');
      // Its own things lie there: more was to come to them.
      if (parcel.stored_at !== null && parcel.moved === 0) return err('locker.notThere');
      const { cell } = parcel;
      return ledger.commit(() => {
        deeds.write('occupied', by, { cell, parcelId });
        parcels.giveUp(parcel);
        cells.raise('itemUnexpected', { cell, parcelId: null });
      });
    },
    takeBack: (parcelId, reason, by) => takeOut(parcelId, 'document', { kind: 'takeBack', reason }, by),
    empty: (parcelId, by) => takeOut(parcelId, 'material', { kind: 'empty', reason: 'emptying' }, by),
    move: (parcelId, by) => takeOut(parcelId, undefined, { kind: 'move', reason: 'moving' }, by),
    placeAnew(parcelId, by) {
      const parcel = tables.parcels.byId.get(parcelId);
      return parcel === undefined ? err('locker.notThere') : putIn.placeAnew(parcel, actorOf(by));
    },
    keep(parcelId, by) {
      const parcel = tables.parcels.byId.get(parcelId);
      if (parcel?.state !== 'inHand') return err('locker.notThere');
      return ledger.commit(() => {
        deeds.write('keep', by, { parcelId });
        parcels.leave(parcel, parcel.direction === 'material' ? 'released' : 'takenBack');
      });
    },
    inspect(cell, reason, by, administrator) {
      const refusal = gate.refusal(cell, 'inspection');
      if (refusal !== undefined) return err(refusal);
      const parcelId = tables.parcels.inCell.get(cell)?.id ?? null;
      const isSigned = administrator || (by.second !== undefined && by.second !== by.number);
      if (parcelId !== null && !isSigned) return err('staff.needsSecond');
      const planned = ledger.commit(() => acts.plan({ kind: 'inspect', cell, parcelId, actor: actorOf(by), reason }));
      return planned.ok ? ok(walks.begin(planned.value)) : planned;
    },
    resend(parcelId, by) {
      const parcel = tables.parcels.byId.get(parcelId);
      if (parcel?.state !== 'stored' || parcel.direction !== 'document') return err('locker.notThere');
      return ledger.commit(() => {
        deeds.write('resend', by, { cell: parcel.cell, parcelId });
        codes.issue(parcel, 'again');
      });
    },
    takeOutOfService(cell, reason, by) {
      if (!front.has(cell)) return err('locker.noSuchCell');
      return ledger.commit(() => {
        deeds.write('takeOut', by, { cell, reason });
        cells.takeOut(cell, 'staff');
      });
    },
    putBackInService(cell, by) {
      if (!front.has(cell)) return err('locker.noSuchCell');
      if (cells.waitingAt(cell).length > 0) return err('locker.outOfService');
      return ledger.commit(() => {
        deeds.write('backInService', by, { cell });
        cells.putIn(cell);
      });
    },
    settle,
    inventory,
  };
}
