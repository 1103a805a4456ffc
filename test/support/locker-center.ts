import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import type { Machine } from './machine.ts';

/** What the center has of a case, from its own store. */
export interface CaseAtCenter {
  /** States of the parcels, newest revision each. */
  readonly parcels: readonly string[];
  /** Ended openings, by kind and who was let to the door. */
  readonly acts: readonly string[];
  readonly notices: readonly string[];
  readonly evidence: number;
}

/** Read from the center's own store: nobody but its operators is shown so much. */
export function caseAtCenter({ rig }: Machine, caseNumber: string): CaseAtCenter {
  const db = new Sqlite(join(dirname(rig.kioskDataDir), 'center', 'center.sqlite'), { readonly: true });
  const all = (sql: string): string[] => z.array(z.string()).parse(db.prepare(sql).pluck().all(caseNumber));
  const ofCase = 'parcel_id IN (SELECT id FROM locker_parcels WHERE case_number = ?)';
  try {
    return {
      parcels: all('SELECT state FROM locker_parcels WHERE case_number = ? AND newest = 1 ORDER BY changed_at'),
      acts: all(
        `SELECT kind || ' ' || state || ' ' || actor FROM locker_acts WHERE ${ofCase} AND newest = 1 ORDER BY planned_at`,
      ),
      notices: all('SELECT kind FROM locker_messages WHERE case_number = ? ORDER BY at, kind'),
      evidence: all(`SELECT id FROM locker_evidence WHERE ${ofCase}`).length,
    };
  } finally {
    db.close();
  }
}
