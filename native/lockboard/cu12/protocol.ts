import type { BoardProtocol } from '../board-protocol.ts';
import { COMMANDS, createCu12Decoder, encodeRequest, noDoorChannel } from './frames.ts';

/** No source names a limit; from boards of other families, which answer within 50 ms. [inf] */
export const CU12_REPLY_LIMIT_MS = 200;
/** [inf] from sources about other families. */
export const CU12_GAP_MS = 50;
/** The unlock time that boards come with. [1] */
export const CU12_PULSE_MS = 550;

/**
 * Kerong CU12, from one source [1]: 19200 bit/s, boards 0 to 15, locks 0 to 11. The source contradicts itself about what a set
 * bit means: `closedIs` here is what its documents and its mock say, and the configuration can say the opposite. The proof against
 * late replies asks for the version, which nobody asks for otherwise.
 */
export const cu12Protocol: BoardProtocol = {
  driver: 'cu12',
  closedIs: 1,
  gapMs: CU12_GAP_MS,
  pulseMs: CU12_PULSE_MS,
  decoder: createCu12Decoder,
  unlock: (address, channel) => ({
    frame: encodeRequest(address, COMMANDS.unlock, channel),
    replyLimitMs: CU12_REPLY_LIMIT_MS,
    answers: (reply) => reply.kind === 'unlock' && reply.address === address && reply.channel === channel,
  }),
  query: (address) => ({
    frame: encodeRequest(address, COMMANDS.status),
    replyLimitMs: CU12_REPLY_LIMIT_MS,
    answers: (reply) => reply.kind === 'lines' && reply.address === address,
  }),
  proof: (_, address) => ({
    frame: encodeRequest(address, COMMANDS.version),
    replyLimitMs: CU12_REPLY_LIMIT_MS,
    answers: (reply) =>
      reply.kind === 'line' && reply.address === address && reply.channel === noDoorChannel(COMMANDS.version),
  }),
};
