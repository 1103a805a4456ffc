import type { StaffReason } from '../../../contract/locker.ts';
import type { Db } from '../../store/write.ts';

/** The statements on `locker_evidence`. */
export function evidenceStatements(db: Db) {
  return {
    insert: db.prepare<[string, string, Buffer, number]>(
      'INSERT INTO locker_evidence (act_id, parcel_id, sealed, given_at) VALUES (?, ?, ?, ?)',
    ),
    erase: db.prepare<[string]>('UPDATE locker_evidence SET sealed = NULL WHERE act_id = ?'),
    remove: db.prepare<[number]>('DELETE FROM locker_evidence WHERE sealed IS NULL AND given_at < ?'),
  };
}

/** What a member of staff did without opening a door. */
export interface Deed {
  readonly deed:
    | 'cancelPutIn'
    | 'occupied'
    | 'keep'
    | 'resend'
    | 'takeOut'
    | 'backInService'
    | 'settle'
    | 'removed'
    | 'inventory';
  readonly number: string;
  readonly second: string | null;
  readonly cell: number | null;
  readonly parcel_id: string | null;
  readonly reason: StaffReason | null;
  readonly at: number;
}

/** The statements on `locker_deeds`. */
export function deedStatements(db: Db) {
  return {
    insert: db.prepare<[Deed]>(`
      INSERT INTO locker_deeds (deed, number, second, cell, parcel_id, reason, at)
      VALUES (@deed, @number, @second, @cell, @parcel_id, @reason, @at)`),
    remove: db.prepare<[number]>('DELETE FROM locker_deeds WHERE at < ?'),
  };
}
