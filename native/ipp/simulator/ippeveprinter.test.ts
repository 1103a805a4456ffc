import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sleep, systemClock } from '../../clock.ts';
import { createIppPrinter } from '../ipp-printer.ts';
import type { DocumentPrinter, JobStatus } from '../printer.ts';
import type { FinishedPaper, SimulatedIppPrinter } from './printer.ts';
import { startIppPrinter } from './start-ipp-printer.ts';

const log = (): void => undefined;
const papers: FinishedPaper[] = [];
let outDir: string;
let simulator: SimulatedIppPrinter;
let printer: DocumentPrinter;
let pdf: Uint8Array;

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'tongban-tray-'));
  simulator = await startIppPrinter({ name: 'A4', outDir, firstPageMs: 60, pageMs: 30 });
  simulator.onPaper((paper) => papers.push(paper));
  printer = createIppPrinter({ uri: simulator.uri, clock: systemClock, log, timeoutMs: 1_000 });
  const document = await PDFDocument.create();
  for (let page = 0; page < 3; page += 1) document.addPage();
  pdf = await document.save();
});
afterAll(async () => {
  await simulator.close();
  await rm(outDir, { recursive: true });
});

async function send(name: string): Promise<number> {
  const created = await printer.createJob(name);
  if (!created.ok) throw new Error(created.error);
  const sent = await printer.sendDocument(created.value.jobId, pdf);
  if (!sent.ok) throw new Error(sent.error);
  return created.value.jobId;
}

/** Polls until `wanted`; the test's own limit bounds it. */
async function jobUntil(jobId: number, wanted: (job: JobStatus) => boolean): Promise<JobStatus> {
  for (;;) {
    const job = await printer.job(jobId);
    if (job.ok && wanted(job.value)) return job.value;
    await sleep(systemClock, 20);
  }
}
const ended = ({ state }: JobStatus): boolean => ['completed', 'aborted', 'canceled'].includes(state);

test('a document comes out whole, under its name, counted page by page', async () => {
  const jobId = await send('tb-whole');
  expect(await printer.findJob('tb-whole')).toMatchObject({ ok: true, value: { jobId } });
  expect(await jobUntil(jobId, ended)).toMatchObject({ state: 'completed', impressions: 3, name: 'tb-whole' });
  const paper = papers.find(({ jobName }) => jobName === 'tb-whole');
  expect(paper?.pages).toBe(3);
  expect(await readFile(paper?.pdfPath ?? '')).toEqual(Buffer.from(pdf));
  expect(await printer.findJob('tb-whole')).toMatchObject({ ok: true, value: { state: 'completed' } });
  expect(await printer.findJob('tb-nobody')).toEqual({ ok: true, value: null });
});

test('a held-up printer answers, says why, and goes on when mended', async () => {
  await simulator.set('media-empty', 1);
  const jobId = await send('tb-held');
  await jobUntil(jobId, ({ impressions }) => impressions === 1);
  await expect
    .poll(async () => printer.status())
    .toMatchObject({
      value: { paper: 'out', device: 'online' },
    });
  expect(papers.filter(({ jobName }) => jobName === 'tb-held')).toEqual([]);
  await simulator.clear('media-empty');
  expect(await jobUntil(jobId, ended)).toMatchObject({ state: 'completed', impressions: 3 });
  expect(await printer.status()).toMatchObject({ value: { paper: 'full', reasons: [] } });
});

test('a job canceled on the way ends without a finished paper', async () => {
  await simulator.set('media-jam', 1);
  const jobId = await send('tb-cancel');
  await jobUntil(jobId, ({ impressions }) => impressions === 1);
  expect(await printer.cancelJob(jobId)).toEqual({ ok: true, value: undefined });
  expect(await jobUntil(jobId, ended)).toMatchObject({ state: 'canceled', impressions: 1 });
  await simulator.clear('media-jam');
  expect(papers.filter(({ jobName }) => jobName === 'tb-cancel')).toEqual([]);
});

test('what is no PDF is aborted', async () => {
  const created = await printer.createJob('tb-noise');
  if (!created.ok) throw new Error(created.error);
  await printer.sendDocument(created.value.jobId, Buffer.from('no PDF at all'));
  expect(await jobUntil(created.value.jobId, ended)).toMatchObject({ state: 'aborted', impressions: 0 });
});

test('pulled and plugged in again it has the same address and has forgotten its jobs', async () => {
  const jobId = await send('tb-power');
  await simulator.unplug();
  expect(await printer.status()).toEqual({ ok: false, error: 'unreachable' });
  expect(simulator.pid).toBeUndefined();
  await simulator.plug();
  expect(await printer.job(jobId)).toEqual({ ok: false, error: 'jobNotFound' });
  expect(papers.filter(({ jobName }) => jobName === 'tb-power')).toEqual([]);
});

test('a silent printer times out and answers again when it wakes', async () => {
  await simulator.unplug('silent');
  expect(await printer.status()).toEqual({ ok: false, error: 'timeout' });
  await simulator.plug();
  expect((await printer.status()).ok).toBe(true);
});

test("ipptool, CUPS' own tester, finds the printer in order", async () => {
  const run = promisify(execFile)('ipptool', ['-t', simulator.uri, 'get-printer-attributes.test']);
  expect((await run).stdout).toMatch(/\[PASS\]/);
});

test('closing leaves no process and no spool behind', async () => {
  const ownTemporary = await mkdtemp(join(outDir, 'tmp-'));
  vi.stubEnv('TMPDIR', ownTemporary);
  const other = await startIppPrinter({ name: 'B', outDir, firstPageMs: 10, pageMs: 10 });
  vi.unstubAllEnvs();
  const { pid } = other;
  if (pid === undefined) throw new Error('not running');
  expect(await readdir(ownTemporary)).toHaveLength(2);
  await other.close();
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  expect(await readdir(ownTemporary)).toEqual([]);
});
