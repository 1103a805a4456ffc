import { describe, expect, test } from 'vitest';
import type { PrinterStatus } from '../../../contract/device-status.ts';
import { err, ok } from '../../../contract/result.ts';
import type { JobState, JobStatus } from '../../../native/ipp/printer.ts';
import { judge, type Seen, type Verdict } from './judge.ts';

const PAGES = 3;
const healthy: PrinterStatus = {
  device: 'online',
  paper: 'full',
  toner: 'full',
  cover: 'closed',
  accepting: true,
  supplies: [],
  trays: [],
  reasons: [],
};
const fresh: Seen = { impressions: 0, processing: false };

function verdict(job: Partial<JobStatus>, printer: Partial<PrinterStatus> = {}, seen: Seen = fresh): Verdict {
  const status: JobStatus = { jobId: 1, name: 'tb-1', state: 'processing', reasons: [], impressions: 0, ...job };
  return judge({ job: ok(status), printer: ok({ ...healthy, ...printer }), jobName: 'tb-1', pages: PAGES, seen });
}
const ended = (outcome: object) => ({ kind: 'ended', outcome });

const STATES: JobState[] = [
  'pending',
  'pending-held',
  'processing',
  'processing-stopped',
  'canceled',
  'aborted',
  'completed',
];
const COUNTS = [undefined, 0, 1, PAGES, PAGES + 1];
const SEEN: Seen[] = [
  fresh,
  { impressions: 0, processing: true },
  { impressions: 1, processing: true },
  { impressions: PAGES, processing: true },
];
const everyCase = STATES.flatMap((state) =>
  COUNTS.flatMap((impressions) =>
    SEEN.flatMap((seen) => [true, false].map((errors) => ({ state, impressions, seen, errors }))),
  ),
);

describe('in every combination of state, count and memory', () => {
  test.each(everyCase)(
    '$state, $impressions counted, seen $seen, errors $errors',
    ({ state, impressions, seen, errors }) => {
      const result = verdict({ state, impressions, reasons: errors ? ['job-completed-with-errors'] : [] }, {}, seen);
      // A blank back that was counted is no page.
      const most = Math.min(PAGES, Math.max(impressions ?? 0, seen.impressions));
      // "Printed" only if the printer says completed, without errors, and no page is known to be missing.
      const counts = impressions !== undefined || seen.impressions > 0;
      const proven = state === 'completed' && !errors && (!counts || most >= PAGES);
      expect(result.kind === 'ended' && result.outcome.outcome === 'printed').toBe(proven);
      // "Not printed" only if the job was ended and nothing says that paper may have moved.
      const unmoved =
        (state === 'canceled' || state === 'aborted') && most === 0 && !(impressions === undefined && seen.processing);
      expect(result.kind === 'ended' && result.outcome.outcome === 'notPrinted').toBe(unmoved);
      // Ended exactly in the three states of RFC 8011 that are final.
      expect(result.kind === 'ended').toBe(['canceled', 'aborted', 'completed'].includes(state));
      // Impressions never go back.
      if (result.kind !== 'ended') expect(result.progress.impressions).toBe(most);
    },
  );
});

test('completed with two of three pages is unknown', () => {
  expect(verdict({ state: 'completed', impressions: 2 })).toEqual(
    ended({ outcome: 'unknown', code: 'printer.pagesMissing' }),
  );
});
test('a blank back that the printer counts is no fourth page', () => {
  expect(verdict({ state: 'completed', impressions: PAGES + 1 })).toEqual(
    ended({ outcome: 'printed', impressions: PAGES }),
  );
});
test('a queue whose printer has forgotten the job calls it completed; nobody has seen paper', () => {
  const reasons = ['processing-to-stop-point', 'cups-ipp-missing-job-history'];
  expect(verdict({ state: 'completed', impressions: PAGES, reasons })).toEqual(
    ended({ outcome: 'unknown', code: 'printer.jobLost' }),
  );
});
test.each(['job-completed-with-errors', 'document-format-error', 'aborted-by-system'])(
  'completed, with %s, is not said to be printed',
  (reason) => {
    expect(verdict({ state: 'completed', impressions: PAGES, reasons: [reason] })).toEqual(
      ended({ outcome: 'unknown', code: 'printer.pagesMissing' }),
    );
  },
);
test('a printer that never counts is believed when it says completed', () => {
  expect(verdict({ state: 'completed', impressions: undefined })).toEqual(
    ended({ outcome: 'printed', impressions: PAGES }),
  );
});
test('a job that the printer does not know any more is lost', () => {
  const lost = ended({ outcome: 'unknown', code: 'printer.jobLost' });
  const at = { printer: ok(healthy), jobName: 'tb-1', pages: PAGES, seen: fresh };
  expect(judge({ ...at, job: err('jobNotFound') })).toEqual(lost);
});
test("somebody else's job under our id, after the printer was switched off and on, is not ours", () => {
  expect(verdict({ name: 'tb-2', state: 'completed', impressions: PAGES })).toEqual(
    ended({ outcome: 'unknown', code: 'printer.jobLost' }),
  );
});
test('a job without its document is told from one that is held', () => {
  expect(verdict({ state: 'pending-held', reasons: ['job-data-insufficient'] }).kind).toBe('documentMissing');
  expect(verdict({ state: 'pending-held', reasons: ['job-incoming'] }).kind).toBe('going');
});

describe('trouble', () => {
  test.each<[string, Partial<JobStatus>, Partial<PrinterStatus>, string | null]>([
    ['none', {}, {}, null],
    ['paper out', {}, { reasons: ['media-empty'] }, 'printer.paperOut'],
    ['paper wanted', {}, { reasons: ['media-needed'] }, 'printer.paperOut'],
    ['jam', {}, { reasons: ['media-jam'] }, 'printer.jammed'],
    ['cover', {}, { reasons: ['door-open'] }, 'printer.coverOpen'],
    ['toner', {}, { reasons: ['marker-supply-empty'] }, 'printer.tonerOut'],
    [
      'a jam behind an open cover on an empty tray',
      {},
      { reasons: ['media-empty', 'cover-open', 'media-jam'] },
      'printer.jammed',
    ],
    ['said by the job only', { reasons: ['media-empty-error'] }, {}, 'printer.paperOut'],
    ['low is not out', {}, { reasons: ['toner-low', 'media-low'] }, null],
    ['paused by an operator', {}, { reasons: ['paused'] }, 'printer.stopped'],
    ['stopped without a reason', { state: 'processing-stopped' }, {}, 'printer.stopped'],
    ['broken', {}, { device: 'hardwareError' }, 'printer.stopped'],
    ['cut off behind its queue', {}, { device: 'offline', reasons: ['offline'] }, 'printer.offline'],
    [
      'waiting in the queue of an empty printer',
      { state: 'pending' },
      { reasons: ['media-empty'] },
      'printer.paperOut',
    ],
  ])('%s', (_, job, printer, trouble) => {
    expect(verdict(job, printer)).toMatchObject({ kind: 'going', progress: { trouble } });
  });

  test.each([
    ['unreachable', 'printer.offline'],
    ['timeout', 'printer.offline'],
    ['badReply', 'printer.offline'],
    ['refused', 'printer.stopped'],
  ] as const)('no answer about the job (%s)', (failure, trouble) => {
    const seen = { impressions: 2, processing: true };
    expect(judge({ job: err(failure), printer: err(failure), jobName: 'tb-1', pages: PAGES, seen })).toEqual({
      kind: 'going',
      progress: { impressions: 2, trouble },
      seen,
    });
  });

  test('a printer status that could not be had is no trouble while the job is answered', () => {
    const job = ok<JobStatus>({ jobId: 1, name: 'tb-1', state: 'processing', reasons: [], impressions: 1 });
    expect(judge({ job, printer: err('timeout'), jobName: 'tb-1', pages: PAGES, seen: fresh })).toMatchObject({
      progress: { impressions: 1, trouble: null },
    });
  });
});
