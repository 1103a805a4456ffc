import type { EncodedReceipt } from './encode.ts';

/** DLE EOT is answered at once; this is for slow wires and slow heads. */
export const STATUS_LIMIT_MS = 500;
/** Between looks at the state while a receipt is printed: paper that runs out is told at once, not after the whole limit. */
export const STATUS_POLL_INTERVAL_MS = 500;
/** On a wire opened after a silence: answers that come late belong to the old one. */
export const SETTLE_MS = 50;
/** What is left in a printer may be a whole receipt that it prints first. */
export const RECOVERY_LIMIT_MS = 8_000;
/** No further answer for so long: the printer owes none. Longer than a cut takes. */
export const RECOVERY_QUIET_MS = 600;
/** What a printer may take for cutting, warming up and thinking, beside moving the paper. */
export const COMPLETION_BASE_MS = 5_000;
/** 50 mm/s, a third of the slowest that is sold. */
export const SLOWEST_MS_PER_DOT = 2.5;

/** How long the answer to `GS r` may take after the first byte was sent, milliseconds. */
export function completionLimitMs(receipt: EncodedReceipt, baudRate: number): number {
  const onTheWire = (receipt.bytes.length * 10 * 1000) / baudRate;
  return COMPLETION_BASE_MS + 2 * onTheWire + receipt.heightDots * SLOWEST_MS_PER_DOT;
}
