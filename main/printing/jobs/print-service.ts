import type { Database } from 'better-sqlite3';
import type { Log } from '../../../contract/log-events.ts';
import type { Clock } from '../../../native/clock.ts';
import type { DocumentPrinter } from '../../../native/ipp/printer.ts';
import { createJobOnce } from './create-job.ts';
import { PRINT_DELAYS, type PrintDelays } from './delays.ts';
import { type Followed, followJob } from './follow.ts';
import type { PrintOutcome, PrintProgress, PrintRequest, PrintService } from './print.ts';
import { createPrintStore, type PrintRow } from './print-store.ts';
import { settleRows } from './settle.ts';

export interface PrintServiceOptions {
  /** With migration `0002-print-jobs`. */
  readonly db: Database;
  readonly printer: DocumentPrinter;
  readonly clock: Clock;
  readonly log: Log;
  /**
   * Called when a print that was given up without a certain end has got one after all: the printer is asked on, and the
   * job canceled, in the background.
   */
  readonly onSettled?: (row: PrintRow, outcome: PrintOutcome) => void;
  /** Aborted when the core stops: prints in progress stay `sent` for the next start; jobs in the printer go on. */
  readonly stop?: AbortSignal;
  readonly delays?: Partial<PrintDelays>;
}

const NEVER = new AbortController().signal;

const notPrinted = (code: Extract<PrintOutcome, { outcome: 'notPrinted' }>['code']): Followed => ({
  outcome: { outcome: 'notPrinted', code },
  settled: true,
});

/** Row first, then the act, then the printer's evidence: planned → created → sent → printed | notPrinted | unknown. */
export function createPrintService(options: PrintServiceOptions): PrintService {
  const { printer, clock, log, stop = NEVER, onSettled = () => undefined } = options;
  const delays: PrintDelays = { ...PRINT_DELAYS, ...options.delays };
  const store = createPrintStore(options.db, clock, log);
  async function printOnce(request: PrintRequest): Promise<Followed | 'stopped'> {
    const { printId, jobName, pages, paper = 'record', pdf, giveUp } = request;
    const onProgress = reportChanges(request, log);
    const created = await createJobOnce({ printer, clock, delays, jobName, paper, onProgress, giveUp, stop });
    if (!created.ok) return notPrinted(created.error);
    const { jobId } = created.value;
    log('print-job', { printId, jobId });
    const recorded = store.created(printId, jobId);
    const sending = recorded.ok && !giveUp.aborted && !stop.aborted ? store.sent(printId) : recorded;
    if (giveUp.aborted || stop.aborted || !sending.ok) {
      // Nothing was sent, so nothing can print; a job that stays behind is dropped by the printer itself.
      await printer.cancelJob(jobId);
      return notPrinted(sending.ok ? 'printer.jobFailed' : sending.error);
    }
    const sent = await printer.sendDocument(jobId, pdf);
    if (!sent.ok && sent.error === 'jobNotFound') return notPrinted('printer.jobFailed');
    // A refused document never prints; after silence nobody knows. In both cases the job itself tells.
    const end = !sent.ok && sent.error === 'refused' ? AbortSignal.abort() : giveUp;
    const seen = { impressions: 0, processing: false };
    return followJob({ printer, clock, delays, jobId, jobName, pages, seen, onProgress, giveUp: end, stop });
  }

  async function print(request: PrintRequest): Promise<PrintOutcome> {
    const { printId, transactionId, jobName, pages } = request;
    const startedAt = clock.now();
    log('print-init', { printId, pages });
    const planned = store.plan({ printId, transactionId, jobName, pages, printerUri: printer.uri });
    if (!planned.ok) return { outcome: 'notPrinted', code: planned.error };
    const end = await printOnce(request);
    // The row stays `sent`: the next start follows the job to its end.
    if (end === 'stopped') return { outcome: 'unknown', code: 'printer.jobLost' };
    const { outcome, settled } = end;
    // If the disk refuses this, the row stays `sent` as well.
    const written = store.ended(printId, outcome, settled);
    const impressions = outcome.outcome === 'printed' ? outcome.impressions : 0;
    const elapsedMs = Math.round(clock.now() - startedAt);
    log('print-complete', { printId, outcome: outcome.outcome, impressions, elapsedMs });
    const rows = settled || !written.ok ? null : store.ofTransaction(transactionId);
    if (rows?.ok) {
      const open = rows.value.filter((row) => row.printId === printId);
      void settleRows(open, { store, printer, clock, log, delays, onSettled, stop });
    }
    return outcome;
  }

  return { print };
}

/** Passes on only what is new, and writes each trouble once. */
function reportChanges({ printId, onProgress }: PrintRequest, log: Log): (progress: PrintProgress) => void {
  let last: PrintProgress = { impressions: 0, trouble: null };
  return (progress) => {
    if (progress.impressions === last.impressions && progress.trouble === last.trouble) return;
    if (progress.trouble !== null && progress.trouble !== last.trouble) {
      log('print-trouble', { printId, code: progress.trouble });
    }
    last = progress;
    onProgress(progress);
  };
}
