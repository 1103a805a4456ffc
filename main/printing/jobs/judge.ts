import type { PrinterStatus } from '../../../contract/device-status.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import { type Result, unreachable } from '../../../contract/result.ts';
import { jobSense } from '../../../native/ipp/job-reasons.ts';
import type { IppFailure, JobStatus } from '../../../native/ipp/printer.ts';
import type { PrintOutcome, PrintProgress } from './print.ts';
import { printerTrouble } from './trouble.ts';

/** What one round of questions brought, and what earlier rounds have seen of the same job. */
export interface Observation {
  readonly job: Result<JobStatus, IppFailure>;
  readonly printer: Result<PrinterStatus, IppFailure>;
  readonly jobName: string;
  readonly pages: number;
  readonly seen: Seen;
}

export interface Seen {
  /** The most impressions that were ever reported. */
  readonly impressions: number;
  /** The engine has worked on it, so paper may have moved though nothing was counted. */
  readonly processing: boolean;
}

export type Verdict =
  | { readonly kind: 'going'; readonly progress: PrintProgress; readonly seen: Seen }
  /** The job waits for its document: what was sent has not arrived. */
  | { readonly kind: 'documentMissing'; readonly progress: PrintProgress; readonly seen: Seen }
  | { readonly kind: 'ended'; readonly outcome: PrintOutcome };

const lost: Verdict = { kind: 'ended', outcome: { outcome: 'unknown', code: 'printer.jobLost' } };

/** Decides from evidence alone how a print is going or how it has ended. Pure. */
export function judge({ job, printer, jobName, pages, seen }: Observation): Verdict {
  if (!job.ok) {
    if (job.error === 'jobNotFound') return lost;
    return going(seen, job.error === 'refused' ? 'printer.stopped' : 'printer.offline');
  }
  const status = job.value;
  // Job ids begin anew when some printers are switched on: another job under our id is not ours.
  if (status.name !== jobName) return lost;
  // Two-sided, the blank back of an odd last page may be counted; it is no page.
  const impressions = Math.min(pages, Math.max(seen.impressions, status.impressions ?? 0));
  switch (status.state) {
    case 'completed':
      return { kind: 'ended', outcome: completed(status, pages, impressions) };
    case 'canceled':
    case 'aborted': {
      const mayHaveMoved = impressions > 0 || (status.impressions === undefined && seen.processing);
      return {
        kind: 'ended',
        outcome: { outcome: mayHaveMoved ? 'unknown' : 'notPrinted', code: 'printer.jobFailed' },
      };
    }
    case 'pending-held':
      if (jobSense(status.reasons, 'open') === 'documentMissing') {
        return { ...going({ ...seen, impressions }, null), kind: 'documentMissing' };
      }
      return going({ ...seen, impressions }, printerTrouble(status, printer));
    case 'pending':
      return going({ ...seen, impressions }, printerTrouble(status, printer));
    case 'processing':
    case 'processing-stopped':
      return going({ impressions, processing: true }, printerTrouble(status, printer));
    default:
      return unreachable(status.state);
  }
}

function completed({ impressions: counted, reasons }: JobStatus, pages: number, most: number): PrintOutcome {
  const counts = counted !== undefined || most > 0;
  const isShort = counts && most < pages;
  const sense = jobSense(reasons, 'completed');
  if (isShort || sense === 'spoiled') return { outcome: 'unknown', code: 'printer.pagesMissing' };
  if (sense === 'historyMissing') return { outcome: 'unknown', code: 'printer.jobLost' };
  return { outcome: 'printed', impressions: counts ? most : pages };
}

const going = (seen: Seen, trouble: ErrorCode | null) => ({
  kind: 'going' as const,
  progress: { impressions: seen.impressions, trouble },
  seen,
});
