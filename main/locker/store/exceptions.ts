import type { ExceptionKind } from '../../../contract/locker.ts';
import type { Verdict } from '../../../contract/staff-rows.ts';
import type { Db } from '../../store/write.ts';

/** A row of `locker_exceptions` that waits for staff. */
export interface StoredException {
  readonly id: string;
  readonly kind: ExceptionKind;
  readonly cell: number | null;
  readonly parcel_id: string | null;
  readonly after_act: number;
  readonly at: number;
}

/** The statements on `locker_exceptions`. */
export function exceptionStatements(db: Db) {
  return {
    /** Changes nothing while one of this kind waits at this cell. */
    insert: db.prepare<[StoredException]>(`
      INSERT INTO locker_exceptions (id, kind, cell, parcel_id, after_act, at)
      VALUES (@id, @kind, @cell, @parcel_id, @after_act, @at) ON CONFLICT DO NOTHING`),
    open: db.prepare<[], StoredException>('SELECT * FROM locker_exceptions WHERE verdict IS NULL ORDER BY seq'),
    openAt: db.prepare<[number], StoredException>(
      'SELECT * FROM locker_exceptions WHERE verdict IS NULL AND cell = ? ORDER BY seq',
    ),
    openById: db.prepare<[string], StoredException>('SELECT * FROM locker_exceptions WHERE verdict IS NULL AND id = ?'),
    settle: db.prepare<[Verdict, string, number, string]>(
      'UPDATE locker_exceptions SET verdict = ?, settled_by = ?, settled_at = ? WHERE id = ?',
    ),
    remove: db.prepare<[number]>('DELETE FROM locker_exceptions WHERE settled_at < ?'),
  };
}
