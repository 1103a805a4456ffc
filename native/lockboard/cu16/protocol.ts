import type { BoardProtocol } from '../board-protocol.ts';
import { COMMANDS, createCu16Decoder, encodeRequest } from './frames.ts';

/** No source names a limit; from boards of other families, which answer within 50 ms. [inf] */
export const CU16_REPLY_LIMIT_MS = 200;
/** [inf] from sources about other families. */
export const CU16_GAP_MS = 50;
/** From 300 to 550 ms by the make; the unlock time of its successor CU12 comes as 550. [inf] */
export const CU16_PULSE_MS = 550;

/**
 * Kerong CU16 and KU16: 19200 bit/s, boards 0 to 15, locks 0 to 15. A board answers nothing to an unlock, so that only its
 * status tells. Status replies of one board look alike and there is no other question whose reply is known: no proof, the bus
 * keeps quiet.
 */
export const cu16Protocol: BoardProtocol = {
  driver: 'cu16',
  closedIs: 1,
  gapMs: CU16_GAP_MS,
  pulseMs: CU16_PULSE_MS,
  decoder: createCu16Decoder,
  unlock: (address, channel) => ({
    frame: encodeRequest(address, COMMANDS.unlock, channel),
    replyLimitMs: undefined,
    answers: () => false,
  }),
  query: (address) => ({
    frame: encodeRequest(address, COMMANDS.status),
    replyLimitMs: CU16_REPLY_LIMIT_MS,
    answers: (reply) => reply.kind === 'lines' && reply.address === address,
  }),
};
