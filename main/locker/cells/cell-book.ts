import { randomUUID } from 'node:crypto';

import type { CellOutReason, ExceptionKind } from '../../../contract/locker.ts';
import type { Ledger } from '../ledger.ts';
import type { StoredException } from '../store/exceptions.ts';
import type { LockerTables } from '../store/tables.ts';

/** Which exception takes its cell out of service for which reason. */
const OUT_FOR: Readonly<Record<ExceptionKind, CellOutReason>> = {
  interrupted: 'disagrees',
  openAtStart: 'disagrees',
  openedAlone: 'alarm',
  leftOpen: 'leftOpen',
  notOpened: 'doorStuck',
  doorUnknown: 'doorUnknown',
  itemMissing: 'disagrees',
  itemUnexpected: 'disagrees',
  inventory: 'disagrees',
  guessing: 'alarm',
};

/** Cells out of service and the exceptions that wait there. All but the reading calls run within a commit. */
export interface CellBook {
  /** Writes a named disagreement and takes its cell out of service; one of its kind waits at a cell at a time. */
  raise(kind: ExceptionKind, at: { readonly cell: number; readonly parcelId: string | null } | null): void;
  /** A cell that staff took out stays with the staff. */
  takeOut(cell: number, reason: CellOutReason): void;
  putIn(cell: number): void;
  waitingAt(cell: number): readonly StoredException[];
  outOf(cell: number): CellOutReason | null;
  /** In service, and no exception waits. */
  isWell(cell: number): boolean;
  /** The lock was pulsed and the door stayed closed: how often in a row, with this time. */
  failed(cell: number): number;
  worked(cell: number): void;
}

export function createCellBook(tables: LockerTables, ledger: Ledger): CellBook {
  const { cells, exceptions } = tables;
  const book: CellBook = {
    raise(kind, at) {
      const row: StoredException = {
        id: randomUUID(),
        kind,
        cell: at?.cell ?? null,
        parcel_id: at?.parcelId ?? null,
        after_act: tables.acts.last.get()?.seq ?? 0,
        at: ledger.now(),
      };
      if (exceptions.insert.run(row).changes === 0) return;
      ledger.note('locker-exception', { kind, cell: at?.cell });
      if (at !== null) book.takeOut(at.cell, OUT_FOR[kind]);
    },
    takeOut(cell, reason) {
      ledger.touch(cell);
      const before = book.outOf(cell);
      if (before === reason || before === 'staff') return;
      cells.setOut.run(reason, cell);
      ledger.note('locker-cell-out', { cell, reason });
    },
    putIn(cell) {
      ledger.touch(cell);
      cells.setFailures.run(0, cell);
      if (book.outOf(cell) === null) return;
      cells.setOut.run(null, cell);
      ledger.note('locker-cell-in', { cell });
    },
    waitingAt: (cell) => exceptions.openAt.all(cell),
    outOf: (cell) => cells.byCell.get(cell)?.out ?? null,
    isWell: (cell) => book.outOf(cell) === null && book.waitingAt(cell).length === 0,
    failed(cell) {
      const failures = (cells.byCell.get(cell)?.failures ?? 0) + 1;
      cells.setFailures.run(failures, cell);
      return failures;
    },
    worked(cell) {
      if ((cells.byCell.get(cell)?.failures ?? 0) > 0) cells.setFailures.run(0, cell);
    },
  };
  return book;
}
