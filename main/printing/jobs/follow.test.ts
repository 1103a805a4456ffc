import { expect, test } from 'vitest';
import { err, ok } from '../../../contract/result.ts';
import type { DocumentPrinter, JobStatus } from '../../../native/ipp/printer.ts';
import { ManualClock } from '../../../native/manual-clock.ts';
import { PRINT_DELAYS } from './delays.ts';
import { followJob } from './follow.ts';

const NEVER = new AbortController().signal;

test('a printer that comes and goes without end, and prints nothing: the print ends by itself', async () => {
  const clock = new ManualClock();
  let canceled = false;
  let questions = 0;
  const job: JobStatus = { jobId: 1, name: 'tb', state: 'processing', reasons: [], impressions: 0 };
  const printer: DocumentPrinter = {
    uri: 'ipp://printer/ipp/print',
    status: async () => err('unreachable'),
    createJob: async () => err('refused'),
    sendDocument: async () => err('refused'),
    async job() {
      questions += 1;
      if (canceled) return ok({ ...job, state: 'canceled' });
      return questions % 2 === 0 ? err('unreachable') : ok(job);
    },
    findJob: async () => ok(null),
    async cancelJob() {
      canceled = true;
      return ok(undefined);
    },
  };
  const followed = followJob({
    printer,
    clock,
    delays: { ...PRINT_DELAYS, POLL_INTERVAL_MS: 10_000 },
    jobId: 1,
    jobName: 'tb',
    pages: 1,
    seen: { impressions: 0, processing: false },
    onProgress: () => undefined,
    giveUp: NEVER,
    stop: NEVER,
  });
  await clock.advance(2 * PRINT_DELAYS.HELD_UP_LIMIT_MS);
  expect(canceled).toBe(true);
  expect(await followed).toMatchObject({ settled: true });
});
