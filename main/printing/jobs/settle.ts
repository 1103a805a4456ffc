import type { Database } from 'better-sqlite3';
import type { Log } from '../../../contract/log-events.ts';
import type { Clock } from '../../../native/clock.ts';
import type { DocumentPrinter } from '../../../native/ipp/printer.ts';
import { PRINT_DELAYS, type PrintDelays } from './delays.ts';
import { type Followed, followJob } from './follow.ts';
import type { PrintOutcome } from './print.ts';
import { createPrintStore, type PrintRow, type PrintStore } from './print-store.ts';
import { pause } from './wait.ts';

interface Settling {
  readonly printer: DocumentPrinter;
  readonly clock: Clock;
  readonly log: Log;
  /** Called once for each row that has got its certain end, after the row was written. */
  readonly onSettled: (row: PrintRow, outcome: PrintOutcome) => void;
  /** Aborted when the core stops: what is open stays open for the next start; jobs in the printer go on. */
  readonly stop: AbortSignal;
}

export interface SettleOptions extends Settling {
  /** With migration `0002-print-jobs`. */
  readonly db: Database;
  readonly delays?: Partial<PrintDelays>;
}

const settledAs = (outcome: PrintOutcome): Followed => ({ outcome, settled: true });
const NEVER_SENT = settledAs({ outcome: 'notPrinted', code: 'printer.jobFailed' });
const LOST = settledAs({ outcome: 'unknown', code: 'printer.jobLost' });

/** Settles what earlier runs left open. Call it before the first print of this run: it takes every row without an end. */
export async function settlePrints(options: SettleOptions): Promise<void> {
  const store = createPrintStore(options.db, options.clock, options.log);
  const rows = store.unsettled();
  const delays: PrintDelays = { ...PRINT_DELAYS, ...options.delays };
  if (rows.ok) await settleRows(rows.value, { ...options, store, delays });
}

export interface SettleRowsOptions extends Settling {
  readonly store: PrintStore;
  readonly delays: PrintDelays;
}

/**
 * Gives prints of open end their end, by asking the printer. One that cannot be reached is asked again, ever more seldom,
 * until `SETTLE_LIMIT_MS`; what is open then stays open for the next start.
 */
export async function settleRows(rows: readonly PrintRow[], options: SettleRowsOptions): Promise<void> {
  const { store, clock, log, delays, onSettled, stop } = options;
  const startedAt = clock.now();
  let open = rows;
  let retryMs = delays.SETTLE_FIRST_RETRY_MS;
  for (;;) {
    const left: PrintRow[] = [];
    for (const row of open) {
      const end = stop.aborted ? null : await askFor(row, options);
      if (!end?.settled || !store.ended(row.printId, end.outcome, true).ok) {
        left.push(row);
        continue;
      }
      log('print-settled', { printId: row.printId, outcome: end.outcome.outcome });
      onSettled(row, end.outcome);
    }
    open = left;
    if (open.length === 0 || stop.aborted || clock.now() - startedAt > delays.SETTLE_LIMIT_MS) return;
    await pause(clock, retryMs, stop);
    retryMs = Math.min(retryMs * 2, delays.SETTLE_LONGEST_RETRY_MS);
  }
}

/** One attempt for one row; null while the printer cannot be asked. */
async function askFor(row: PrintRow, options: SettleRowsOptions): Promise<Followed | null> {
  const { printer, clock, delays, stop } = options;
  const { jobName, pages, state } = row;
  const mayHavePrinted = state === 'sent' || state === 'unknown';
  const vanished = mayHavePrinted ? LOST : NEVER_SENT;
  // Another printer knows nothing about it.
  if (row.printerUri !== printer.uri) return vanished;
  const found = row.jobId === null ? await printer.findJob(jobName) : await printer.job(row.jobId);
  if (!found.ok && found.error !== 'jobNotFound') return null;
  // Job ids begin anew when some printers are switched on: another job under our id is not ours.
  if (!found.ok || found.value === null || found.value.name !== jobName) return vanished;
  const { jobId } = found.value;
  if (!mayHavePrinted) {
    // A job without a document: take it out of the queue. It cannot have printed, whatever the printer answers.
    await printer.cancelJob(jobId);
    return NEVER_SENT;
  }
  const seen = { impressions: row.impressions, processing: true };
  // After a crash the person may still stand there: let it print. What was given up must not print for the next one.
  const giveUp = state === 'unknown' ? AbortSignal.abort() : new AbortController().signal;
  const onProgress = (): void => undefined;
  const end = await followJob({ printer, clock, delays, jobId, jobName, pages, seen, onProgress, giveUp, stop });
  return end === 'stopped' ? null : end;
}
