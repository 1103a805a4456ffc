import { randomUUID } from 'node:crypto';
import { err } from '../../../contract/result.ts';
import type { CellBook } from '../cells/cell-book.ts';
import type { LockerFront } from '../cells/front.ts';
import type { Gate } from '../gate.ts';
import type { Ledger } from '../ledger.ts';
import type { LockerStaffDesk } from '../locker.ts';
import type { ParcelBook } from '../parcels/parcel-book.ts';
import type { LockerTables } from '../store/tables.ts';
import type { Deeds } from './deeds.ts';

export interface InventoryParts {
  readonly tables: LockerTables;
  readonly ledger: Ledger;
  readonly front: LockerFront;
  readonly gate: Gate;
  readonly cells: CellBook;
  readonly parcels: ParcelBook;
  readonly deeds: Deeds;
  readonly kioskId: string;
}

type Difference = { readonly cell: number; readonly written: string; readonly seen: 'empty' | 'something' };

/** What staff saw, against what is written. It works without the boards, too: eyes are the sensors here. */
export function createInventory(parts: InventoryParts): LockerStaffDesk['inventory'] {
  const { tables, ledger, front, gate, cells, parcels, deeds, kioskId } = parts;
  const writtenAt = (cell: number): string => {
    const parcel = tables.parcels.inCell.get(cell);
    if (parcel) return parcel.direction;
    return cells.isWell(cell) ? 'empty' : 'out';
  };
  /** `something` where a parcel should lie: it is not that parcel. */
  const differs = ({ cell, seen }: { cell: number; seen: 'asWritten' | 'empty' | 'something' }): Difference[] => {
    if (seen === 'asWritten') return [];
    const isEmpty = tables.parcels.inCell.get(cell) === undefined;
    return isEmpty && seen === 'empty' ? [] : [{ cell, written: writtenAt(cell), seen }];
  };
  return (seen, by) => {
    if (seen.some(({ cell }) => !front.has(cell))) return err('locker.noSuchCell');
    const closed = gate.closed();
    if (closed !== undefined && closed !== 'locker.offline') return err(closed);
    const differences = seen.flatMap(differs);
    if (differences.some(({ cell }) => gate.isBusy(cell))) return err('locker.cellBusy');
    return ledger.commit(() => {
      for (const { cell } of differences) {
        const parcel = tables.parcels.inCell.get(cell);
        if (parcel) parcels.doubt(parcel);
        cells.raise('inventory', { cell, parcelId: parcel?.id ?? null });
      }
      deeds.write('inventory', by);
      const id = randomUUID();
      const at = new Date(ledger.now()).toISOString();
      const report = { id, kioskId, by: by.number, cells: seen.length, differences, at };
      ledger.send(`inventory:${id}:1`, id, { kind: 'inventory', report });
      return differences;
    });
  };
}
