import type { TransactionState } from '../../../contract/gateway.ts';
import type { Db } from '../../store/write.ts';
import type { Transaction } from './transaction.ts';

/** A row of `transactions`. */
export interface TransactionRow {
  readonly id: string;
  readonly revision: number;
  readonly item_code: string;
  readonly state: TransactionState;
  readonly document_number: string | null;
  readonly pages: number | null;
  readonly error_code: string | null;
  readonly holder: Buffer | null;
  readonly person: Buffer | null;
  readonly begun_by: string;
  readonly changed_by: string;
  readonly started_at: number;
  readonly changed_at: number;
  readonly rated: number;
}

const FINISHED = `state NOT IN ('started', 'unknown')`;

/** The statements on `transactions`; what they mean is said by `transactions.ts` and `retention.ts`. */
export function transactionStatements(db: Db) {
  return {
    insert: db.prepare<[Omit<TransactionRow, 'rated'>]>(`
      INSERT INTO transactions (id, revision, item_code, state, document_number, pages, error_code, holder, person,
        begun_by, changed_by, started_at, changed_at)
      VALUES (@id, @revision, @item_code, @state, @document_number, @pages, @error_code, @holder, @person,
        @begun_by, @changed_by, @started_at, @changed_at)`),
    update: db.prepare<[TransactionRow]>(`
      UPDATE transactions SET revision = @revision, state = @state, document_number = @document_number, pages = @pages,
        error_code = @error_code, changed_by = @changed_by, changed_at = @changed_at, rated = @rated
      WHERE id = @id`),
    byId: db.prepare<[string], TransactionRow>('SELECT * FROM transactions WHERE id = ?'),
    unfinished: db.prepare<[string], TransactionRow>(`
      SELECT * FROM transactions
      WHERE state IN ('started', 'unknown') AND holder IS NOT NULL AND (state = 'unknown' OR begun_by <> ?)
      ORDER BY started_at, id`),
    lastInterrupted: db.prepare<[Buffer, number], TransactionRow>(`
      SELECT * FROM transactions
      WHERE person = ? AND changed_at >= ? AND begun_by <> changed_by AND state IN ('printed', 'notPrinted', 'unknown')
      ORDER BY changed_at DESC LIMIT 1`),
    stillOpen: db.prepare<[Buffer, string], TransactionRow>(`
      SELECT * FROM transactions WHERE person = ? AND state = 'started' AND begun_by <> ?
      ORDER BY changed_at DESC LIMIT 1`),
    acknowledge: db.prepare<{ id: string; revision: number }>(`
      UPDATE transactions SET acknowledged = max(acknowledged, @revision),
        holder = CASE WHEN ${FINISHED} AND revision <= @revision THEN NULL ELSE holder END,
        person = CASE WHEN ${FINISHED} AND revision <= @revision AND begun_by = changed_by THEN NULL ELSE person END
      WHERE id = @id`),
    forgetPerson: db.prepare<[number]>(`
      UPDATE transactions SET person = NULL WHERE person IS NOT NULL AND holder IS NULL AND changed_at < ?`),
    giveUpUnknown: db.prepare<[number]>(`
      UPDATE transactions SET holder = NULL, person = NULL
      WHERE state = 'unknown' AND acknowledged = revision AND holder IS NOT NULL AND changed_at < ?`),
    remove: db.prepare<[number]>(`
      DELETE FROM transactions WHERE acknowledged = revision AND state <> 'started' AND changed_at < ?`),
  };
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

export const toTransaction = (row: TransactionRow): Transaction => ({
  id: row.id,
  revision: row.revision,
  itemCode: row.item_code,
  state: row.state,
  documentNumber: row.document_number ?? undefined,
  pages: row.pages ?? undefined,
  errorCode: row.error_code ?? undefined,
  startedAt: iso(row.started_at),
  changedAt: iso(row.changed_at),
});
