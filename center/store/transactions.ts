import type { Acknowledgement, TransactionReport, TransactionState } from '../../contract/gateway.ts';
import { maskIdNumber, maskName } from '../../contract/identity-card.ts';
import type { CenterDatabase } from './database.ts';
import { contentDigest } from './digest.ts';

/** A transaction as operators may see it: its newest state, the holder masked. */
export interface TransactionSummary {
  readonly id: string;
  readonly revision: number;
  /** How many revisions have arrived. */
  readonly revisions: number;
  readonly kioskId: string;
  readonly itemCode: string;
  readonly state: TransactionState;
  readonly documentNumber: string | null;
  readonly pages: number | null;
  readonly errorCode: string | null;
  readonly maskedName: string;
  readonly maskedIdNumber: string;
  readonly startedAt: string;
  readonly changedAt: string;
}

/** `conflict`: the key or the revision was used before, for something else. */
export type StoredTransaction = Acknowledgement['stored'] | 'conflict';

export interface TransactionStore {
  /** Stores one revision; repeating it has no effect. Call within a write. */
  put(key: string, report: TransactionReport, receivedAt: string): StoredTransaction;
  /** Newest first, of one kiosk. */
  list(kioskId: string, limit: number): TransactionSummary[];
  countByState(kioskId: string): Partial<Record<TransactionState, number>>;
  /** How often an item was printed for one person at one kiosk in one day. */
  countPrinted(prints: PrintsOfOneDay): number;
}

export interface PrintsOfOneDay {
  readonly kioskId: string;
  readonly itemCode: string;
  readonly holderIdNumber: string;
  /** `YYYY-MM-DD` in Shanghai: the day on which the kiosk saw the print end. */
  readonly day: string;
}

interface KeptRevision {
  readonly idempotency_key: string;
  readonly kiosk_id: string;
  readonly digest: Buffer;
}

interface ListedRow extends Omit<TransactionSummary, 'maskedName' | 'maskedIdNumber'> {
  readonly holderName: string | null;
  readonly holderIdNumber: string | null;
}

/** Stands for a holder where there is none: public information, or a guide. */
export const NOBODY = '—';

const COLUMNS = `id, revision, idempotency_key, kiosk_id, digest, item_code, state, document_number, pages, error_code,
  holder_card_kind, holder_name, holder_id_number, started_at, changed_at, received_at`;

/** Kiosks report with any offset; SQLite turns it into UTC, and Shanghai is eight hours ahead all year round. */
export const COUNT_PRINTED = `SELECT count(*) AS count FROM transactions
  WHERE holder_id_number = @holderIdNumber AND item_code = @itemCode AND kiosk_id = @kioskId
    AND state = 'printed' AND date(changed_at, '+8 hours') = @day`;

export function transactionStore(database: CenterDatabase): TransactionStore {
  const byRevision = database.prepare<[string, number], KeptRevision>(
    'SELECT idempotency_key, kiosk_id, digest FROM transaction_revisions WHERE id = ? AND revision = ?',
  );
  const byKey = database.prepare<[string], KeptRevision>(
    'SELECT idempotency_key, kiosk_id, digest FROM transaction_revisions WHERE idempotency_key = ?',
  );
  const newest = database.prepare<[string], { readonly revision: number | null; readonly kiosk_id: string | null }>(
    'SELECT max(revision) AS revision, kiosk_id FROM transaction_revisions WHERE id = ?',
  );
  const insert = database.prepare(
    `INSERT INTO transaction_revisions (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const select = database.prepare<[string, number], ListedRow>(
    `SELECT id, revision, (SELECT count(*) FROM transaction_revisions AS r WHERE r.id = t.id) AS revisions,
       kiosk_id AS kioskId, item_code AS itemCode, state, document_number AS documentNumber, pages,
       error_code AS errorCode, holder_name AS holderName, holder_id_number AS holderIdNumber,
       started_at AS startedAt, changed_at AS changedAt
     FROM transactions AS t WHERE kiosk_id = ? ORDER BY started_at DESC, id LIMIT ?`,
  );
  const count = database.prepare<[string], { readonly state: TransactionState; readonly count: number }>(
    'SELECT state, count(*) AS count FROM transactions WHERE kiosk_id = ? GROUP BY state',
  );
  const printed = database.prepare<PrintsOfOneDay, { readonly count: number }>(COUNT_PRINTED);
  return {
    put(key, report, receivedAt) {
      const digest = reportDigest(report);
      const kept = byKey.get(key) ?? byRevision.get(report.id, report.revision);
      if (kept !== undefined) return kept.digest.equals(digest) ? 'duplicate' : 'conflict';
      const { revision, kiosk_id } = newest.get(report.id) ?? { revision: null, kiosk_id: null };
      if (kiosk_id !== null && kiosk_id !== report.kioskId) return 'conflict';
      insert.run(...valuesOf(key, digest, report, receivedAt));
      return revision !== null && revision > report.revision ? 'superseded' : 'new';
    },
    list: (kioskId, limit) =>
      select.all(kioskId, limit).map(({ holderName, holderIdNumber, ...row }) => ({
        ...row,
        maskedName: holderName === null ? NOBODY : maskName(holderName),
        maskedIdNumber: holderIdNumber === null ? NOBODY : maskIdNumber(holderIdNumber),
      })),
    countByState: (kioskId) => Object.fromEntries(count.all(kioskId).map((row) => [row.state, row.count])),
    countPrinted: (prints) => printed.get(prints)?.count ?? 0,
  };
}

function valuesOf(key: string, digest: Buffer, report: TransactionReport, receivedAt: string) {
  return [
    report.id,
    report.revision,
    key,
    report.kioskId,
    digest,
    report.itemCode,
    report.state,
    report.documentNumber ?? null,
    report.pages ?? null,
    report.errorCode ?? null,
    report.holder?.cardKind ?? null,
    report.holder?.name ?? null,
    report.holder?.idNumber ?? null,
    report.startedAt,
    report.changedAt,
    receivedAt,
  ] as const;
}

function reportDigest(report: TransactionReport): Buffer {
  return contentDigest(
    report.id,
    report.revision,
    report.kioskId,
    report.itemCode,
    report.state,
    report.documentNumber,
    report.pages,
    report.errorCode,
    report.holder?.cardKind,
    report.holder?.name,
    report.holder?.idNumber,
    report.startedAt,
    report.changedAt,
  );
}
