import type { EncodedReceipt } from './encode.ts';

/** DLE EOT is answered at once; this is for slow wires and slow heads. */
export const STATUS_LIMIT_MS = 500;
/** How long a printer may take to its first report after it was told to report changes by itself. */
export const AUTOMATIC_LIMIT_MS = 500;
/** Between looks at the state while a receipt is printed: paper that runs out is told at once, not after the whole limit. */
export const STATUS_POLL_INTERVAL_MS = 500;
/** The same where only looking tells that the receipt came out: the ticket may be taken at once. */
export const PROGRESS_POLL_INTERVAL_MS = 100;
/** On a wire opened after a silence: answers that come late belong to the old one. */
export const SETTLE_MS = 50;
/** What is left in a printer may be a whole receipt that it prints first. */
export const RECOVERY_LIMIT_MS = 8_000;
/** No further answer for so long: the printer owes none. Longer than a cut takes. */
export const RECOVERY_QUIET_MS = 600;
/** For a printer that answers nothing in order with its data: how long it is given to clear and cut. */
export const RECOVERY_UNPROVEN_MS = 2_000;
/** What a printer may take for cutting, warming up and thinking, beside moving the paper. */
export const COMPLETION_BASE_MS = 5_000;
/** Cutting and presenting, where no answer tells their end. */
export const CUT_MS = 1_000;
/** 50 mm/s, a third of the slowest that is sold. */
export const SLOWEST_MS_PER_DOT = 2.5;
/** Bytes lost on the wire are told together, not one by one. */
export const DISCARD_REPORT_INTERVAL_MS = 1_000;

const BITS_PER_BYTE = 10;

/** How long the wire is busy with a receipt, milliseconds. */
export const wireTimeMs = (receipt: EncodedReceipt, baudRate: number): number =>
  (receipt.bytes.length * BITS_PER_BYTE * 1000) / baudRate;

/** How long the evidence may take after the first byte was sent, milliseconds. */
export const completionLimitMs = (receipt: EncodedReceipt, baudRate: number): number =>
  COMPLETION_BASE_MS + 2 * wireTimeMs(receipt, baudRate) + receipt.heightDots * SLOWEST_MS_PER_DOT;

/** After so long even the slowest printer has cut the paper off, milliseconds. */
export const surelyPrintedMs = (receipt: EncodedReceipt, baudRate: number): number =>
  CUT_MS + wireTimeMs(receipt, baudRate) + receipt.heightDots * SLOWEST_MS_PER_DOT;
