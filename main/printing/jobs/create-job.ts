import type { PaperKind } from '../../../contract/device-config/document.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { Clock } from '../../../native/clock.ts';
import type { DocumentPrinter } from '../../../native/ipp/printer.ts';
import type { PrintDelays } from './delays.ts';
import type { PrintProgress } from './print.ts';
import { pause } from './wait.ts';

export interface CreateJobOptions {
  readonly printer: DocumentPrinter;
  readonly clock: Clock;
  readonly delays: PrintDelays;
  readonly jobName: string;
  readonly paper: PaperKind;
  readonly onProgress: (progress: PrintProgress) => void;
  readonly giveUp: AbortSignal;
  readonly stop: AbortSignal;
}

/**
 * Gets a job from the printer, once: after every failure the printer is asked for a job of this name before another is
 * made, because a request without an answer may have been heard. Tries until given up; then nothing can have printed.
 */
export async function createJobOnce(options: CreateJobOptions): Promise<Result<{ readonly jobId: number }, ErrorCode>> {
  const { printer, clock, delays, jobName, paper, onProgress, giveUp, stop } = options;
  const startedAt = clock.now();
  let mayExist = false;
  for (;;) {
    let trouble: ErrorCode = 'printer.offline';
    if (!mayExist) {
      const created = await printer.createJob(jobName, paper);
      if (created.ok) return created;
      if (created.error === 'refused') trouble = 'printer.stopped';
      mayExist = true;
    }
    const found = await printer.findJob(jobName);
    if (found.ok && found.value) return ok({ jobId: found.value.jobId });
    if (found.ok) mayExist = false;
    if (!found.ok && found.error !== 'refused') trouble = 'printer.offline';
    if (giveUp.aborted || stop.aborted || clock.now() - startedAt > delays.HELD_UP_LIMIT_MS) return err(trouble);
    onProgress({ impressions: 0, trouble });
    await pause(clock, delays.CREATE_RETRY_INTERVAL_MS, giveUp, stop);
  }
}
