import fc from 'fast-check';
import { createCu12Decoder, LONGEST_REPLY_BYTES } from '../../../native/lockboard/cu12/frames.ts';
import { createCu16Decoder } from '../../../native/lockboard/cu16/frames.ts';
import { createCu48Decoder } from '../../../native/lockboard/cu48/frames.ts';
import type { FuzzSubject } from '../subject.ts';

const [STX, ETX] = [0x02, 0x03];
const byte = fc.integer({ min: 0, max: 0xff });
const sum = (bytes: readonly number[]): number => bytes.reduce((total, each) => total + each, 0) % 256;
const closed = (...head: number[]): Uint8Array => Uint8Array.of(...head, ETX, sum([...head, ETX]));
const bytes = (count: number) => fc.array(byte, { minLength: count, maxLength: count });

const CU12_REPLY = fc
  .tuple(
    fc.integer({ min: 0, max: 15 }),
    fc.integer({ min: 0, max: 12 }),
    fc.integer({ min: 0x80, max: 0x8f }),
    fc.integer({ min: 0x10, max: 0x14 }),
    fc.array(byte, { maxLength: 8 }),
  )
  .map(([address, lock, command, ask, data]) => {
    const head = [STX, address, lock, command, ask, data.length, ETX];
    return Uint8Array.of(...head, sum([...head, ...data]), ...data);
  });

/** Lock boards of one make. */
export const CU_SUBJECTS: readonly FuzzSubject[] = [
  {
    family: 'locker, cu16',
    decoder: createCu16Decoder,
    frame: fc.tuple(byte, bytes(4)).map(([place, data]) => closed(STX, place, 0x35, ...data)),
    maxHeld: 9,
  },
  {
    family: 'locker, cu12',
    decoder: createCu12Decoder,
    frame: CU12_REPLY,
    maxHeld: LONGEST_REPLY_BYTES,
  },
  {
    family: 'locker, cu48',
    decoder: createCu48Decoder,
    frame: fc.tuple(byte, byte, bytes(6)).map(([address, lock, data]) => closed(STX, address, lock, 0x65, ...data)),
    maxHeld: 12,
  },
];
