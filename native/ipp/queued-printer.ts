import type { PrinterStatus } from '../../contract/device-status.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { DocumentPrinter, IppFailure, JobStatus } from './printer.ts';
import { JOB_HISTORY_MISSING, PAUSED } from './reasons.ts';

export interface QueuedPrinterOptions {
  /** The queue of CUPS: takes the jobs, and cancels them. */
  readonly queue: DocumentPrinter;
  /** The printer behind it: knows how it is, and what came out. */
  readonly device: DocumentPrinter;
}

/**
 * A printer behind a queue, asked for itself. A queue alone is poor evidence: its impressions are what its filter made,
 * before the first sheet moves, or what its backend heard, whichever wrote last; while the printer is away it says
 * nothing; and a job that the printer lost with its power it calls completed, now and then also one that the printer has
 * aborted (all seen with CUPS 2.4.2). So the queue says where the job is, and the printer's own job, which the backend
 * gives the same name, says what was printed. The printer must keep its finished jobs for a minute.
 */
export function createQueuedPrinter({ queue, device }: QueuedPrinterOptions): DocumentPrinter {
  /** The printer's own job while it is going, so that it need not be searched for at every look. */
  let known: Pick<JobStatus, 'name' | 'jobId'> | undefined;

  async function ownJob(name: string): Promise<Result<JobStatus | null, IppFailure>> {
    if (known?.name === name) {
      const job = await device.job(known.jobId);
      if (!job.ok && job.error !== 'jobNotFound') return job;
      // One that has ended may have a successor: a queue can send a job again.
      if (job.ok && job.value.name === name && !ENDED.has(job.value.state)) return job;
    }
    const found = await device.findJob(name);
    if (found.ok && found.value) known = found.value;
    return found;
  }

  async function proven(queued: JobStatus): Promise<Result<JobStatus, IppFailure>> {
    const reasons = queued.reasons.filter((reason) => !reason.startsWith(JOB_HISTORY_MISSING));
    const seen = await ownJob(queued.name);
    if (queued.state === 'completed') {
      // Nothing is known until the printer can be asked; one that has no such job has lost it.
      if (!seen.ok) return seen;
      if (seen.value === null) return err('jobNotFound');
      const { state, impressions, reasons: own } = seen.value;
      return ok({ ...queued, state, impressions, reasons: [...reasons, ...own] });
    }
    if (!seen.ok || seen.value === null) return ok({ ...queued, reasons, impressions: undefined });
    const { impressions, reasons: own } = seen.value;
    return ok({ ...queued, impressions, reasons: [...reasons, ...own] });
  }

  return {
    ...queue,

    async status() {
      const [queued, own] = await Promise.all([queue.status(), device.status()]);
      if (!queued.ok) return queued;
      if (!own.ok) return ok(awayBehind(queued.value, own.error));
      const held = queued.value.reasons.filter((reason) => PAUSED.some((paused) => paused === reason));
      const stopped = own.value.device === 'online' && held.length > 0;
      return ok({
        ...own.value,
        device: stopped ? queued.value.device : own.value.device,
        accepting: queued.value.accepting && own.value.accepting,
        reasons: [...new Set([...own.value.reasons, ...held])],
      });
    },

    async job(jobId) {
      const queued = await queue.job(jobId);
      return queued.ok ? proven(queued.value) : queued;
    },

    async findJob(name) {
      const queued = await queue.findJob(name);
      return queued.ok && queued.value ? proven(queued.value) : queued;
    },
  };
}

const ENDED: ReadonlySet<JobStatus['state']> = new Set(['canceled', 'aborted', 'completed']);

const awayBehind = (queued: PrinterStatus, why: IppFailure): PrinterStatus => ({
  ...queued,
  device: 'offline',
  paper: 'unknown',
  toner: 'unknown',
  cover: 'unknown',
  supplies: [],
  trays: [],
  reasons: [...new Set([...queued.reasons, why])],
});
