import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sleep, systemClock } from '../clock.ts';
import { attribute } from './attributes.ts';
import { createConversation } from './conversation.ts';
import { createIppPrinter } from './ipp-printer.ts';
import { type AttributeReader, readAttributes } from './reply.ts';
import { cupsSheets } from './sheets.ts';
import type { SimulatedIppPrinter } from './simulator/printer.ts';
import { startIppPrinter } from './simulator/start-ipp-printer.ts';
import { OPERATION, VALUE_TAG } from './tags.ts';
import { type CupsQueue, startCupsQueue } from './testing/cups.ts';

// What a real cupsd makes of tray and sides, and how it counts sheets.
const START_LIMIT_MS = 30_000;
const shared = { clock: systemClock, log: () => undefined, timeoutMs: 2_000 };
let outDir: string;
let simulator: SimulatedIppPrinter;
let cups: CupsQueue;

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'tongban-tray-'));
  simulator = await startIppPrinter({ name: 'A4', outDir, firstPageMs: 30, pageMs: 10, twoSided: true });
  cups = await startCupsQueue({ printerUri: simulator.uri, errorPolicy: 'abort-job', clock: systemClock });
}, START_LIMIT_MS);
afterAll(async () => {
  await cups?.close();
  await simulator?.close();
  await rm(outDir, { recursive: true, force: true });
});

/** All attributes of a job, as the server at `uri` tells them. */
async function attributesOf(uri: string, jobId: number): Promise<AttributeReader> {
  const operation = [attribute('job-id', VALUE_TAG.integer, jobId)];
  const reply = await createConversation({ uri, ...shared })({ code: OPERATION.getJobAttributes, operation });
  if (!reply.ok) throw new Error(reply.error);
  return readAttributes(reply.value.groups.find(({ tag }) => tag === 2));
}

async function print(pages: number): Promise<number> {
  const trays = { record: 'by-pass-tray' };
  const queue = createIppPrinter({ uri: cups.uri, ...shared, sides: 'two-sided-long-edge', trays });
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) document.addPage();
  const created = await queue.createJob(`tb-${pages}`, 'record');
  if (!created.ok) throw new Error(created.error);
  const { jobId } = created.value;
  expect(await queue.sendDocument(jobId, await document.save())).toMatchObject({ ok: true });
  for (;;) {
    const job = await queue.job(jobId);
    if (job.ok && job.value.state === 'completed') return jobId;
    await sleep(systemClock, 50);
  }
}

test('tray, sides and name come through the queue to the printer', async () => {
  await print(1);
  const found = await createIppPrinter({ uri: simulator.uri, ...shared }).findJob('tb-1');
  if (!found.ok || !found.value) throw new Error('the printer does not know the job by its name');
  const job = await attributesOf(simulator.uri, found.value.jobId);
  expect(job.strings('sides')).toEqual(['two-sided-long-edge']);
  expect(job.collections('media-col')[0]?.strings('media-source')).toEqual(['by-pass-tray']);
});

test('three pages on two sides: CUPS counts one sheet, and the impressions are three', async () => {
  const job = await attributesOf(cups.uri, await print(3));
  expect(job.integers('job-impressions-completed')).toEqual([3]);
  expect(job.integers('job-media-sheets-completed')).toEqual([cupsSheets(3)]);
  expect(cupsSheets(3)).toBe(1);
});
