import type { BoardProtocol, BoardReply, BoardRequest } from '../board-protocol.ts';
import { createWklyDecoder } from './decoder.ts';
import { COMMANDS, DATA_AT, encodeFrame } from './frames.ts';

/** The limits in use elsewhere: a board answers an unlock only after its pulse. */
export const WKLY_OPEN_LIMIT_MS = 700;
export const WKLY_QUERY_ONE_LIMIT_MS = 200;
export const WKLY_QUERY_ALL_LIMIT_MS = 400;
/** From sources that say 50 to 100 ms; the configuration can ask for more. */
export const WKLY_GAP_MS = 50;
export const WKLY_PULSE_MS = 350;
/** Channels that proofs go through. Even the smallest model has them; whether cells are wired to them does not matter. */
const PROOF_CHANNELS = 2;

/**
 * Boards with frames that begin with "WKLY". Answers carry their command and channel: doors are asked for by 84, proofs
 * of being in step by 83, each about another channel than the last, so that a late answer to one is no answer to the next.
 */
export const wklyProtocol: BoardProtocol = {
  driver: 'wkly',
  closedIs: 1,
  gapMs: WKLY_GAP_MS,
  pulseMs: WKLY_PULSE_MS,
  decoder: createWklyDecoder,
  unlock: (address, channel) => ({
    frame: encodeFrame(address, COMMANDS.open, channel + 1),
    // Some boards do not answer at all: the proof that follows then costs one short exchange.
    replyLimitMs: WKLY_OPEN_LIMIT_MS,
    answers: (reply) => reply.kind === 'unlock' && isAbout(reply, address, channel),
  }),
  query: (address) => ({
    frame: encodeFrame(address, COMMANDS.queryAll),
    replyLimitMs: WKLY_QUERY_ALL_LIMIT_MS,
    answers: (reply) => reply.kind === 'lines' && reply.address === address,
  }),
  proof: (owed, address) => queryOne(address, channelAfter(owed)),
};

function queryOne(address: number, channel: number): BoardRequest {
  return {
    frame: encodeFrame(address, COMMANDS.queryOne, channel + 1),
    replyLimitMs: WKLY_QUERY_ONE_LIMIT_MS,
    answers: (reply) => reply.kind === 'line' && isAbout(reply, address, channel),
  };
}

function channelAfter({ frame }: BoardRequest): number {
  const proof = frame[DATA_AT - 1] === COMMANDS.queryOne;
  return proof ? (frame[DATA_AT] ?? 0) % PROOF_CHANNELS : 0;
}

const isAbout = (reply: Extract<BoardReply, { channel: number }>, address: number, channel: number): boolean =>
  reply.address === address && reply.channel === channel;
