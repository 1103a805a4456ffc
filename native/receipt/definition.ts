import { join } from 'node:path';
import type { ReceiptConfig } from '../../contract/device-config/receipt.ts';
import type { Result } from '../../contract/result.ts';
import type { DriverDefinition } from '../device/driver.ts';
import { describeReceiptWire } from './describe.ts';
import { createEscposPrinter } from './escpos-printer.ts';
import { profileOf } from './profiles/profiles.ts';
import { receiptFonts } from './raster.ts';
import type { ReceiptDocument, ReceiptEvent, ReceiptFailure, ReceiptStatus } from './receipt.ts';

/** `type`, because an interface has no index signature and would not pass as calls. */
export type ReceiptCalls = {
  /** Asks the printer, on a new wire if the old one is silent: within 2 s. */
  readonly status: () => Promise<Result<ReceiptStatus, ReceiptFailure>>;
  /** Prints and waits for the evidence: see `ReceiptPrinter`. */
  readonly print: (receipt: ReceiptDocument) => Promise<Result<void, ReceiptFailure>>;
};

/** ESC/POS receipt printers of every profile. */
export const escposDefinition: DriverDefinition<ReceiptConfig, ReceiptCalls, ReceiptEvent> = {
  device: 'receipt',
  driver: 'escpos',
  start(settings, { clock, log, assetsDir, wire, report, emit }) {
    const { transport, textCode, pollIntervalMs } = settings;
    const printer = createEscposPrinter({
      opener: wire(transport),
      clock,
      log,
      profile: profileOf(settings),
      textCode,
      ...(transport.kind === 'serial' && { baudRate: transport.baudRate }),
      fonts: receiptFonts(join(assetsDir, 'fonts')),
      report,
      emit,
    });
    printer.watch(pollIntervalMs);
    return { calls: { status: printer.status, print: printer.print }, stop: printer.close };
  },
  describe: describeReceiptWire,
};
