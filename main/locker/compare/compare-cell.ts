import type { ExceptionKind } from '../../../contract/locker.ts';
import type { CellState } from '../../../native/lockboard/lockboard.ts';
import type { Outcomes } from '../acts/outcomes.ts';
import type { CellBook } from '../cells/cell-book.ts';
import type { Ledger } from '../ledger.ts';
import type { ParcelBook } from '../parcels/parcel-book.ts';
import type { Asked } from '../pickup/asked.ts';
import type { LockerTables } from '../store/tables.ts';

/** `start`: the core was away and nobody watched; `watching`: the boards were, or a door moved under our eyes. */
export type When = 'start' | 'watching';

/** While one of these waits at a cell, its door is known not to have been ours alone. */
const OF_DOOR: readonly ExceptionKind[] = ['interrupted', 'openAtStart', 'openedAlone', 'leftOpen', 'doorUnknown'];

export interface CompareParts {
  readonly tables: LockerTables;
  readonly ledger: Ledger;
  readonly outcomes: Outcomes;
  readonly parcels: ParcelBook;
  readonly cells: CellBook;
  readonly asked: Asked;
}

/**
 * Compares what is written of a cell with what its sensors say; every disagreement becomes a named exception, and the cell takes
 * nothing until staff looked. Runs within a commit; the cell has no act under way in this start of the core.
 */
export function createCompare({ tables, ledger, outcomes, parcels, cells, asked }: CompareParts) {
  const doorIsOpen = (cell: number, when: When): void => {
    const parcel = tables.parcels.inCell.get(cell);
    const isNew = !cells.waitingAt(cell).some(({ kind }) => OF_DOOR.includes(kind));
    if (parcel) parcels.doubt(parcel);
    if (!isNew) return;
    cells.raise(when === 'start' ? 'openAtStart' : 'openedAlone', { cell, parcelId: parcel?.id ?? null });
    if (when === 'watching') ledger.note('locker-alarm', { cell });
  };
  const doorIsClosed = (cell: number, item: CellState['item'], when: When): void => {
    const parcel = tables.parcels.inCell.get(cell);
    const isQuiet = cells.waitingAt(cell).length === 0;
    const doubt = (kind: ExceptionKind): void => {
      if (parcel) parcels.doubt(parcel);
      cells.raise(kind, { cell, parcelId: parcel?.id ?? null });
    };
    switch (parcel?.state) {
      case undefined:
        if (item === 'present' && isQuiet) doubt('itemUnexpected');
        break;
      case 'stored':
        if (item === 'notPresent' && isQuiet) doubt('itemMissing');
        break;
      case 'putting':
        // Closed with nothing inside; who could have put it in after all is gone.
        if (when !== 'start') break;
        if (item === 'notPresent') parcels.giveUp(parcel);
        else doubt(item === 'present' ? 'itemUnexpected' : 'interrupted');
        break;
      case 'releasing':
        if (!asked.isWaiting(parcel)) doubt('interrupted');
        // Nobody is left who could say it.
        else if (when === 'start') asked.end(parcel.id, item);
        break;
      case 'planned':
        doubt('interrupted');
        break;
      default:
        if (isQuiet) doubt('interrupted');
    }
  };
  return {
    /** Acts that an earlier start of the core left without their end: nobody will ever see how they ended. */
    interrupted(): void {
      for (const act of tables.acts.underWay.all()) outcomes.unknown(act.id, 'interrupted');
    },
    /** The store was lost: nobody knows what lies where, but for a sensor inside that sees nothing. */
    lost({ cell, item }: CellState): void {
      if (item !== 'notPresent') cells.raise('inventory', { cell, parcelId: null });
    },
    cell({ cell, door, item }: CellState, when: When): void {
      ledger.touch(cell);
      if (door === 'open') doorIsOpen(cell, when);
      if (door === 'closed') doorIsClosed(cell, item, when);
    },
  };
}

export type Compare = ReturnType<typeof createCompare>;
