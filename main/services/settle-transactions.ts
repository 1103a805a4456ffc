import type { TransactionState } from '../../contract/gateway.ts';
import type { PrintOutcome } from '../printing/jobs/print.ts';
import type { Transactions } from './transactions/transactions.ts';

/** What is on disk about the print of a transaction; `pending`: the printer has not told its end yet. */
export type PrintOnDisk = PrintOutcome | 'pending' | 'none';

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
