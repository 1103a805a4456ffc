import type { Acknowledgement } from '../../../contract/gateway.ts';
import type { CenterDatabase } from '../../store/database.ts';
import { contentDigest } from '../../store/digest.ts';

export type Collection = 'parcel' | 'code' | 'notice' | 'act' | 'evidence' | 'cell' | 'inventory' | 'loss';

/** What a report is known by. Whatever has no revisions has revision 1. */
export interface ReportIdentity {
  readonly collection: Collection;
  readonly id: string;
  readonly revision: number;
  readonly kioskId: string;
}

/** `conflict`: the key or the revision was used before for something else, or the id by another kiosk. */
export type Stored = Acknowledgement['stored'] | 'conflict';

/** Knows every report that was taken. */
export interface Ledger {
  /**
   * Notes a report; `new` and `superseded` have to be stored by the caller, in the same write.
   * @param content the whole report, as its schema gave it
   */
  note(key: string, identity: ReportIdentity, content: object, receivedAt: string): Stored;
  /** When a kiosk was last heard of, ISO 8601. */
  lastReportAt(kioskId: string): string | null;
}

interface Kept {
  readonly digest: Buffer;
}

export function lockerLedger(database: CenterDatabase): Ledger {
  const byKey = database.prepare<[string, string], Kept>(
    'SELECT digest FROM locker_reports WHERE kiosk_id = ? AND idempotency_key = ?',
  );
  const byRevision = database.prepare<[string, string, number], Kept>(
    'SELECT digest FROM locker_reports WHERE collection = ? AND id = ? AND revision = ?',
  );
  const newest = database.prepare<[string, string], { readonly revision: number; readonly kioskId: string }>(
    `SELECT revision, kiosk_id AS kioskId FROM locker_reports WHERE collection = ? AND id = ?
     ORDER BY revision DESC LIMIT 1`,
  );
  const insert = database.prepare('INSERT INTO locker_reports VALUES (?, ?, ?, ?, ?, ?, ?)');
  const last = database
    .prepare<[string], string | null>('SELECT max(received_at) FROM locker_reports WHERE kiosk_id = ?')
    .pluck();
  return {
    note(key, { collection, id, revision, kioskId }, content, receivedAt) {
      // The schemas give keys in their own order, so equal content is equal text.
      const digest = contentDigest(collection, id, JSON.stringify(content));
      const kept = byKey.get(kioskId, key) ?? byRevision.get(collection, id, revision);
      if (kept !== undefined) return kept.digest.equals(digest) ? 'duplicate' : 'conflict';
      const before = newest.get(collection, id);
      if (before !== undefined && before.kioskId !== kioskId) return 'conflict';
      insert.run(collection, id, revision, kioskId, key, digest, receivedAt);
      return before !== undefined && before.revision > revision ? 'superseded' : 'new';
    },
    lastReportAt: (kioskId) => last.get(kioskId) ?? null,
  };
}
