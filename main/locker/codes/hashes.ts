import { timingSafeEqual } from 'node:crypto';
import type { Sealer } from '../../store/sealing.ts';

/** Keyed hashes of codes: of no use on another machine, and a code is not the same as a QR code with its digits. */
export interface CodeHashes {
  code(digits: string): Buffer;
  qr(digits: string): Buffer;
}

export const codeHashes = (sealer: Sealer): CodeHashes => ({
  code: (digits) => sealer.keyedHash('pickup-code', digits),
  qr: (digits) => sealer.keyedHash('pickup-qr', digits),
});

/** The row with this hash. Every row is compared to its last byte, so that the time says nothing of how near a guess was. */
export function matching<Row>(
  rows: readonly Row[],
  hashOf: (row: Row) => Uint8Array,
  wanted: Uint8Array,
): Row | undefined {
  let found: Row | undefined;
  for (const row of rows) {
    const hash = hashOf(row);
    if (hash.length === wanted.length && timingSafeEqual(hash, wanted)) found = row;
  }
  return found;
}
