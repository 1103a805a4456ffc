import type { ReceiptProfileName } from '../../../contract/device-config/receipt.ts';

/** What a make of printers knows, as its manual tells it; written for the simulator alone. */
export interface PrinterModel {
  /** The `n` of DLE EOT that it answers. Others are no commands to it. */
  readonly realTime: readonly number[];
  /** The command after GS that makes it report changes by itself; null: none. */
  readonly reports: 'a' | '\u00e0' | null;
  /** Answers GS r. */
  readonly queuedStatus: boolean;
  /** What it says to GS I 66; null: it does not know that command, and takes no notice. */
  readonly maker: string | null;
  /** Knows ESC 9. */
  readonly textCodes: boolean;
}

export const PRINTER_MODELS: Readonly<Record<ReceiptProfileName, PrinterModel>> = {
  epson: { realTime: [1, 2, 3, 4], reports: 'a', queuedStatus: true, maker: 'SIMULATOR', textCodes: false },
  'custom-vkp80': { realTime: [1, 17, 20], reports: '\u00e0', queuedStatus: false, maker: null, textCodes: false },
  masung: { realTime: [1, 2, 3, 4], reports: null, queuedStatus: false, maker: null, textCodes: false },
  xprinter: { realTime: [1, 2, 3, 4], reports: null, queuedStatus: true, maker: null, textCodes: true },
};
