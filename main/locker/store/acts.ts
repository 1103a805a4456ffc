import type { ActKind, ActState, StaffReason } from '../../../contract/locker.ts';
import type { Db } from '../../store/write.ts';

/** A row of `locker_acts`: one opening of one door. */
export interface StoredAct {
  readonly id: string;
  readonly revision: number;
  readonly kind: ActKind;
  readonly state: ActState;
  readonly cell: number;
  readonly parcel_id: string | null;
  /** JSON of an `Actor`. */
  readonly actor: string;
  readonly reason: StaffReason | null;
  readonly planned_at: number;
  readonly changed_at: number;
}

/** The statements on `locker_acts`. */
export function actStatements(db: Db) {
  return {
    insert: db.prepare<[StoredAct]>(`
      INSERT INTO locker_acts (id, revision, kind, state, cell, parcel_id, actor, reason, planned_at, changed_at)
      VALUES (@id, @revision, @kind, @state, @cell, @parcel_id, @actor, @reason, @planned_at, @changed_at)`),
    update: db.prepare<[StoredAct]>(
      'UPDATE locker_acts SET revision = @revision, state = @state, changed_at = @changed_at WHERE id = @id',
    ),
    byId: db.prepare<[string], StoredAct>('SELECT * FROM locker_acts WHERE id = ?'),
    underWay: db.prepare<[], StoredAct>(`SELECT * FROM locker_acts WHERE state IN ('planned', 'open') ORDER BY seq`),
    underWayAt: db.prepare<[number], StoredAct>(
      `SELECT * FROM locker_acts WHERE cell = ? AND state IN ('planned', 'open')`,
    ),
    /** The newest opening that concerned a parcel, but for mere looking. */
    lastOfParcel: db.prepare<[string], StoredAct>(
      `SELECT * FROM locker_acts WHERE parcel_id = ? AND kind <> 'inspect' ORDER BY seq DESC LIMIT 1`,
    ),
    last: db.prepare<[], { seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM locker_acts'),
    /** Whether staff had this door open and closed after that act. */
    lookedSince: db.prepare<[number, number], { seq: number }>(`
      SELECT seq FROM locker_acts WHERE cell = ? AND seq > ? AND state = 'closed' AND actor LIKE '%"staff"%' LIMIT 1`),
    acknowledge: db.prepare<{ id: string; revision: number }>(
      'UPDATE locker_acts SET acknowledged = max(acknowledged, @revision) WHERE id = @id',
    ),
    remove: db.prepare<[number]>(`
      DELETE FROM locker_acts
      WHERE state NOT IN ('planned', 'open') AND acknowledged = revision AND changed_at < ?`),
  };
}
