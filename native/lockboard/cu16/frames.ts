import { createStreamDecoder, type Look, type StreamDecoder } from '../../transport/stream-decoder.ts';
import type { BoardReply } from '../board-protocol.ts';
import { linesOf, sumOf } from './bytes.ts';

/** STX · board << 4 | lock · command · ETX · low byte of the sum of all before. */
const STX = 0x02;
const ETX = 0x03;

export const COMMANDS = {
  status: 0x30,
  unlock: 0x31,
  /** All boards of the line. The length of its reply (36) was not found in any source: not used. [1] */
  statusOfAll: 0x32,
  /** All locks of a board at once: more current than a supply stands. Not used. [1] */
  unlockAll: 0x33,
} as const;
const STATUS_REPLY = 0x35;

/** STX · address · 35 · locks 1–8 · locks 9–16 · sensors 1–8 · sensors 9–16 · ETX · sum. */
const REPLY_BYTES = 9;
const DATA_AT = 3;
const ETX_AT = 7;

/** @param board 0 to 15 @param lock 0 to 15; 0 where the command is about the board */
export function encodeRequest(board: number, command: number, lock = 0): Uint8Array {
  const head = [STX, (board << 4) | lock, command, ETX];
  return Uint8Array.of(...head, sumOf(head));
}

/**
 * Cuts what boards send. Data may be 02 or 03 like the marks, so that only the fixed length tells where a reply ends. What a
 * converter hears of its own request has another command and is passed over.
 */
export function createCu16Decoder(): StreamDecoder<BoardReply> {
  return createStreamDecoder({ starts: [STX], maxBytes: REPLY_BYTES, look: lookForReply });
}

function lookForReply(bytes: Uint8Array): Look<BoardReply> {
  if (bytes.length > 2 && bytes[2] !== STATUS_REPLY) return { type: 'noFrame' };
  if (bytes.length < REPLY_BYTES) return { type: 'incomplete' };
  if (bytes[ETX_AT] !== ETX) return { type: 'refused', reason: 'length' };
  const frame = bytes.subarray(0, REPLY_BYTES);
  if (sumOf(frame.subarray(0, -1)) !== frame.at(-1)) return { type: 'refused', reason: 'checksum' };
  const [locks1 = 0, locks9 = 0, sensors1 = 0, sensors9 = 0] = frame.subarray(DATA_AT, ETX_AT);
  return {
    type: 'frame',
    // The low half of the address names a lock in requests; what boards put there in a status reply is not told.
    frame: {
      kind: 'lines',
      address: (frame[1] ?? 0) >> 4,
      lines: [...linesOf(locks1), ...linesOf(locks9)],
      items: [...linesOf(sensors1), ...linesOf(sensors9)],
    },
    bytes: REPLY_BYTES,
  };
}
