import fc from 'fast-check';
import { createKr8aDecoder } from '../../../native/lockboard/kr-8a/decoder.ts';
import { createWklyDecoder, LONGEST_REPLY_BYTES } from '../../../native/lockboard/wkly/decoder.ts';
import type { FuzzSubject } from '../subject.ts';

const xor = (bytes: readonly number[]): number => bytes.reduce((sum, byte) => sum ^ byte, 0);
const checked = (bytes: readonly number[]): Uint8Array => Uint8Array.of(...bytes, xor(bytes));
const BYTE = fc.integer({ min: 0, max: 255 });

/** Address → channels, one of each length of reply that there is. */
const KR8A_BOARDS = new Map([
  [1, 24],
  [2, 32],
  [3, 8],
  [4, 16],
  [99, 50],
]);
const KR8A_LONGEST_BYTES = 11;

const kr8aBoard = fc.constantFrom(...KR8A_BOARDS.entries());
const kr8aAll = kr8aBoard.chain(([address, channels]) => {
  const groups = Math.ceil(channels / 8);
  return fc
    .array(BYTE, { minLength: groups, maxLength: groups })
    .map((status) => checked([0x80, address, ...status, 0x33]));
});
const kr8aOne = kr8aBoard.chain(([address, channels]) =>
  fc
    .tuple(fc.constantFrom(0x8a, 0x81, 0x82), fc.integer({ min: 1, max: channels }), fc.constantFrom(0x00, 0x11))
    .map(([head, channel, state]) => checked([head, address, channel, state])),
);

const HEAD = fc.constantFrom([0x57, 0x4b, 0x4c, 0x59], [0x53, 0x4b, 0x4c, 0x59]);
const LOCK = fc.constantFrom(0x00, 0x01, 0xff);
const CHANNEL = fc.integer({ min: 1, max: 64 });
const wklyBody = fc.oneof(
  fc.tuple(fc.constant(0x82), BYTE, CHANNEL, LOCK),
  fc.tuple(fc.constant(0x83), BYTE, CHANNEL, LOCK),
  fc.tuple(fc.constant(0x85), CHANNEL, LOCK),
  fc.array(LOCK, { maxLength: 64 }).map((locks) => [0x84, 0x00, locks.length, ...locks]),
);
const wklyFrame = fc
  .tuple(HEAD, fc.integer({ min: 0, max: 31 }), wklyBody)
  .map(([head, board, body]) => checked([...head, body.length + 7, board, ...body]));

export const kr8aSubject: FuzzSubject = {
  family: 'kr-8a',
  decoder: () => createKr8aDecoder(KR8A_BOARDS),
  frame: fc.oneof(kr8aAll, kr8aOne),
  maxHeld: KR8A_LONGEST_BYTES,
};

export const wklySubject: FuzzSubject = {
  family: 'wkly',
  decoder: createWklyDecoder,
  frame: wklyFrame,
  maxHeld: LONGEST_REPLY_BYTES,
};
