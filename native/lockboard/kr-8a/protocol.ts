import type { BoardProtocol } from '../board-protocol.ts';
import { createKr8aDecoder } from './decoder.ts';
import { ALL_CHANNELS, encodeOpen, encodeQuery } from './frames.ts';

/** Boards answer within some 50 ms; the limit in use elsewhere. */
export const KR8A_REPLY_LIMIT_MS = 200;
/** From sources that say 50 to 100 ms; the configuration can ask for more. */
export const KR8A_GAP_MS = 50;
/** "About 300 ms" of the descriptions, with some to spare. */
export const KR8A_PULSE_MS = 350;

export interface Kr8aSettings {
  readonly boards: readonly {
    readonly address: number;
    readonly cells: number;
    readonly channels?: number | undefined;
  }[];
  /** Pulse in whole seconds, for boards that know the longer unlock frame. */
  readonly pulseSeconds?: number | undefined;
}

/**
 * Of models with eight channels and fewer, the answer "all lines 0" has the very bytes of the question: they must not stand
 * on an adapter that echoes what it sends.
 */
const COMMON_CHANNELS = 24;

/** Channels of a board whose configuration does not say them: 24 is the common model, larger ones come in eights. */
export const kr8aChannels = ({ cells, channels }: Kr8aSettings['boards'][number]): number =>
  channels ?? Math.max(COMMON_CHANNELS, Math.ceil(cells / 8) * 8);

/**
 * 485 锁控板 with heads 8A and 80. There is no proof against late replies, because two answers to `query all` of one board
 * look the same; after a missing one the bus keeps quiet for longer than these boards ever take.
 */
export function kr8aProtocol({ boards, pulseSeconds }: Kr8aSettings): BoardProtocol {
  const channelsOf = new Map(boards.map((board) => [board.address, kr8aChannels(board)]));
  return {
    driver: 'kr-8a',
    // "Door-closed feedback" locks: 11 (a set bit) is closed. "Door-open feedback" locks are configured as `closedIs: 0`.
    closedIs: 1,
    gapMs: KR8A_GAP_MS,
    pulseMs: pulseSeconds === undefined ? KR8A_PULSE_MS : pulseSeconds * 1000,
    decoder: () => createKr8aDecoder(channelsOf),
    unlock: (address, channel) => ({
      frame: encodeOpen(address, channel + 1, pulseSeconds),
      replyLimitMs: KR8A_REPLY_LIMIT_MS,
      answers: (reply) => reply.kind === 'unlock' && reply.address === address && reply.channel === channel,
    }),
    query: (address) => ({
      frame: encodeQuery(address, ALL_CHANNELS),
      replyLimitMs: KR8A_REPLY_LIMIT_MS,
      answers: (reply) => reply.kind === 'lines' && reply.address === address,
    }),
  };
}
