import { z } from 'zod';
import { type CellOutReason, exceptionKindSchema } from '../../../contract/locker.ts';
import type { CellReport } from '../../../contract/locker-gateway.ts';
import type { CenterDatabase } from '../../store/database.ts';

/** A cell as it was last reported. */
export type KnownCell = Pick<CellReport, 'cell' | 'size' | 'door' | 'exceptions' | 'changedAt'> & {
  readonly out: CellOutReason | null;
};

export interface CellStore {
  /** `newest`: no higher revision was there before. Call within a write. */
  put(report: CellReport, newest: boolean): void;
  /** In the order of their numbers. */
  list(kioskId: string): KnownCell[];
  /** Kiosks of which cells are known. */
  kiosks(): string[];
}

type Row = Omit<KnownCell, 'exceptions'> & { readonly exceptions: string };
const exceptionsSchema = z.array(exceptionKindSchema);

export function cellStore(database: CenterDatabase): CellStore {
  const outdate = database.prepare('UPDATE locker_cells SET newest = 0 WHERE kiosk_id = ? AND cell = ? AND newest = 1');
  const insert = database.prepare('INSERT INTO locker_cells VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const list = database.prepare<[string], Row>(
    `SELECT cell, size, door, out, exceptions, changed_at AS changedAt FROM locker_cells
     WHERE kiosk_id = ? AND newest = 1 ORDER BY cell`,
  );
  const kiosks = database
    .prepare<[], string>('SELECT DISTINCT kiosk_id FROM locker_cells WHERE newest = 1 ORDER BY kiosk_id')
    .pluck();
  return {
    put({ kioskId, cell, revision, size, door, out, exceptions, changedAt }, newest) {
      if (newest) outdate.run(kioskId, cell);
      const kinds = JSON.stringify(exceptions);
      insert.run(kioskId, cell, revision, newest ? 1 : 0, size, door, out ?? null, kinds, changedAt);
    },
    list: (kioskId) =>
      list.all(kioskId).map((row) => ({ ...row, exceptions: exceptionsSchema.parse(JSON.parse(row.exceptions)) })),
    kiosks: () => kiosks.all(),
  };
}
