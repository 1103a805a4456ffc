import type { HealthReport } from '../../contract/device-health.ts';
import type { Log } from '../../contract/log-events.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import { createPause } from '../pause.ts';
import type { WireOpener } from '../transport/wire.ts';
import { encodeReceipt, type TextCode } from './encode.ts';
import { createHealthKeeper } from './health.ts';
import { watchWhileIdle } from './idle-watch.ts';
import { createReceiptPress } from './print-receipt.ts';
import { createPrinterLink } from './printer-link.ts';
import { EPSON } from './profiles/epson.ts';
import type { ReceiptProfile } from './profiles/profile.ts';
import type { ReceiptFonts } from './raster.ts';
import type { ReceiptEvent, ReceiptFailure, ReceiptPrinter, ReceiptStatus } from './receipt.ts';

export interface EscposPrinterOptions {
  readonly opener: WireOpener;
  readonly clock: Clock;
  readonly log: Log;
  readonly fonts: ReceiptFonts;
  /** Absent: Epson's. */
  readonly profile?: ReceiptProfile;
  readonly textCode?: TextCode;
  /** Of the wire, for deadlines only. */
  readonly baudRate?: number;
  readonly report?: (health: HealthReport) => void;
  readonly emit?: (event: ReceiptEvent) => void;
}

export interface EscposPrinter extends ReceiptPrinter {
  /** Keeps an eye on the printer between receipts, until it is closed. Without it the printer is asked only when it is used. */
  watch(pollIntervalMs: number): void;
}

const DEFAULT_BAUD_RATE = 115_200;
const notWanted = (): void => undefined;

/**
 * An ESC/POS receipt printer on a wire. Calls wait for each other; each ends within a bounded time and none throws for
 * anything that a printer or cable can do. `print` is ok only on the evidence that the profile names (`completion.ts`).
 */
export function createEscposPrinter(options: EscposPrinterOptions): EscposPrinter {
  const { opener, clock, log, profile = EPSON, baudRate = DEFAULT_BAUD_RATE, textCode = 'gb18030' } = options;
  const { report = notWanted, emit = notWanted } = options;
  const pause = createPause(clock);
  const health = createHealthKeeper({ profile, report, emit });
  const link = createPrinterLink({ opener, clock, log, profile, health, onEnd: pause.wake });
  const print = createReceiptPress({ link, clock, log, profile, baudRate });
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;
  let printed = 0;

  const exclusive = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  };
  const encodeOptions = {
    widthDots: profile.widthDots,
    qr: profile.qr,
    cut: profile.cut,
    fonts: options.fonts,
    textCode,
    selectsTextCode: profile.selectsTextCode,
    marksEnd: profile.completion === 'queued',
  };

  return {
    status: () =>
      exclusive(async (): Promise<Result<ReceiptStatus, ReceiptFailure>> => {
        const status = await link.look();
        return status === undefined ? err('receipt.offline') : ok(status);
      }),
    print: (receipt) =>
      exclusive(async (): Promise<Result<void, ReceiptFailure>> => {
        const failure = await print(await encodeReceipt(receipt, encodeOptions));
        printed += 1;
        pause.wake();
        return failure === null ? ok(undefined) : err(failure);
      }),
    watch(pollIntervalMs) {
      const now = { stopped: () => closed, printed: () => printed };
      void watchWhileIdle({ link, profile, clock, log, pollIntervalMs, pause, ...now, exclusive });
    },
    async close() {
      closed = true;
      // A receipt in the printer is not waited for: without its wire every wait ends at once.
      await link.close();
      pause.wake();
    },
  };
}
