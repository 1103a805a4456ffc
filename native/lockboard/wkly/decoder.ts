import { createStreamDecoder, type Look, type StreamDecoder } from '../../transport/stream-decoder.ts';
import type { BoardReply, Line } from '../board-protocol.ts';
import { COMMANDS, checkByte, DATA_AT, HEAD, LOCK_BYTES, OLD_HEAD_BYTE, SHORTEST_BYTES, STATUS_OK } from './frames.ts';

/** Of the configuration: no board of this family has more. */
const MOST_CHANNELS = 64;
/** The answer to `query all`: status, count, a byte for each channel. */
export const LONGEST_REPLY_BYTES = SHORTEST_BYTES + 2 + MOST_CHANNELS;

/** A command that is answered, but not to us. */
const FOREIGN = 'command';

export function createWklyDecoder(): StreamDecoder<BoardReply> {
  return createStreamDecoder({ starts: [HEAD[0] ?? 0, OLD_HEAD_BYTE], maxBytes: LONGEST_REPLY_BYTES, look });
}

function look(bytes: Uint8Array): Look<BoardReply> {
  for (let at = 1; at < Math.min(HEAD.length, bytes.length); at += 1) {
    if (bytes[at] !== HEAD[at]) return { type: 'noFrame' };
  }
  const length = bytes[HEAD.length];
  if (length === undefined) return { type: 'incomplete' };
  if (length < SHORTEST_BYTES || length > LONGEST_REPLY_BYTES) return { type: 'refused', reason: 'length' };
  if (bytes.length < length) return { type: 'incomplete' };
  const frame = bytes.subarray(0, length);
  if (!hasGoodCheck(frame)) return { type: 'refused', reason: 'checksum' };
  const reply = replyOf(frame);
  return typeof reply === 'string'
    ? { type: 'refused', reason: reply }
    : { type: 'frame', frame: reply, bytes: length };
}

/** No source says whether old firmware counts its own first byte or that of the request: both are taken. */
function hasGoodCheck(frame: Uint8Array): boolean {
  const rest = checkByte(frame);
  return rest === 0 || (frame[0] === OLD_HEAD_BYTE && rest === (OLD_HEAD_BYTE ^ (HEAD[0] ?? 0)));
}

function replyOf(frame: Uint8Array): BoardReply | 'command' | 'length' | 'field' {
  const [, , , , , address = 0, command] = frame;
  const data = frame.subarray(DATA_AT, -1);
  switch (command) {
    case COMMANDS.open:
      return openReply(data, address);
    case COMMANDS.queryOne: {
      const [status, number = 0, lock] = data;
      if (data.length !== 3) return 'length';
      if (number < 1) return 'field';
      return { kind: 'line', address, channel: number - 1, line: status === STATUS_OK ? lineOf(lock) : undefined };
    }
    case COMMANDS.queryAll: {
      const [status, count] = data;
      // A board that failed to look has answered all the same: it knows nothing.
      if (status !== undefined && status !== STATUS_OK) return { kind: 'lines', address, lines: [] };
      if (data.length < 2 || data.length !== 2 + (count ?? 0)) return 'length';
      return { kind: 'lines', address, lines: Array.from(data.subarray(2), lineOf) };
    }
    case COMMANDS.report: {
      const [number = 0, lock] = data;
      if (data.length !== 2) return 'length';
      return number < 1 ? 'field' : { kind: 'report', address, channel: number - 1, line: lineOf(lock) };
    }
    default:
      return FOREIGN;
  }
}

/** Status, channel, and from most boards what the lock says, which comes too early to mean anything. */
function openReply(data: Uint8Array, address: number): BoardReply | 'length' | 'field' {
  const [status, number = 0] = data;
  if (data.length < 2 || data.length > 3) return 'length';
  return number < 1 ? 'field' : { kind: 'unlock', address, channel: number - 1, accepted: status === STATUS_OK };
}

function lineOf(lock: number | undefined): Line {
  if (lock === LOCK_BYTES.closed) return 1;
  return lock === LOCK_BYTES.open ? 0 : undefined;
}
