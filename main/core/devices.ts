import type { KioskConfig } from '../../contract/config.ts';
import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../../native/clock.ts';
import type { IdCardEvent } from '../../native/idcard/reader.ts';
import { createSdtReader } from '../../native/idcard/sdt-reader.ts';
import { createIppPrinter } from '../../native/ipp/ipp-printer.ts';
import type { DocumentPrinter } from '../../native/ipp/printer.ts';
import { createEscposPrinter } from '../../native/receipt/escpos-printer.ts';
import { receiptFonts } from '../../native/receipt/raster.ts';
import type { ReceiptPrinter } from '../../native/receipt/receipt.ts';
import { openerOf } from '../../native/transport/open-wire.ts';
import { watchPrinter } from '../printing/printer-watch.ts';

export interface Devices {
  readonly printer: DocumentPrinter | undefined;
  readonly receipts: ReceiptPrinter | undefined;
  readerReady(): boolean;
  printerReady(): boolean;
  start(listeners: { onCard: (event: IdCardEvent) => void; onChange: () => void }): void;
  close(): Promise<void>;
}

const IPP_TIMEOUT_MS = 5_000;

/** Builds the drivers that the configuration names. A device that is not named is absent, not broken. */
export function openDevices(
  config: KioskConfig['devices'],
  { clock, log, fontsDir }: { clock: Clock; log: Log; fontsDir: string },
): Devices {
  const reader =
    config.idCard &&
    createSdtReader({
      opener: openerOf(config.idCard.transport, clock),
      clock,
      log,
      continuousReading: config.idCard.continuousReading,
    });
  const receipts =
    config.receipt &&
    createEscposPrinter({
      opener: openerOf(config.receipt.transport, clock),
      ...(config.receipt.transport.kind === 'serial' && { baudRate: config.receipt.transport.baudRate }),
      clock,
      log,
      widthDots: config.receipt.widthDots,
      qr: config.receipt.qr,
      fonts: receiptFonts(fontsDir),
    });
  const printer =
    config.document && createIppPrinter({ uri: config.document.uri, clock, log, timeoutMs: IPP_TIMEOUT_MS });
  const watch = printer && watchPrinter(printer, clock, log);

  return {
    printer,
    receipts,
    // Until the reader has said otherwise it is taken for starting, not for broken.
    readerReady: () => reader !== undefined && ['online', 'starting'].includes(reader.status().device),
    printerReady: () => watch?.ready() ?? false,
    start({ onCard, onChange }) {
      reader?.start(onCard);
      watch?.start(onChange);
    },
    async close() {
      watch?.stop();
      await Promise.all([reader?.stop(), receipts?.close()]);
    },
  };
}
