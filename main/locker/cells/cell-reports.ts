import type { CellReport } from '../../../contract/locker-gateway.ts';
import type { LockerTables } from '../store/tables.ts';
import type { Doors } from './doors.ts';
import type { LockerFront } from './front.ts';

export interface CellReportParts {
  readonly tables: LockerTables;
  readonly doors: Doors;
  readonly front: LockerFront;
  readonly kioskId: string;
  readonly now: () => number;
  readonly send: (key: string, topic: string, message: { kind: 'cell'; report: CellReport }) => void;
}

/**
 * Tells the center what changed of a cell: its size, its door at rest, whether it is out of service and why. A door that an act
 * has open is not at rest. Nothing is told twice, so that a fluttering switch does not fill the outbox.
 */
export function createCellReports({ tables, doors, front, kioskId, now, send }: CellReportParts) {
  return (touched: ReadonlySet<number>): void => {
    for (const cell of touched) {
      const row = tables.cells.byCell.get(cell);
      if (row === undefined || tables.acts.underWayAt.get(cell) !== undefined) continue;
      const exceptions = tables.exceptions.openAt.all(cell).map(({ kind }) => kind);
      const state = {
        size: front.sizeOf(cell),
        door: doors.of(cell).door,
        ...(row.out !== null && { out: row.out }),
        exceptions,
      };
      const told = JSON.stringify(state);
      if (told === row.reported) continue;
      const changedAt = now();
      // At least the second of writing: a kiosk that had to begin with an empty store is still believed.
      const revision = Math.max(row.revision + 1, Math.floor(changedAt / 1000));
      tables.cells.setReported.run(told, revision, cell);
      const report = { cell, revision, kioskId, ...state, changedAt: new Date(changedAt).toISOString() };
      send(`cell:${cell}:${revision}`, `cell:${cell}`, { kind: 'cell', report });
    }
  };
}
