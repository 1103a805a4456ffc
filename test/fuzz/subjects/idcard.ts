import fc from 'fast-check';
import { createFrameParser, MAX_FRAME_BYTES } from '../../../native/idcard/frame-parser.ts';
import { type FrameCheck, MIN_REPLY_LENGTH } from '../../../native/idcard/frames.ts';
import { buildReply } from '../../../native/idcard/simulator/module-frames.ts';
import type { FuzzSubject } from '../subject.ts';

const HEAD = Uint8Array.of(0xaa, 0xaa, 0xaa, 0x96, 0x69, 0x00);

/** Data of the replies there are, from none to text, photo and fingerprint; some begin like a frame. */
const DATA = fc.constantFrom(0, 4, 8, 16, 28, 70, 1284, 1286, 2310).chain((bytes) =>
  fc.tuple(fc.uint8Array({ minLength: bytes, maxLength: bytes }), fc.boolean()).map(([data, likeFrame]) => {
    if (likeFrame) data.set(HEAD.subarray(0, bytes));
    return data;
  }),
);

const replies = (check: FrameCheck): fc.Arbitrary<Uint8Array> =>
  fc.record({ status: fc.integer({ min: 0, max: 0xff }), data: DATA }).map((reply) => buildReply(reply, check));

/** Replies of the module, as the two drivers read them. */
export const IDCARD_SUBJECTS: readonly FuzzSubject[] = [
  {
    family: 'idcard, SDT',
    decoder: () => createFrameParser(MIN_REPLY_LENGTH, 'xor'),
    frame: replies('xor'),
    maxHeld: MAX_FRAME_BYTES,
  },
  {
    family: 'idcard, CVR-100AU',
    decoder: () => createFrameParser(MIN_REPLY_LENGTH, 'sum'),
    frame: replies('sum'),
    maxHeld: MAX_FRAME_BYTES,
  },
];
