import type { ErrorCode } from '../../../contract/errors.ts';
import type { Clock } from '../../../native/clock.ts';
import type { DocumentPrinter } from '../../../native/ipp/printer.ts';
import type { PrintDelays } from './delays.ts';
import { judge, type Seen } from './judge.ts';
import type { PrintOutcome, PrintProgress } from './print.ts';
import { pause } from './wait.ts';

export interface FollowOptions {
  readonly printer: DocumentPrinter;
  readonly clock: Clock;
  readonly delays: PrintDelays;
  readonly jobId: number;
  readonly jobName: string;
  readonly pages: number;
  readonly seen: Seen;
  readonly onProgress: (progress: PrintProgress) => void;
  readonly giveUp: AbortSignal;
  /** Ends the watching, not the job. */
  readonly stop: AbortSignal;
}

export interface Followed {
  readonly outcome: PrintOutcome;
  /** False: the printer could not be asked to the end; it may still tell later. */
  readonly settled: boolean;
}

/**
 * Follows a job until the printer says how it ended. Once given up (by the person, or held up for `HELD_UP_LIMIT_MS`) the job is
 * canceled and the answer is still the printer's: a job that ends on its own meanwhile is printed.
 */
export async function followJob(options: FollowOptions): Promise<Followed | 'stopped'> {
  const { printer, clock, delays, jobId, jobName, pages, onProgress, giveUp, stop } = options;
  let { seen } = options;
  let movedAt = clock.now();
  /** The last impression: what comes and goes in between, trouble or none, must not let a print go on for ever. */
  let countedAt = movedAt;
  let heldSince: number | null = null;
  let cancelSince: number | null = null;
  let canceled = false;
  for (;;) {
    const [job, status] = await Promise.all([printer.job(jobId), printer.status()]);
    const verdict = judge({ job, printer: status, jobName, pages, seen });
    if (verdict.kind === 'ended') return { outcome: verdict.outcome, settled: true };
    const now = clock.now();
    if (verdict.seen.impressions > seen.impressions) countedAt = now;
    if (countedAt === now || verdict.progress.trouble !== null) movedAt = now;
    seen = verdict.seen;
    if (stop.aborted) return 'stopped';
    const stallLimitMs = delays.STALL_LIMIT_MS + delays.STALL_PER_PAGE_MS * (pages - seen.impressions);
    const stalled: ErrorCode | null = now - movedAt > stallLimitMs ? 'printer.stopped' : null;
    const trouble = verdict.progress.trouble ?? stalled;
    onProgress({ impressions: seen.impressions, trouble });

    heldSince = trouble === null ? null : (heldSince ?? now);
    const heldTooLong =
      (heldSince !== null && now - heldSince > delays.HELD_UP_LIMIT_MS) ||
      now - countedAt > delays.HELD_UP_LIMIT_MS + stallLimitMs;
    if (giveUp.aborted || heldTooLong || verdict.kind === 'documentMissing') cancelSince ??= now;
    if (cancelSince !== null) {
      if (!canceled) canceled = (await printer.cancelJob(jobId)).ok;
      if (clock.now() - cancelSince > delays.CANCEL_LIMIT_MS) {
        return { outcome: { outcome: 'unknown', code: trouble ?? 'printer.jobLost' }, settled: false };
      }
    }
    await pause(clock, delays.POLL_INTERVAL_MS, ...(cancelSince === null ? [giveUp, stop] : [stop]));
  }
}
