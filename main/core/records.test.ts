import { expect, test } from 'vitest';
import { ok } from '../../contract/result.ts';
import { sleep, systemClock } from '../../native/clock.ts';
import type { DocumentPrinter, JobStatus } from '../../native/ipp/printer.ts';
import { printDocument } from '../services/print-document.ts';
import { ISSUED, serviceParts, WANG } from '../services/testing.ts';
import { recordingLog, temporaryDirectory } from '../store/test-store.ts';
import { createCenterClient } from '../sync/center-client.ts';
import { openRecords, StoreUnavailable } from './records.ts';

const ANSWER_MS = 60;

/** A printer that works for ever and takes its time to answer. */
function busyPrinter(): DocumentPrinter {
  const name = new Map<number, string>();
  const job = (jobId: number): JobStatus => ({
    jobId,
    name: name.get(jobId) ?? '',
    state: 'processing',
    reasons: [],
    impressions: 0,
  });
  return {
    uri: 'ipp://127.0.0.1/ipp/print',
    status: async () =>
      ok({
        device: 'online',
        paper: 'full',
        toner: 'full',
        cover: 'closed',
        accepting: true,
        supplies: [],
        trays: [],
        reasons: [],
      }),
    createJob: async (called) => {
      name.set(name.size + 1, called);
      return ok({ jobId: name.size });
    },
    sendDocument: async () => ok(undefined),
    job: async (jobId) => {
      await sleep(systemClock, ANSWER_MS);
      return ok(job(jobId));
    },
    findJob: async () => ok(null),
    cancelJob: async () => ok(undefined),
  };
}

function open(dataDir: string) {
  const { log } = recordingLog();
  const center = createCenterClient({
    url: 'http://127.0.0.1:9',
    kioskId: '310120-0042',
    key: '',
    clock: systemClock,
    log,
    queryTimeoutMs: 1_000,
  });
  return openRecords({ dataDir, kioskId: '310120-0042', center, printer: busyPrinter(), clock: systemClock, log });
}

test('the core ends in the middle of a print: its last word is still written, and the next start goes on from there', async () => {
  const dataDir = temporaryDirectory();
  const records = open(dataDir);
  const { name, idNumber, kind: cardKind } = WANG;
  const begun = records.transactions.begin({ itemCode: '310025000101', holder: { cardKind, name, idNumber } });
  if (!begun.ok || !records.prints) throw new Error('cannot begin');
  let sent = false;
  const printing = printDocument(
    { ...serviceParts().parts, transactions: records.transactions, prints: records.prints },
    { transactionId: begun.value.id, name: ISSUED.number, paper: 'record' },
    { pdf: new Uint8Array(8), pages: 1 },
    () => {
      sent = true;
    },
    new AbortController().signal,
  );
  await sleep(systemClock, ANSWER_MS / 2);
  await records.close();
  expect(await printing).toEqual({ outcome: 'unknown', code: 'printer.jobLost' });
  expect(sent).toBe(false);

  const again = open(dataDir);
  expect(again.transactions.unfinished()).toMatchObject({ value: [{ id: begun.value.id, state: 'unknown' }] });
  await again.close();
});

test('one data directory belongs to one core', async () => {
  const dataDir = temporaryDirectory();
  const records = open(dataDir);
  expect(() => open(dataDir)).toThrow(StoreUnavailable);
  await records.close();
});
