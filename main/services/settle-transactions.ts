import type { ErrorCode } from '../../contract/errors.ts';
import type { TransactionState } from '../../contract/gateway.ts';
import type { Result } from '../../contract/result.ts';
import type { PrintOutcome } from '../printing/jobs/print.ts';
import type { PrintRow } from '../printing/jobs/print-store.ts';
import type { Transactions } from './transactions/transactions.ts';

/** What is on disk about the print of a transaction; `pending`: the printer has not told its end yet. */
export type PrintOnDisk = PrintOutcome | 'pending' | 'none';

/** Reads the rows of one transaction; it has one, or none when the machine stopped before. */
export function printOnDisk(rows: Result<readonly PrintRow[], ErrorCode>): PrintOnDisk {
  // A disk that cannot be read now tells nothing: ask again at the next start.
  if (!rows.ok) return 'pending';
  const row = rows.value.at(-1);
  if (!row) return 'none';
  if (row.state === 'printed') return { outcome: 'printed', impressions: row.impressions };
  const code = row.errorCode ?? 'printer.jobLost';
  if (row.state === 'notPrinted') return { outcome: 'notPrinted', code };
  return row.state === 'unknown' && row.settled ? { outcome: 'unknown', code } : 'pending';
}

/**
 * After a restart: ends every transaction that the last run left open, by what the disk and the printer say. One that never
 * reached the printer has failed; one whose print is still being asked about stays open until `printSettled`.
 */
export function settleTransactions(transactions: Transactions, printOf: (transactionId: string) => PrintOnDisk): void {
  const unfinished = transactions.unfinished();
  if (!unfinished.ok) return;
  for (const { id, state } of unfinished.value) {
    const print = printOf(id);
    if (print === 'pending') continue;
    if (print === 'none') {
      if (state === 'started') transactions.change(id, 'failed', { errorCode: 'core.restarted' });
    } else printSettled(transactions, id, print);
  }
}

export function printSettled(transactions: Transactions, transactionId: string, outcome: PrintOutcome): void {
  const state: TransactionState = outcome.outcome;
  transactions.change(
    transactionId,
    state,
    outcome.outcome === 'printed' ? { pages: outcome.impressions } : { pages: 0, errorCode: outcome.code },
  );
}
