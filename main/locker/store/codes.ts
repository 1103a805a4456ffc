import type { Db } from '../../store/write.ts';
import { LIVE } from './parcels.ts';

/** A row of `locker_codes`: what opens a parcel, as keyed hashes. */
export interface StoredCode {
  readonly id: string;
  readonly parcel_id: string;
  readonly issue: number;
  readonly code: Buffer;
  readonly qr: Buffer;
  readonly issued_at: number;
}

/** The statements on `locker_codes` and `locker_tries`. */
export function codeStatements(db: Db) {
  return {
    insert: db.prepare<[StoredCode]>(`
      INSERT INTO locker_codes (id, parcel_id, issue, code, qr, state, issued_at)
      VALUES (@id, @parcel_id, @issue, @code, @qr, 'live', @issued_at)`),
    live: db.prepare<[], StoredCode>(`SELECT * FROM locker_codes WHERE state = 'live'`),
    used: db.prepare<[], StoredCode>(`SELECT * FROM locker_codes WHERE state = 'used'`),
    liveOf: db.prepare<[string], StoredCode>(`SELECT * FROM locker_codes WHERE parcel_id = ? AND state = 'live'`),
    lastIssue: db.prepare<[string], { issue: number }>(
      'SELECT coalesce(max(issue), 0) AS issue FROM locker_codes WHERE parcel_id = ?',
    ),
    end: db.prepare<[number, string]>(
      `UPDATE locker_codes SET state = 'used', ended_at = ? WHERE parcel_id = ? AND state = 'live'`,
    ),
    // Those of a parcel that is here stay: the next ones are counted on from them.
    removeUsed: db.prepare<[number]>(`
      DELETE FROM locker_codes WHERE state = 'used' AND ended_at < ? AND NOT EXISTS (
        SELECT 1 FROM locker_parcels WHERE id = locker_codes.parcel_id AND ${LIVE})`),
  };
}

/** A row of `locker_tries`. */
export interface StoredTries {
  readonly scope: Buffer;
  readonly wrong: number;
  readonly last_at: number;
  readonly locked_until: number | null;
}

export function tryStatements(db: Db) {
  return {
    put: db.prepare<[StoredTries]>(`
      INSERT INTO locker_tries (scope, wrong, last_at, locked_until) VALUES (@scope, @wrong, @last_at, @locked_until)
      ON CONFLICT (scope) DO UPDATE SET wrong = @wrong, last_at = @last_at, locked_until = @locked_until`),
    byScope: db.prepare<[Buffer], StoredTries>('SELECT * FROM locker_tries WHERE scope = ?'),
    forget: db.prepare<[Buffer]>('DELETE FROM locker_tries WHERE scope = ?'),
    removeOld: db.prepare<[number]>('DELETE FROM locker_tries WHERE last_at < ?'),
  };
}
