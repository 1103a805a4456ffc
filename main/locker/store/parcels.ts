import type { CellSize, Direction, ParcelState } from '../../../contract/locker.ts';
import type { Db } from '../../store/write.ts';

/** A row of `locker_parcels`. */
export interface StoredParcel {
  readonly id: string;
  readonly revision: number;
  readonly case_number: string;
  readonly direction: Direction;
  readonly item_name: string | null;
  readonly size: CellSize;
  readonly agents: 0 | 1;
  readonly unverified: 0 | 1;
  readonly state: ParcelState;
  readonly cell: number | null;
  /** 1: its door was seen open for whoever may have it, and nobody saw it lie there since. */
  readonly let_out: 0 | 1;
  readonly moved: 0 | 1;
  readonly holder: Buffer | null;
  readonly person: Buffer | null;
  readonly created_at: number;
  readonly stored_at: number | null;
  readonly overdue: 0 | 1;
  readonly changed_at: number;
}

/** In this machine, or in the hands of its staff. */
export const LIVE = `state NOT IN ('released', 'takenBack', 'lost', 'canceled')`;

/** The statements on `locker_parcels`. */
export function parcelStatements(db: Db) {
  return {
    insert: db.prepare<[StoredParcel]>(`
      INSERT INTO locker_parcels (id, revision, case_number, direction, item_name, size, agents, unverified, state, cell,
        let_out, moved, holder, person, created_at, stored_at, overdue, changed_at)
      VALUES (@id, @revision, @case_number, @direction, @item_name, @size, @agents, @unverified, @state, @cell,
        @let_out, @moved, @holder, @person, @created_at, @stored_at, @overdue, @changed_at)`),
    update: db.prepare<[StoredParcel]>(`
      UPDATE locker_parcels SET revision = @revision, state = @state, cell = @cell, let_out = @let_out, moved = @moved,
        stored_at = @stored_at, overdue = @overdue, changed_at = @changed_at
      WHERE id = @id`),
    byId: db.prepare<[string], StoredParcel>('SELECT * FROM locker_parcels WHERE id = ?'),
    inCell: db.prepare<[number], StoredParcel>('SELECT * FROM locker_parcels WHERE cell = ?'),
    inCells: db.prepare<[], StoredParcel>('SELECT * FROM locker_parcels WHERE cell IS NOT NULL ORDER BY seq'),
    ofCase: db.prepare<[string, Direction], StoredParcel>(
      `SELECT * FROM locker_parcels WHERE case_number = ? AND direction = ? AND ${LIVE}`,
    ),
    ofPerson: db.prepare<[Buffer, Direction], StoredParcel>(
      `SELECT * FROM locker_parcels WHERE person = ? AND direction = ? AND ${LIVE} ORDER BY seq`,
    ),
    live: db.prepare<[Direction], StoredParcel>(
      `SELECT * FROM locker_parcels WHERE direction = ? AND ${LIVE} ORDER BY coalesce(stored_at, created_at), seq`,
    ),
    overdue: db.prepare<[number], StoredParcel>(`
      SELECT * FROM locker_parcels
      WHERE direction = 'document' AND state = 'stored' AND overdue = 0 AND stored_at <= ? ORDER BY seq`),
    withoutCodes: db.prepare<[], StoredParcel>(`
      SELECT * FROM locker_parcels AS parcel WHERE direction = 'document' AND state = 'stored' AND NOT EXISTS (
        SELECT 1 FROM locker_codes WHERE parcel_id = parcel.id AND state = 'live') ORDER BY seq`),
    acknowledge: db.prepare<{ id: string; revision: number }>(`
      UPDATE locker_parcels SET acknowledged = max(acknowledged, @revision),
        holder = CASE WHEN NOT (${LIVE}) AND revision <= @revision THEN NULL ELSE holder END,
        person = CASE WHEN NOT (${LIVE}) AND revision <= @revision THEN NULL ELSE person END
      WHERE id = @id`),
    remove: db.prepare<[number]>(
      `DELETE FROM locker_parcels WHERE NOT (${LIVE}) AND acknowledged = revision AND changed_at < ?`,
    ),
  };
}
