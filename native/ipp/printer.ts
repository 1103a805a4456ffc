import type { PaperKind } from '../../contract/device-config/document.ts';
import type { PrinterStatus } from '../../contract/device-status.ts';
import type { Result } from '../../contract/result.ts';

export type IppFailure = 'unreachable' | 'timeout' | 'jobNotFound' | 'refused' | 'badReply';

/** RFC 8011 job-state. */
export type JobState =
  | 'pending'
  | 'pending-held'
  | 'processing'
  | 'processing-stopped'
  | 'canceled'
  | 'aborted'
  | 'completed';

export interface JobStatus {
  readonly jobId: number;
  readonly name: string;
  readonly state: JobState;
  /** job-state-reasons and job-printer-state-reasons, as given. */
  readonly reasons: readonly string[];
  /**
   * job-impressions-completed; undefined where the printer does not count (absent, or 0 on a completed job). Two-sided it
   * may be one more than the pages, see `sheets.ts`.
   */
  readonly impressions: number | undefined;
}

/** The A4 printer as the rest of the kiosk uses it. Every call is bounded in time and never throws. */
export interface DocumentPrinter {
  /** Which printer this is; kept with every print, so that a later start asks the same one. */
  readonly uri: string;
  status(): Promise<Result<PrinterStatus, IppFailure>>;
  /**
   * Create-Job: the job has an id before any data is sent, so a crash cannot lose it.
   * @param paper which of the configured trays; `record` unless said
   */
  createJob(name: string, paper?: PaperKind): Promise<Result<{ readonly jobId: number }, IppFailure>>;
  /** Send-Document with last-document=true. */
  sendDocument(jobId: number, pdf: Uint8Array): Promise<Result<void, IppFailure>>;
  job(jobId: number): Promise<Result<JobStatus, IppFailure>>;
  /** Get-Jobs (completed and not) by exact job-name: for a crash between Create-Job and the row that holds its id. */
  findJob(name: string): Promise<Result<JobStatus | null, IppFailure>>;
  cancelJob(jobId: number): Promise<Result<void, IppFailure>>;
}
