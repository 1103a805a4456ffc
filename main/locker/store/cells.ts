import type { CellOutReason } from '../../../contract/locker.ts';
import type { Db } from '../../store/write.ts';

/** A row of `locker_cells`. */
export interface StoredCell {
  readonly cell: number;
  readonly revision: number;
  readonly out: CellOutReason | null;
  readonly failures: number;
  /** The parcel that left it last. */
  readonly last_parcel: string | null;
  readonly reported: string | null;
}

/** The statements on `locker_cells`. */
export function cellStatements(db: Db) {
  return {
    add: db.prepare<[number]>('INSERT INTO locker_cells (cell) VALUES (?) ON CONFLICT DO NOTHING'),
    all: db.prepare<[], StoredCell>('SELECT * FROM locker_cells ORDER BY cell'),
    byCell: db.prepare<[number], StoredCell>('SELECT * FROM locker_cells WHERE cell = ?'),
    setOut: db.prepare<[CellOutReason | null, number]>('UPDATE locker_cells SET out = ? WHERE cell = ?'),
    setFailures: db.prepare<[number, number]>('UPDATE locker_cells SET failures = ? WHERE cell = ?'),
    setLastParcel: db.prepare<[string, number]>('UPDATE locker_cells SET last_parcel = ? WHERE cell = ?'),
    setReported: db.prepare<[string, number, number]>(
      'UPDATE locker_cells SET reported = ?, revision = ? WHERE cell = ?',
    ),
  };
}
