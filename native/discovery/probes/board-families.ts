import type { LockerConfig } from '../../../contract/device-config/locker.ts';
import type { BoardReply } from '../../lockboard/board-protocol.ts';
import * as cu12 from '../../lockboard/cu12/frames.ts';
import * as cu16 from '../../lockboard/cu16/frames.ts';
import * as cu48 from '../../lockboard/cu48/frames.ts';
import { createKr8aDecoder } from '../../lockboard/kr-8a/decoder.ts';
import { ALL_CHANNELS, encodeQuery } from '../../lockboard/kr-8a/frames.ts';
import { createWklyDecoder } from '../../lockboard/wkly/decoder.ts';
import * as wkly from '../../lockboard/wkly/frames.ts';
import type { StreamDecoder } from '../../transport/stream-decoder.ts';
import { onlyFrame } from '../line.ts';

/** One family of lock-control boards: its question about all doors of a board, and how many channels an answer speaks of. */
export interface BoardFamily {
  readonly driver: Exclude<LockerConfig['driver'], 'modbus-relay'>;
  readonly lowestAddress: number;
  readonly highestAddress: number;
  readonly replyLimitMs: number;
  /** Told in words: what about the answer is this family's own. */
  readonly sign: string;
  question(address: number): Uint8Array;
  /** Undefined: this is no whole answer of this board. */
  channels(reply: Uint8Array, address: number): number | undefined;
  /** The channels of the model must stand in the configuration, because only they tell how long a reply is. */
  readonly namesChannels?: boolean;
}

function linesIn(decoder: StreamDecoder<BoardReply>, reply: Uint8Array, address: number): number | undefined {
  const frame = onlyFrame(decoder, reply);
  // A board that answers and does not know its doors has one at least.
  return frame?.kind === 'lines' && frame.address === address ? Math.max(1, frame.lines.length) : undefined;
}

/** Models have eight channels for each status byte; the length of the reply is the only sign of how many. */
const KR8A_MODELS = [8, 16, 24, 32, 40, 48, 56, 64];

export const BOARD_FAMILIES: Readonly<Record<BoardFamily['driver'], BoardFamily>> = {
  cu16: {
    driver: 'cu16',
    lowestAddress: 0,
    highestAddress: 15,
    replyLimitMs: 200,
    sign: 'nine bytes with STX, 35, ETX and their sum',
    question: (address) => cu16.encodeRequest(address, cu16.COMMANDS.status),
    channels: (reply, address) => linesIn(cu16.createCu16Decoder(), reply, address),
  },
  cu12: {
    driver: 'cu12',
    lowestAddress: 0,
    highestAddress: 15,
    replyLimitMs: 200,
    sign: 'its status frame with its sum before the data',
    question: (address) => cu12.encodeRequest(address, cu12.COMMANDS.status),
    channels: (reply, address) => linesIn(cu12.createCu12Decoder(), reply, address),
  },
  cu48: {
    driver: 'cu48',
    lowestAddress: 0,
    highestAddress: 31,
    replyLimitMs: 200,
    sign: 'twelve bytes with STX, 65, ETX and their sum',
    question: (address) => cu48.encodeRequest(address, cu48.COMMANDS.status),
    channels: (reply, address) => linesIn(cu48.createCu48Decoder(), reply, address),
  },
  wkly: {
    driver: 'wkly',
    lowestAddress: 0,
    highestAddress: 31,
    replyLimitMs: 400,
    sign: '“WKLY”, length and check',
    question: (address) => wkly.encodeFrame(address, wkly.COMMANDS.queryAll),
    channels: (reply, address) => linesIn(createWklyDecoder(), reply, address),
  },
  'kr-8a': {
    driver: 'kr-8a',
    lowestAddress: 1,
    highestAddress: 99,
    replyLimitMs: 200,
    sign: 'head 80, its address, 33 and their check in a reply of one of the known lengths',
    question: (address) => encodeQuery(address, ALL_CHANNELS),
    channels: (reply, address) =>
      KR8A_MODELS.find((model) => linesIn(createKr8aDecoder(new Map([[address, model]])), reply, address) === model),
    namesChannels: true,
  },
};
