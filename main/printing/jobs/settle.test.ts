import { expect, test } from 'vitest';
import { PAGES, startPrinting, type TestPrinting } from './test-printing.ts';

const PRINT = { printId: 'p-1', transactionId: 't-1', jobName: 'tb-p-1', pages: PAGES };

/** What a core leaves behind that dies at this step of a print. */
async function diedAt(step: 'planned' | 'jobUnwritten' | 'created' | 'sent', rig: TestPrinting): Promise<number> {
  rig.store.plan({ ...PRINT, printerUri: rig.printer.uri });
  if (step === 'planned') return 0;
  const created = await rig.printer.createJob(PRINT.jobName);
  if (!created.ok) throw new Error(created.error);
  const { jobId } = created.value;
  if (step !== 'jobUnwritten') rig.store.created(PRINT.printId, jobId);
  if (step === 'sent') {
    rig.store.sent(PRINT.printId);
    const sent = await rig.printer.sendDocument(jobId, rig.pdf);
    if (!sent.ok) throw new Error(sent.error);
  }
  return jobId;
}

test('the core dies before it asked for a job: not printed', async () => {
  const rig = await startPrinting();
  await diedAt('planned', rig);
  expect(await rig.settle()).toMatchObject([
    { row: { transactionId: 't-1' }, outcome: { outcome: 'notPrinted', code: 'printer.jobFailed' } },
  ]);
  expect(rig.row('p-1')).toMatchObject({ state: 'notPrinted', settled: true });
});

test.each(['jobUnwritten', 'created'] as const)(
  'the core dies with a job but no document (%s): canceled, not printed',
  async (step) => {
    const rig = await startPrinting();
    const jobId = await diedAt(step, rig);
    expect(await rig.settle()).toMatchObject([{ outcome: { outcome: 'notPrinted' } }]);
    expect(await rig.printer.job(jobId)).toMatchObject({ value: { state: 'canceled' } });
    // The printer is free for the next one.
    expect((await rig.printer.createJob('tb-next')).ok).toBe(true);
    expect(rig.papers).toEqual([]);
  },
);

test('the core dies while the printer prints: exactly one paper, printed', async () => {
  const rig = await startPrinting();
  await diedAt('sent', rig);
  expect(await rig.settle()).toMatchObject([{ outcome: { outcome: 'printed', impressions: 3 } }]);
  expect(rig.papers).toHaveLength(1);
  expect(rig.row('p-1')).toMatchObject({ state: 'printed', impressions: 3, settled: true });
  // Settled once: a further start has nothing to ask.
  expect(await rig.settle()).toEqual([]);
});

test('the core dies while the document is out of paper: settled when it is mended', async () => {
  const rig = await startPrinting();
  await rig.simulator.set('media-empty', 1);
  await diedAt('sent', rig);
  const settling = rig.settle();
  await expect.poll(() => rig.printer.status(), { timeout: 5_000 }).toMatchObject({ value: { paper: 'out' } });
  await rig.simulator.clear('media-empty');
  expect(await settling).toMatchObject([{ outcome: { outcome: 'printed' } }]);
  expect(rig.papers).toHaveLength(1);
});

test('the core dies after "sent" was written and before the document went: canceled, not printed', async () => {
  const rig = await startPrinting();
  await diedAt('created', rig);
  rig.store.sent('p-1');
  expect(await rig.settle()).toMatchObject([{ outcome: { outcome: 'notPrinted', code: 'printer.jobFailed' } }]);
  expect(rig.papers).toEqual([]);
});

test('a print that was given up unanswered is canceled, not printed for the next person', async () => {
  const rig = await startPrinting();
  await rig.simulator.set('media-empty', 0);
  await diedAt('sent', rig);
  rig.store.ended('p-1', { outcome: 'unknown', code: 'printer.offline' }, false);
  expect(await rig.settle()).toMatchObject([{ outcome: { outcome: 'notPrinted', code: 'printer.jobFailed' } }]);
  await rig.simulator.clear('media-empty');
  expect(rig.papers).toEqual([]);
});

test('core and printer lose their power together: a sent document stays unknown, once', async () => {
  const rig = await startPrinting();
  await diedAt('sent', rig);
  await rig.simulator.unplug();
  await rig.simulator.plug();
  expect(await rig.settle()).toMatchObject([{ outcome: { outcome: 'unknown', code: 'printer.jobLost' } }]);
  expect(await rig.settle()).toEqual([]);
});

test("another job has got the lost job's number: it is neither believed nor canceled", async () => {
  const rig = await startPrinting();
  const jobId = await diedAt('created', rig);
  await rig.simulator.unplug();
  await rig.simulator.plug();
  expect(await rig.printer.createJob('somebody-else')).toEqual({ ok: true, value: { jobId } });
  expect(await rig.settle()).toMatchObject([{ outcome: { outcome: 'notPrinted' } }]);
  expect(await rig.printer.job(jobId)).toMatchObject({ value: { state: 'pending-held' } });
});

test('the printer is away at the start: asked again until it is back', async () => {
  const rig = await startPrinting();
  await diedAt('planned', rig);
  await rig.simulator.unplug();
  const settling = rig.settle();
  await rig.simulator.plug();
  expect(await settling).toMatchObject([{ outcome: { outcome: 'notPrinted' } }]);
});

test('the printer stays away: settling ends at its limit and the row stays open', async () => {
  const rig = await startPrinting({ SETTLE_LIMIT_MS: 100 });
  await diedAt('created', rig);
  await rig.simulator.unplug();
  expect(await rig.settle()).toEqual([]);
  expect(rig.row('p-1')).toMatchObject({ state: 'created', settled: false });
});

test('the core stops while it settles: the job goes on, the row stays open', async () => {
  const rig = await startPrinting();
  await rig.simulator.set('media-empty', 1);
  await diedAt('sent', rig);
  const stop = new AbortController();
  const settling = rig.settle(stop.signal);
  await expect.poll(() => rig.printer.status(), { timeout: 5_000 }).toMatchObject({ value: { paper: 'out' } });
  stop.abort();
  expect(await settling).toEqual([]);
  expect(rig.row('p-1')).toMatchObject({ state: 'sent', settled: false });
  expect(await rig.printer.findJob('tb-p-1')).toMatchObject({ value: { state: 'processing' } });
});

test('another printer is configured now: it is not asked about a job it never had', async () => {
  const rig = await startPrinting();
  rig.store.plan({ ...PRINT, printerUri: 'ipp://localhost:1/old' });
  rig.store.sent('p-1');
  expect(await rig.settle()).toMatchObject([{ outcome: { outcome: 'unknown', code: 'printer.jobLost' } }]);
});
