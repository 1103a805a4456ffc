import type { BoardProtocol } from '../board-protocol.ts';
import { COMMANDS, createCu48Decoder, encodeRequest } from './frames.ts';

/** The source asks again every 200 ms. [1] */
export const CU48_REPLY_LIMIT_MS = 200;
/** [inf] from sources about other families. */
export const CU48_GAP_MS = 50;
/** [inf] as of the other boards of this make. */
export const CU48_PULSE_MS = 550;

/**
 * Kerong CU48, from one author [1]: locks 0 to 47. What a board answers to an unlock is not told, so that nothing is waited for
 * and only its status counts; there is no other question whose reply is known, so no proof: the bus keeps quiet.
 */
export const cu48Protocol: BoardProtocol = {
  driver: 'cu48',
  closedIs: 1,
  gapMs: CU48_GAP_MS,
  pulseMs: CU48_PULSE_MS,
  decoder: createCu48Decoder,
  unlock: (address, channel) => ({
    frame: encodeRequest(address, COMMANDS.unlock, channel),
    replyLimitMs: undefined,
    answers: () => false,
  }),
  query: (address) => ({
    frame: encodeRequest(address, COMMANDS.status),
    replyLimitMs: CU48_REPLY_LIMIT_MS,
    answers: (reply) => reply.kind === 'lines' && reply.address === address,
  }),
};
