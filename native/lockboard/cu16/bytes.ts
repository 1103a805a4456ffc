import type { Line } from '../board-protocol.ts';

/** The check of all Kerong boards: low byte of the sum. */
export function sumOf(bytes: Iterable<number>): number {
  let sum = 0;
  for (const byte of bytes) sum = (sum + byte) & 0xff;
  return sum;
}

/** Eight switches; the lowest bit is the first. */
export const linesOf = (byte: number): Line[] => Array.from({ length: 8 }, (_, bit) => ((byte >> bit) & 1 ? 1 : 0));
