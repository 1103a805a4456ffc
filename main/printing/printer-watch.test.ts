import { beforeEach, expect, test } from 'vitest';
import type { PrinterStatus } from '../../contract/device-status.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { DocumentPrinter, IppFailure } from '../../native/ipp/printer.ts';
import { ManualClock } from '../../native/manual-clock.ts';
import { PRINTER_WATCH_INTERVAL_MS, type PrinterWatch, watchPrinter } from './printer-watch.ts';

const IDLE: PrinterStatus = { device: 'online', paper: 'full', toner: 'full', cover: 'closed', reasons: [] };

let clock: ManualClock;
let answer: Result<PrinterStatus, IppFailure>;
let asked: number;
let changes: number;
let logged: unknown[];
let watch: PrinterWatch;
beforeEach(() => {
  clock = new ManualClock();
  answer = ok(IDLE);
  asked = 0;
  changes = 0;
  logged = [];
  const printer: Pick<DocumentPrinter, 'status'> = {
    status: async () => {
      asked++;
      return answer;
    },
  };
  watch = watchPrinter(printer, clock, (id, fields) => logged.push({ id, ...fields }));
});
const start = async (): Promise<void> => {
  watch.start(() => changes++);
  await clock.advance(0);
};

test('a printer that answers as before is asked in its rhythm, and nothing is said', async () => {
  await start();
  await clock.advance(3 * PRINTER_WATCH_INTERVAL_MS);
  expect({ asked, changes, logged, ready: watch.ready() }).toEqual({ asked: 4, changes: 0, logged: [], ready: true });
});

test('printer gone and back: told once each', async () => {
  await start();
  answer = err('unreachable');
  await clock.advance(5 * PRINTER_WATCH_INTERVAL_MS);
  expect(watch.ready()).toBe(false);
  answer = ok(IDLE);
  await clock.advance(5 * PRINTER_WATCH_INTERVAL_MS);
  expect(watch.ready()).toBe(true);
  expect(changes).toBe(2);
  expect(logged).toMatchObject([{ state: 'offline', reasons: ['unreachable'] }, { state: 'online' }]);
});

test('without paper it is ready all the same: the print waits for paper, with a sentence', async () => {
  await start();
  answer = ok({ ...IDLE, paper: 'out', reasons: ['media-empty'] });
  await clock.advance(PRINTER_WATCH_INTERVAL_MS);
  expect(watch.ready()).toBe(true);
  expect(logged).toMatchObject([{ reasons: ['media-empty'] }]);
});

test('stopped it asks no more and says no more, not even of the answer under way', async () => {
  await start();
  answer = err('timeout');
  const looking = clock.advance(PRINTER_WATCH_INTERVAL_MS);
  watch.stop();
  await looking;
  await clock.advance(10 * PRINTER_WATCH_INTERVAL_MS);
  expect(changes).toBe(0);
  expect(asked).toBeLessThanOrEqual(2);
});
