import { describe, expect, test } from 'vitest';
import { err, ok } from '../../contract/result.ts';
import type { ReceiptDocument } from '../../native/receipt/receipt.ts';
import type { PrintOutcome, PrintRequest } from '../printing/jobs/print.ts';
import type { FetchedRecord, PrintTarget } from '../session/visit-work.ts';
import { fetchRecord } from './fetch-record.ts';
import { DELIVERED, ISSUED, LAID_OUT, serviceParts, WANG } from './testing.ts';
import { createVisitServices } from './visit-services.ts';

const never = new AbortController().signal;
const PAPER = { pdf: new Uint8Array(4), pages: 2 };
const targetOf = ({ transactionId, document }: FetchedRecord): PrintTarget => ({
  transactionId,
  name: document.number,
  paper: 'record',
});
const ignore = (): void => undefined;

/** A visit with its record fetched, and a printer that ends as told. */
async function fetched(outcome: PrintOutcome = { outcome: 'printed', impressions: 2 }) {
  const requests: PrintRequest[] = [];
  const receipts: ReceiptDocument[] = [];
  const opened = serviceParts({
    prints: {
      print: async (request) => {
        requests.push(request);
        return outcome;
      },
    },
    receipts: {
      print: async (receipt) => {
        receipts.push(receipt);
        return ok(undefined);
      },
      status: async () => err('receipt.offline'),
    },
  });
  const result = await fetchRecord(opened.parts, LAID_OUT, WANG, {}, never);
  if (!result.ok || result.value.outcome !== 'record') throw new Error('no record');
  return { ...opened, record: result.value, services: createVisitServices(opened.parts), requests, receipts };
}

describe('print', () => {
  test.each<[PrintOutcome, object]>([
    [
      { outcome: 'printed', impressions: 2 },
      { state: 'printed', pages: 2, code: null },
    ],
    [
      { outcome: 'notPrinted', code: 'printer.paperOut' },
      { state: 'notPrinted', pages: 0, code: 'printer.paperOut' },
    ],
    [
      { outcome: 'unknown', code: 'printer.jobLost' },
      { state: 'unknown', pages: 0, code: 'printer.jobLost' },
    ],
  ])('%j is written down as it is', async (outcome, row) => {
    const { services, record, rows } = await fetched(outcome);
    expect(await services.print(targetOf(record), PAPER, ignore, never)).toEqual(outcome);
    expect(rows()).toMatchObject([row]);
  });

  test('the name of the job is that of the document, different each time, and tells nothing of a person', async () => {
    const { services, record, requests } = await fetched();
    await services.print(targetOf(record), PAPER, ignore, never);
    await services.print(targetOf(record), PAPER, ignore, never);
    const names = requests.map(({ jobName }) => jobName);
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(new RegExp(`^${ISSUED.number} [0-9a-f]{8}$`));
  });

  test('a disk that fails after the print does not change what lies in the tray, and the next start settles it', async () => {
    const { services, record, rows, store } = await fetched();
    store.db.pragma('query_only = true');
    expect(await services.print(targetOf(record), PAPER, ignore, never)).toMatchObject({ outcome: 'printed' });
    expect(rows()).toMatchObject([{ state: 'started' }]);
  });

  test('a machine without a printer says so', async () => {
    const { parts, record } = await fetched();
    const services = createVisitServices({ ...parts, prints: undefined });
    expect(await services.print(targetOf(record), PAPER, ignore, never)).toEqual({
      outcome: 'notPrinted',
      code: 'printer.offline',
    });
  });
});

describe('prepare', () => {
  test('what cannot be laid out is told, and logged without the text', async () => {
    const { parts, record, entries } = await fetched();
    const services = createVisitServices({
      ...parts,
      layout: { ...parts.layout, layOut: async () => err('document.unprintableCharacter') },
    });
    expect(await services.prepare(LAID_OUT, WANG, record)).toEqual(err('document.unprintableCharacter'));
    expect(entries.at(-1)).toEqual({ id: 'document-refused', fields: { code: 'document.unprintableCharacter' } });
  });

  test('a finished PDF is stamped, not laid out', async () => {
    const { parts, record } = await fetched();
    const stamped: Uint8Array[] = [];
    const services = createVisitServices({
      ...parts,
      layout: {
        layOut: async () => err('document.unprintableCharacter'),
        stamp: async (pdf) => {
          stamped.push(pdf);
          return ok(PAPER);
        },
      },
    });
    const delivered: FetchedRecord = { ...record, delivered: Uint8Array.of(1, 2) };
    expect(await services.prepare(DELIVERED, WANG, delivered)).toEqual(ok(PAPER));
    expect(stamped).toEqual([Uint8Array.of(1, 2)]);
  });
});

describe('receipt', () => {
  test('comes out for the person, with the document’s number', async () => {
    const { services, record, receipts } = await fetched();
    expect(await services.receipt(LAID_OUT, WANG, record, 2, 'zh-CN')).toEqual(ok(undefined));
    expect(JSON.stringify(receipts)).toContain(ISSUED.number);
    expect(JSON.stringify(receipts)).toContain(WANG.name);
  });

  test('no receipt printer, no receipt', async () => {
    const { parts, record } = await fetched();
    expect(createVisitServices({ ...parts, receipts: undefined }).receipt(LAID_OUT, WANG, record, 2, 'en')).toBe(
      undefined,
    );
  });
});

describe('the end of a visit', () => {
  test('left without printing: abandoned; abandoned again, or after a print: no effect', async () => {
    const one = await fetched();
    one.services.abandon(one.record.transactionId);
    one.services.abandon(one.record.transactionId);
    expect(one.rows()).toMatchObject([{ state: 'abandoned' }]);
    const two = await fetched();
    await two.services.print(targetOf(two.record), PAPER, ignore, never);
    two.services.abandon(two.record.transactionId);
    expect(two.rows()).toMatchObject([{ state: 'printed' }]);
  });

  test('a print that this start of the core ended is not told as an earlier one', async () => {
    const { services, record } = await fetched();
    await services.print(targetOf(record), PAPER, ignore, never);
    expect(services.earlier(WANG)).toBeUndefined();
  });
});

describe('a guide', () => {
  test('is about nobody, and its print is written down like any other', async () => {
    const { parts, rows } = await fetched();
    const services = createVisitServices(parts);
    const guide = await services.guide(LAID_OUT, 'zh-CN');
    if (!guide.ok) throw new Error(guide.error);
    const { transactionId, document } = guide.value;
    await services.print({ transactionId, name: 'guide', paper: 'guide' }, document, ignore, never);
    expect(rows()).toContainEqual(expect.objectContaining({ id: transactionId, state: 'printed', pages: 2 }));
    expect(parts.transactions.unfinished()).toEqual(ok([]));
  });

  test('that cannot be laid out begins no transaction', async () => {
    const { parts, rows } = await fetched();
    const before = rows().length;
    const services = createVisitServices({
      ...parts,
      layout: { ...parts.layout, layOut: async () => err('document.unprintableCharacter') },
    });
    expect(await services.guide(LAID_OUT, 'zh-CN')).toEqual(err('document.unprintableCharacter'));
    expect(rows()).toHaveLength(before);
  });
});

describe('public information', () => {
  test('is asked for in nobody’s name, and its receipt names nobody', async () => {
    const { parts, services, receipts } = await fetched();
    const result = await fetchRecord(parts, LAID_OUT, null, { area: '310120' }, never);
    if (!result.ok || result.value.outcome !== 'record') throw new Error('no record');
    await services.receipt(LAID_OUT, null, result.value, 1, 'zh-CN');
    expect(JSON.stringify(receipts)).not.toContain('姓名');
  });
});
