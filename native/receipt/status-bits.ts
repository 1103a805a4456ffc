import type { RealTimeStatus } from './escpos.ts';

/** Where a byte of status came from. */
export type StatusSource =
  | RealTimeStatus
  /** The first three bytes of an automatic status; the fourth is reserved. */
  | 'asb1'
  | 'asb2'
  | 'asb3'
  /** Custom's full status. */
  | 'fullPaper'
  | 'fullUser'
  | 'fullRecoverable'
  | 'fullUnrecoverable';

/** What a set bit can say. */
export const STATUS_FLAGS = [
  'offline',
  'coverOpen',
  'stoppedByPaperEnd',
  'mechanicalError',
  'cutterError',
  'unrecoverableError',
  /** Head too hot, for instance: ends by itself. */
  'autoRecoverableError',
  /** The printer says "error" in DLE EOT 2. */
  'error',
  'paperNearEnd',
  'paperEnd',
  /** A receipt lies in the mouth. */
  'mediaPresent',
  /** Paper is moved, or data wait to be printed. */
  'busy',
] as const;
export type StatusFlag = (typeof STATUS_FLAGS)[number];

/** Any bit of the mask says so. */
export interface StatusBit {
  readonly of: StatusSource;
  readonly mask: number;
  readonly flag: StatusFlag;
}

/** DLE EOT 1–4 and GS a: [2+] Epson TM-U220, Citizen CT-S2000. Both bits of a pair speak of one sensor; some models set only one. */
export const EPSON_BITS: readonly StatusBit[] = [
  { of: 'printer', mask: 0x08, flag: 'offline' },
  { of: 'offlineCause', mask: 0x04, flag: 'coverOpen' },
  { of: 'offlineCause', mask: 0x20, flag: 'stoppedByPaperEnd' },
  { of: 'offlineCause', mask: 0x40, flag: 'error' },
  { of: 'errorCause', mask: 0x04, flag: 'mechanicalError' },
  { of: 'errorCause', mask: 0x08, flag: 'cutterError' },
  { of: 'errorCause', mask: 0x20, flag: 'unrecoverableError' },
  { of: 'errorCause', mask: 0x40, flag: 'autoRecoverableError' },
  { of: 'paper', mask: 0x0c, flag: 'paperNearEnd' },
  { of: 'paper', mask: 0x60, flag: 'paperEnd' },
  { of: 'asb1', mask: 0x08, flag: 'offline' },
  { of: 'asb1', mask: 0x20, flag: 'coverOpen' },
  { of: 'asb2', mask: 0x04, flag: 'mechanicalError' },
  { of: 'asb2', mask: 0x08, flag: 'cutterError' },
  { of: 'asb2', mask: 0x20, flag: 'unrecoverableError' },
  { of: 'asb2', mask: 0x40, flag: 'autoRecoverableError' },
  { of: 'asb3', mask: 0x03, flag: 'paperNearEnd' },
  { of: 'asb3', mask: 0x0c, flag: 'paperEnd' },
];

/**
 * DLE EOT 17 and 20 of Custom's printers: [2+] within the maker's manuals (KPM150, KPM300, PRT80). [mem] for the last byte:
 * no source shows its bits, so any of them counts. An RS-232 error (recoverable, bit 1) is the cable's and no state.
 */
export const CUSTOM_BITS: readonly StatusBit[] = [
  { of: 'printStatus', mask: 0x04, flag: 'busy' },
  { of: 'printStatus', mask: 0x20, flag: 'paperEnd' },
  { of: 'fullPaper', mask: 0x01, flag: 'paperEnd' },
  // Near the end by its sensor, or by the virtual limit of the roll.
  { of: 'fullPaper', mask: 0x44, flag: 'paperNearEnd' },
  { of: 'fullPaper', mask: 0x20, flag: 'mediaPresent' },
  // Head up, or cover open: both are opened and closed by a hand.
  { of: 'fullUser', mask: 0x03, flag: 'coverOpen' },
  // Spooling, or drag motor on.
  { of: 'fullUser', mask: 0x0c, flag: 'busy' },
  // Head temperature, supply voltage.
  { of: 'fullRecoverable', mask: 0x09, flag: 'autoRecoverableError' },
  { of: 'fullUnrecoverable', mask: 0xff, flag: 'unrecoverableError' },
];
