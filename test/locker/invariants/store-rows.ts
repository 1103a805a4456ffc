import type { Db } from '../../../main/store/write.ts';

export interface ParcelFacts {
  readonly id: string;
  readonly revision: number;
  readonly direction: 'document' | 'material';
  readonly state: string;
  readonly cell: number | null;
}

export interface ActFacts {
  readonly id: string;
  readonly revision: number;
  readonly kind: string;
  readonly state: string;
  readonly cell: number;
  readonly parcel_id: string | null;
}

export interface ExceptionFacts {
  readonly id: string;
  readonly kind: string;
  readonly cell: number | null;
  readonly parcel_id: string | null;
  readonly verdict: string | null;
}

export const parcelRows = (db: Db): readonly ParcelFacts[] =>
  db.prepare<[], ParcelFacts>('SELECT id, revision, direction, state, cell FROM locker_parcels ORDER BY seq').all();

export const actRows = (db: Db): readonly ActFacts[] =>
  db.prepare<[], ActFacts>('SELECT id, revision, kind, state, cell, parcel_id FROM locker_acts ORDER BY seq').all();

/** Planned and not yet open, at this cell. */
export const plannedAt = (db: Db, cell: number): readonly ActFacts[] =>
  db
    .prepare<[number], ActFacts>(
      `SELECT id, revision, kind, state, cell, parcel_id FROM locker_acts WHERE cell = ? AND state = 'planned'`,
    )
    .all(cell);

export const exceptionRows = (db: Db): readonly ExceptionFacts[] =>
  db.prepare<[], ExceptionFacts>('SELECT id, kind, cell, parcel_id, verdict FROM locker_exceptions ORDER BY seq').all();

/** Exceptions of this cell that nobody settled. */
export const waitingAt = (db: Db, cell: number): readonly string[] =>
  db
    .prepare<[number], { kind: string }>('SELECT kind FROM locker_exceptions WHERE cell = ? AND verdict IS NULL')
    .all(cell)
    .map(({ kind }) => kind);

export const hasEvidence = (db: Db, actId: string): boolean =>
  db.prepare('SELECT 1 FROM locker_evidence WHERE act_id = ?').get(actId) !== undefined;
