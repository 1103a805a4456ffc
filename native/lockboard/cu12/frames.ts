import { createStreamDecoder, type Look, type StreamDecoder } from '../../transport/stream-decoder.ts';
import type { BoardReply } from '../board-protocol.ts';
import { linesOf, sumOf } from '../cu16/bytes.ts';

/**
 * STX · address · lock · command · ask · length of data · ETX · sum · data. The sum stands before the data and yet covers
 * them, as the published examples show (one text about these boards has it behind them, against its own examples).
 */
const STX = 0x02;
const ETX = 0x03;
const HEAD_BYTES = 8;
const ETX_AT = 6;
const SUM_AT = 7;

export const COMMANDS = { status: 0x80, unlock: 0x81, version: 0x8f } as const;
/** Also 82 unlock time, 83 rate, 84 and 85 delays, 8E factory settings: not used, but boards may speak of them. */
const LOWEST_COMMAND = 0x80;
const HIGHEST_COMMAND = 0x8f;

/** What a board says to a request; 11 failed, 12 time, 13 unknown command, 14 wrong sum. A request has 00. */
const DONE = 0x10;
const LAST_ANSWER = 0x14;

/** Of the longest reply described: two bytes; with room for what is not. */
const MAX_DATA_BYTES = 8;
export const LONGEST_REPLY_BYTES = HEAD_BYTES + MAX_DATA_BYTES;
const LOCKS = 12;

/** @param address 0 to 15 @param lock 0 to 11; 0 where the command is about the board */
export function encodeRequest(address: number, command: number, lock = 0): Uint8Array {
  const head = [STX, address, lock, command, 0, 0, ETX];
  return Uint8Array.of(...head, sumOf(head));
}

/** Cuts what boards send; a request that a converter hears back has no answer in it and is passed over. */
export function createCu12Decoder(): StreamDecoder<BoardReply> {
  return createStreamDecoder({ starts: [STX], maxBytes: LONGEST_REPLY_BYTES, look: lookForReply });
}

function lookForReply(bytes: Uint8Array): Look<BoardReply> {
  const [, address = 0, lock = 0, command = LOWEST_COMMAND, ask = DONE, size = 0, etx = ETX] = bytes;
  if (command < LOWEST_COMMAND || command > HIGHEST_COMMAND) return { type: 'noFrame' };
  if (ask < DONE || ask > LAST_ANSWER) return { type: 'noFrame' };
  if (size > MAX_DATA_BYTES || etx !== ETX) return { type: 'refused', reason: 'length' };
  if (bytes.length < HEAD_BYTES + size) return { type: 'incomplete' };
  const data = bytes.subarray(HEAD_BYTES, HEAD_BYTES + size);
  if (sumOf([...bytes.subarray(0, ETX_AT + 1), ...data]) !== bytes[SUM_AT]) {
    return { type: 'refused', reason: 'checksum' };
  }
  const frame = replyOf({ address, lock, command, done: ask === DONE, data });
  return { type: 'frame', frame, bytes: HEAD_BYTES + size };
}

interface Cu12Reply {
  readonly address: number;
  readonly lock: number;
  readonly command: number;
  readonly done: boolean;
  readonly data: Uint8Array;
}

function replyOf({ address, lock, command, done, data }: Cu12Reply): BoardReply {
  if (command === COMMANDS.unlock) return { kind: 'unlock', address, channel: lock, accepted: done };
  const [locks1, locks9] = data;
  if (command !== COMMANDS.status || !done || locks1 === undefined || locks9 === undefined) {
    return { kind: 'line', address, channel: noDoorChannel(command), line: undefined };
  }
  return { kind: 'lines', address, lines: [...linesOf(locks1), ...linesOf(locks9)].slice(0, LOCKS) };
}

/** A reply that tells of no door is the line of a channel that there is not, by its command. */
export const noDoorChannel = (command: number): number => -command;
