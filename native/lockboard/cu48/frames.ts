import { createStreamDecoder, type Look, type StreamDecoder } from '../../transport/stream-decoder.ts';
import type { BoardReply } from '../board-protocol.ts';
import { linesOf, sumOf } from '../cu16/bytes.ts';

/** STX · address · lock · command · ETX · low byte of the sum of all before. */
const STX = 0x02;
const ETX = 0x03;

export const COMMANDS = { status: 0x50, unlock: 0x51 } as const;
const STATUS_REPLY = 0x65;

/** STX · address · lock · 65 · six bytes of eight locks · ETX · sum. */
const REPLY_BYTES = 12;
const DATA_AT = 4;
const ETX_AT = 10;

/** @param lock 0 to 47; 0 where the command is about the board */
export function encodeRequest(address: number, command: number, lock = 0): Uint8Array {
  const head = [STX, address, lock, command, ETX];
  return Uint8Array.of(...head, sumOf(head));
}

/** Cuts what boards send: data may equal the marks, so that only the fixed length tells where a reply ends. */
export function createCu48Decoder(): StreamDecoder<BoardReply> {
  return createStreamDecoder({ starts: [STX], maxBytes: REPLY_BYTES, look: lookForReply });
}

function lookForReply(bytes: Uint8Array): Look<BoardReply> {
  if (bytes.length > 3 && bytes[3] !== STATUS_REPLY) return { type: 'noFrame' };
  if (bytes.length < REPLY_BYTES) return { type: 'incomplete' };
  if (bytes[ETX_AT] !== ETX) return { type: 'refused', reason: 'length' };
  const frame = bytes.subarray(0, REPLY_BYTES);
  if (sumOf(frame.subarray(0, -1)) !== frame.at(-1)) return { type: 'refused', reason: 'checksum' };
  const lines = [...frame.subarray(DATA_AT, ETX_AT)].flatMap(linesOf);
  return { type: 'frame', frame: { kind: 'lines', address: frame[1] ?? 0, lines }, bytes: REPLY_BYTES };
}
