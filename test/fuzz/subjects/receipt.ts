import fc from 'fast-check';
import { createAnswerDecoder, LONGEST_ANSWER_BYTES } from '../../../native/receipt/answers.ts';
import type { FuzzSubject } from '../subject.ts';

/** A byte in which some bits are fixed and the others free. */
const bits = (fixed: number, free: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 0xff }).map((value) => fixed | (value & free));

const frame = (...bytes: fc.Arbitrary<number>[]): fc.Arbitrary<Uint8Array> =>
  fc.tuple(...bytes).map((values) => Uint8Array.from(values));

const REAL_TIME = frame(bits(0x12, 0x6c));
const FLOW = frame(fc.constantFrom(0x11, 0x13));
const ASB = frame(bits(0x10, 0x6c), bits(0, 0x6f), bits(0, 0x6f), bits(0, 0x6f));
const BLOCK = fc
  .tuple(
    fc.constantFrom(0x35, 0x37, 0x3b, 0x3d, 0x5f),
    fc.array(fc.integer({ min: 0x20, max: 0x7e }), { minLength: 1, maxLength: 80 }),
  )
  .map(([header, text]) => Uint8Array.of(header, ...text, 0));
const FULL = frame(bits(0x10, 0), bits(0x0f, 0), bits(0, 0xe5), bits(0, 0x6f), bits(0, 0x0b), bits(0, 0xef));

/**
 * Not here, because their bytes may as well be the rest of a longer answer whose head was noise: the answer to GS r (three
 * 00 behind a stray 10 are an ASB), and on Custom's printers every answer of one byte. Against that the driver has time: see
 * `HALF_ANSWER_LIMIT_MS`.
 */
export const RECEIPT_SUBJECTS: readonly FuzzSubject[] = [
  {
    family: 'receipt, answers of ESC/POS',
    decoder: () => createAnswerDecoder('standard'),
    frame: fc.oneof(REAL_TIME, FLOW, ASB, BLOCK),
    maxHeld: LONGEST_ANSWER_BYTES,
  },
  {
    family: 'receipt, answers of Custom',
    decoder: () => createAnswerDecoder('custom'),
    frame: fc.oneof(FULL, BLOCK),
    maxHeld: LONGEST_ANSWER_BYTES,
  },
];
