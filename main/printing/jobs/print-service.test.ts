import { expect, test } from 'vitest';
import type { PrinterCondition } from '../../../native/ipp/simulator/printer.ts';
import { startPrinting, troubles } from './test-printing.ts';

test('a document is printed on the evidence of completion and three impressions', async () => {
  const { print, papers, row } = await startPrinting();
  const { outcome, progress } = print();
  expect(await outcome).toEqual({ outcome: 'printed', impressions: 3 });
  expect(papers).toMatchObject([{ pages: 3, jobName: 'tb-p-1' }]);
  expect(row('p-1')).toMatchObject({ state: 'printed', impressions: 3, settled: true, errorCode: null, jobId: 1 });
  expect(troubles(progress).filter(Boolean)).toEqual([]);
});

test.each<[string, PrinterCondition, string]>([
  ['paper runs out on the second page', 'media-empty', 'printer.paperOut'],
  ['paper jams on the second page', 'media-jam', 'printer.jammed'],
  ['the cover is opened on the second page', 'cover-open', 'printer.coverOpen'],
  ['toner runs out on the second page', 'toner-empty', 'printer.tonerOut'],
])('%s: told while it lasts, then exactly one paper', async (_, condition, code) => {
  const { print, papers, simulator } = await startPrinting();
  await simulator.set(condition, 1);
  const { outcome, progress } = print();
  await expect.poll(() => progress.at(-1), { timeout: 5_000 }).toEqual({ impressions: 1, trouble: code });
  expect(papers).toEqual([]);
  await simulator.clear(condition);
  expect(await outcome).toEqual({ outcome: 'printed', impressions: 3 });
  expect(troubles(progress).filter((trouble) => trouble !== null)).toEqual([code]);
  expect(papers).toHaveLength(1);
});

test('given up while the paper is out: canceled, and no paper when the tray is filled', async () => {
  const { print, papers, simulator, printer, row } = await startPrinting();
  await simulator.set('media-empty', 0);
  const { outcome, progress, giveUp } = print();
  await expect.poll(() => progress.at(-1)?.trouble, { timeout: 5_000 }).toBe('printer.paperOut');
  giveUp();
  expect(await outcome).toEqual({ outcome: 'notPrinted', code: 'printer.jobFailed' });
  await simulator.clear('media-empty');
  await expect
    .poll(() => printer.job(1), { timeout: 5_000 })
    .toMatchObject({ value: { state: 'canceled', impressions: 0 } });
  expect(papers).toEqual([]);
  expect(row('p-1')).toMatchObject({ state: 'notPrinted', settled: true });
});

test('given up after a page has come out: nobody says "not printed"', async () => {
  const { print, simulator, papers } = await startPrinting();
  await simulator.set('media-jam', 1);
  const { outcome, progress, giveUp } = print();
  await expect.poll(() => progress.at(-1)?.trouble, { timeout: 5_000 }).toBe('printer.jammed');
  giveUp();
  expect(await outcome).toEqual({ outcome: 'unknown', code: 'printer.jobFailed' });
  expect(papers).toEqual([]);
});

test('the printer aborts the job before the first page', async () => {
  const { print, simulator, papers, row } = await startPrinting();
  await simulator.set('abort-job', 0);
  expect(await print().outcome).toEqual({ outcome: 'notPrinted', code: 'printer.jobFailed' });
  expect(papers).toEqual([]);
  expect(row('p-1')).toMatchObject({ state: 'notPrinted', errorCode: 'printer.jobFailed' });
});

test('the printer aborts the job after two pages', async () => {
  const { print, simulator } = await startPrinting();
  await simulator.set('abort-job', 2);
  expect(await print().outcome).toEqual({ outcome: 'unknown', code: 'printer.jobFailed' });
});

test('the document has fewer pages than were promised', async () => {
  const { print } = await startPrinting();
  expect(await print({ pages: 5 }).outcome).toEqual({ outcome: 'unknown', code: 'printer.pagesMissing' });
});

test('the printer says nothing and moves nothing: called stopped, not waited for without a word', async () => {
  const { print, simulator } = await startPrinting({ STALL_LIMIT_MS: 0, STALL_PER_PAGE_MS: 0 });
  const { outcome, progress } = print();
  await expect.poll(() => progress.some(({ trouble }) => trouble === 'printer.stopped'), { timeout: 5_000 }).toBe(true);
  expect(await outcome).toEqual({ outcome: 'printed', impressions: 3 });
  expect(simulator.conditions()).toEqual([]);
});

test('the core stops while the paper is out: the job goes on, and the next start proves it printed', async () => {
  const { print, simulator, row, settle, stopCore, papers } = await startPrinting();
  await simulator.set('media-empty', 1);
  const { outcome, progress } = print();
  await expect.poll(() => progress.at(-1)?.trouble, { timeout: 5_000 }).toBe('printer.paperOut');
  stopCore();
  expect(await outcome).toEqual({ outcome: 'unknown', code: 'printer.jobLost' });
  expect(row('p-1')).toMatchObject({ state: 'sent', settled: false });
  await simulator.clear('media-empty');
  expect(await settle()).toMatchObject([{ outcome: { outcome: 'printed', impressions: 3 } }]);
  expect(papers).toHaveLength(1);
});

test('Create-Job is heard but its answer is lost: the job is found by name and printed once', async () => {
  const { print, simulator, printer, papers } = await startPrinting();
  // The answer of the first Create-Job is lost on the way.
  const created = await printer.createJob('tb-p-1');
  expect(created.ok).toBe(true);
  expect(await print().outcome).toEqual({ outcome: 'printed', impressions: 3 });
  expect(papers).toHaveLength(1);
  expect(await printer.job(2)).toEqual({ ok: false, error: 'jobNotFound' });
  expect(simulator.conditions()).toEqual([]);
});

test('a busy printer is waited for', async () => {
  const { print, printer, papers, pdf } = await startPrinting();
  const other = await printer.createJob('somebody-else');
  if (!other.ok) throw new Error(other.error);
  const { outcome, progress } = print();
  await expect.poll(() => progress.at(-1)?.trouble, { timeout: 5_000 }).toBe('printer.stopped');
  await printer.sendDocument(other.value.jobId, pdf);
  expect(await outcome).toEqual({ outcome: 'printed', impressions: 3 });
  expect(papers.map(({ jobName }) => jobName)).toEqual(['somebody-else', 'tb-p-1']);
});

test('given up before the document went: nothing is sent', async () => {
  const { print, papers, printer } = await startPrinting();
  const { outcome, giveUp } = print();
  giveUp();
  expect(await outcome).toEqual({ outcome: 'notPrinted', code: 'printer.jobFailed' });
  expect(await printer.job(1)).toMatchObject({ value: { state: 'canceled' } });
  expect(papers).toEqual([]);
});

test('the disk refuses the plan: nothing goes to the printer', async () => {
  const { print, db, printer } = await startPrinting();
  db.pragma('query_only = true');
  expect(await print().outcome).toEqual({ outcome: 'notPrinted', code: 'core.storeFailed' });
  expect(await printer.findJob('tb-p-1')).toEqual({ ok: true, value: null });
});

test('the same print is never made twice', async () => {
  const { print, papers } = await startPrinting();
  await print().outcome;
  await expect(print().outcome).rejects.toThrow('UNIQUE');
  expect(papers).toHaveLength(1);
});
