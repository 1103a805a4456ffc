import type { Clock } from '../../../native/clock.ts';
import type { CellState } from '../../../native/lockboard/lockboard.ts';
import type { CellBook } from '../cells/cell-book.ts';
import type { Ledger } from '../ledger.ts';
import type { ParcelBook } from '../parcels/parcel-book.ts';
import type { LockerTables } from '../store/tables.ts';

/** How long a cell stays reserved that was closed with nothing inside, milliseconds. */
export const EMPTY_LIMIT_MS = 3 * 60_000;

export interface LeftEmptyParts {
  readonly tables: LockerTables;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly parcels: ParcelBook;
  readonly cells: CellBook;
  readonly isBusy: (cell: number) => boolean;
  readonly look: (cell: number) => Promise<CellState | undefined>;
}

/** Cells that were closed with nothing inside, and whose person neither tried again nor gave the cell back. */
export function createLeftEmpty(parts: LeftEmptyParts) {
  const { tables, ledger, clock, parcels, cells, isBusy, look } = parts;
  const waiting = new Map<string, () => void>();
  let stopped = false;

  const release = async (parcelId: string): Promise<void> => {
    waiting.delete(parcelId);
    const reserved = tables.parcels.byId.get(parcelId);
    if (reserved?.state !== 'putting' || reserved.cell === null || isBusy(reserved.cell)) return;
    const { cell } = reserved;
    const seen = await look(cell);
    if (stopped) return;
    const parcel = parcels.get(parcelId);
    // Somebody came back to it while the sensors were read.
    if (parcel.state !== 'putting' || isBusy(cell)) return;
    const isKnown = seen?.door === 'closed' && seen.item !== 'unknown';
    const done = ledger.commit(() => {
      if (!isKnown) return;
      if (seen.item === 'notPresent') parcels.giveUp(parcel);
      else {
        parcels.doubt(parcel);
        cells.raise('itemUnexpected', { cell, parcelId });
      }
    });
    if (!done.ok || !isKnown) watch(parcelId);
  };
  const watch = (parcelId: string): void => {
    waiting.get(parcelId)?.();
    waiting.set(
      parcelId,
      clock.after(EMPTY_LIMIT_MS, () => void release(parcelId)),
    );
  };
  return {
    /** To be called when an act at the cell of this parcel has ended. */
    watch(parcelId: string): void {
      if (tables.parcels.byId.get(parcelId)?.state === 'putting') watch(parcelId);
    },
    stop(): void {
      stopped = true;
      for (const cancel of waiting.values()) cancel();
    },
  };
}
