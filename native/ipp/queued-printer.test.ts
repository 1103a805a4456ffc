import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { sleep, systemClock } from '../clock.ts';
import { createIppPrinter } from './ipp-printer.ts';
import type { DocumentPrinter, JobStatus } from './printer.ts';
import { createQueuedPrinter } from './queued-printer.ts';
import { JOB_HISTORY_MISSING } from './reasons.ts';
import type { FinishedPaper, SimulatedIppPrinter } from './simulator/printer.ts';
import { startIppPrinter } from './simulator/start-ipp-printer.ts';
import { type CupsQueue, startCupsQueue } from './testing/cups.ts';

// A real cupsd with a driverless queue in front of a real ippeveprinter.
const START_LIMIT_MS = 30_000;
const PAGES = 3;
const papers: FinishedPaper[] = [];
let outDir: string;
let simulator: SimulatedIppPrinter;
let cups: CupsQueue;
/** The queue alone, and the queue with the printer behind it asked as well. */
let queue: DocumentPrinter;
let both: DocumentPrinter;
let pdf: Uint8Array;

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'tongban-tray-'));
  simulator = await startIppPrinter({ name: 'A4', outDir, firstPageMs: 60, pageMs: 30 });
  simulator.onPaper((paper) => papers.push(paper));
  cups = await startCupsQueue({ printerUri: simulator.uri, errorPolicy: 'abort-job', clock: systemClock });
  const shared = { clock: systemClock, log: () => undefined, timeoutMs: 2_000 };
  queue = createIppPrinter({ uri: cups.uri, ...shared });
  both = createQueuedPrinter({ queue, device: createIppPrinter({ uri: simulator.uri, ...shared }) });
  const document = await PDFDocument.create();
  for (let page = 0; page < PAGES; page += 1) document.addPage();
  pdf = await document.save();
}, START_LIMIT_MS);
afterEach(async () => {
  for (const condition of simulator.conditions()) await simulator.clear(condition);
});
afterAll(async () => {
  await cups?.close();
  await simulator?.close();
  await rm(outDir, { recursive: true, force: true });
});

async function send(name: string): Promise<number> {
  const created = await both.createJob(name);
  if (!created.ok) throw new Error(created.error);
  const sent = await both.sendDocument(created.value.jobId, pdf);
  if (!sent.ok) throw new Error(sent.error);
  return created.value.jobId;
}

/** Polls until `wanted`; the test's own limit bounds it. */
async function jobUntil(from: DocumentPrinter, jobId: number, wanted: (job: JobStatus) => boolean) {
  for (;;) {
    const job = await from.job(jobId);
    if (job.ok && wanted(job.value)) return job.value;
    await sleep(systemClock, 50);
  }
}
const ended = ({ state }: JobStatus): boolean => ['completed', 'aborted', 'canceled'].includes(state);
const cameOut = (name: string): number => papers.filter(({ jobName }) => jobName === name).length;

test('of what came out the queue says what its filter or its backend wrote last, the printer what it did', async () => {
  await simulator.set('media-empty', 1);
  const jobId = await send('tb-held');
  // The queue may call all pages completed by now; one is out.
  const held = ({ reasons }: JobStatus): boolean => reasons.some((reason) => reason.startsWith('media-empty'));
  expect(await jobUntil(queue, jobId, held)).toMatchObject({ state: 'processing' });
  expect(await jobUntil(both, jobId, ({ impressions }) => impressions === 1)).toMatchObject({ state: 'processing' });
  expect(await both.status()).toMatchObject({ value: { paper: 'out', device: 'online' } });
  expect(cameOut('tb-held')).toBe(0);
  await simulator.clear('media-empty');
  expect(await jobUntil(both, jobId, ended)).toMatchObject({ state: 'completed', impressions: PAGES });
  expect(cameOut('tb-held')).toBe(1);
});

test('a job canceled at the queue is canceled at the printer', async () => {
  await simulator.set('media-jam', 1);
  const jobId = await send('tb-cancel');
  await jobUntil(both, jobId, ({ impressions }) => impressions === 1);
  expect(await both.cancelJob(jobId)).toEqual({ ok: true, value: undefined });
  expect(await jobUntil(both, jobId, ended)).toMatchObject({ state: 'canceled' });
  expect(await both.findJob('tb-cancel')).toMatchObject({ ok: true, value: { state: 'canceled' } });
});

test('a job that the printer aborts is ended by the queue, and not printed once more', async () => {
  await simulator.set('abort-job', 1);
  const jobId = await send('tb-abort');
  // The queue mostly says canceled and now and then completed; the printer knows better.
  const job = await jobUntil(both, jobId, ended);
  expect(job.impressions).toBe(1);
  expect(['canceled', 'aborted']).toContain(job.state);
  await simulator.clear('abort-job');
  const after = await send('tb-after');
  expect(await jobUntil(both, after, ended)).toMatchObject({ state: 'completed' });
  expect([cameOut('tb-abort'), cameOut('tb-after')]).toEqual([0, 1]);
});

test('an unplugged printer is offline, of which the queue says nothing; its job comes out when it is back', async () => {
  await simulator.unplug();
  const jobId = await send('tb-away');
  await jobUntil(queue, jobId, ({ state }) => state === 'processing');
  expect(await queue.status()).toMatchObject({ value: { device: 'online' } });
  expect(await both.status()).toMatchObject({ value: { device: 'offline', reasons: ['unreachable'] } });
  await simulator.plug();
  expect(await jobUntil(both, jobId, ended)).toMatchObject({ state: 'completed', impressions: PAGES });
  expect(cameOut('tb-away')).toBe(1);
}, 60_000);

test('what the printer lost with its power the queue calls completed; nobody takes it for printed', async () => {
  await simulator.set('lose-job', 1);
  const jobId = await send('tb-power');
  const lied = await jobUntil(queue, jobId, ended);
  expect(lied.state).toBe('completed');
  expect(lied.reasons).toContain(JOB_HISTORY_MISSING);
  await expect.poll(() => both.job(jobId), { timeout: 5_000 }).toEqual({ ok: false, error: 'jobNotFound' });
  expect(cameOut('tb-power')).toBe(0);
});

test('the keyword stays at the queue; with the printer asked it spoils no later print', async () => {
  const jobId = await send('tb-later');
  expect((await jobUntil(queue, jobId, ended)).reasons).toContain(JOB_HISTORY_MISSING);
  const job = await jobUntil(both, jobId, ended);
  expect(job).toMatchObject({ state: 'completed', impressions: PAGES });
  expect(job.reasons).not.toContain(JOB_HISTORY_MISSING);
});
