import { describe, expect, test } from 'vitest';
import { err, ok } from '../../contract/result.ts';
import type { PrintRow } from '../printing/jobs/print-store.ts';
import { type PrintOnDisk, printOnDisk, printSettled, settleTransactions } from './settle-transactions.ts';
import { LAID_OUT, serviceParts, WANG } from './testing.ts';
import { createVisitServices } from './visit-services.ts';

const row = (change: Partial<PrintRow>): PrintRow => ({
  printId: 'p',
  transactionId: 't',
  jobName: 'j',
  printerUri: 'ipp://x',
  jobId: 1,
  pages: 3,
  state: 'sent',
  impressions: 0,
  errorCode: null,
  settled: false,
  ...change,
});

describe('what the disk says of a print', () => {
  test.each<[string, PrintRow[], PrintOnDisk]>([
    ['no row', [], 'none'],
    ['planned', [row({ state: 'planned' })], 'pending'],
    ['sent', [row({})], 'pending'],
    ['printed', [row({ state: 'printed', impressions: 3, settled: true })], { outcome: 'printed', impressions: 3 }],
    ['unknown, may still be asked', [row({ state: 'unknown', errorCode: 'printer.offline' })], 'pending'],
    [
      'unknown for good',
      [row({ state: 'unknown', errorCode: 'printer.jobLost', settled: true })],
      { outcome: 'unknown', code: 'printer.jobLost' },
    ],
    [
      'not printed',
      [row({ state: 'notPrinted', errorCode: 'printer.paperOut', settled: true })],
      { outcome: 'notPrinted', code: 'printer.paperOut' },
    ],
  ])('%s', (_, rows, expected) => {
    expect(printOnDisk(ok(rows))).toEqual(expected);
  });

  test('a disk that cannot be read says nothing yet', () => {
    expect(printOnDisk(err('core.storeFailed'))).toBe('pending');
  });
});

describe('after a restart', () => {
  const interrupted = () => {
    const opened = serviceParts();
    const { name, idNumber, kind: cardKind } = WANG;
    const begun = opened.parts.transactions.begin({ itemCode: LAID_OUT.code, holder: { cardKind, name, idNumber } });
    if (!begun.ok) throw new Error(begun.error);
    const transactions = opened.restarted();
    const services = createVisitServices({ ...opened.parts, transactions });
    return { ...opened, id: begun.value.id, transactions, services };
  };

  test('a transaction that never reached the printer has failed, and is no news to the person', () => {
    const { transactions, rows, services } = interrupted();
    settleTransactions(transactions, () => 'none');
    expect(rows()).toMatchObject([{ state: 'failed', code: 'core.restarted' }]);
    expect(services.earlier(WANG)).toBeUndefined();
  });

  test('one whose print is still asked about stays open, and is ended by the answer', () => {
    const { transactions, rows, id, services } = interrupted();
    settleTransactions(transactions, () => 'pending');
    expect(rows()).toMatchObject([{ state: 'started' }]);
    printSettled(transactions, id, { outcome: 'printed', impressions: 3 });
    expect(rows()).toMatchObject([{ state: 'printed', pages: 3 }]);
    expect(services.earlier(WANG)).toEqual({ itemCode: LAID_OUT.code, outcome: 'printed' });
  });

  test('an unknown one is settled later; what was settled stays as it is', () => {
    const { transactions, rows, id } = interrupted();
    printSettled(transactions, id, { outcome: 'unknown', code: 'printer.jobLost' });
    settleTransactions(transactions, () => ({ outcome: 'notPrinted', code: 'printer.jobFailed' }));
    expect(rows()).toMatchObject([{ state: 'notPrinted', code: 'printer.jobFailed' }]);
    printSettled(transactions, id, { outcome: 'printed', impressions: 3 });
    expect(rows()).toMatchObject([{ state: 'notPrinted' }]);
  });

  test('the news is for the same person, and for half an hour', async () => {
    const { transactions, id, services, clock } = interrupted();
    printSettled(transactions, id, { outcome: 'printed', impressions: 3 });
    expect(services.earlier({ ...WANG, idNumber: '310120194803120098' })).toBeUndefined();
    await clock.advance(31 * 60_000);
    expect(services.earlier(WANG)).toBeUndefined();
  });
});
