import { SDT_COMMANDS } from '../../idcard/commands.ts';
import { createFrameParser } from '../../idcard/frame-parser.ts';
import { decodeReply, encodeRequest, MIN_REPLY_LENGTH, type SdtReply } from '../../idcard/frames.ts';
import { samIdText } from '../../idcard/sam-id.ts';
import { onlyFrame } from '../line.ts';
import type { Ask, Learned, Probe } from './probe.ts';

const { samStatus, samId } = SDT_COMMANDS;
const SAM_ID_BYTES = 16;
/** A module that has just got its power may be slow with its first answer. */
const REPLY_LIMIT_MS = 400;

export function readSdtReply(reply: Uint8Array): SdtReply | undefined {
  const frame = onlyFrame(createFrameParser(MIN_REPLY_LENGTH), reply);
  const decoded = frame && decodeReply(frame.body);
  return decoded?.ok ? decoded.value : undefined;
}

/** Asks for the SAM-ID, a number of the module. Undefined: it gave none. */
export async function askSamId(ask: Ask): Promise<string | undefined> {
  const reply = readSdtReply(await ask(encodeRequest(samId.cmd, samId.para), REPLY_LIMIT_MS));
  return reply?.status === samId.goodStatus && reply.data.length === SAM_ID_BYTES ? samIdText(reply.data) : undefined;
}

export const SDT_OPEN = [
  'Whether its module finds a card again while it lies there (continuousReading) shows with a card: test idCard.',
] as const;

/**
 * Identity-card readers: the self-check 11 FF, which touches no card. The older CVR-100AU is not asked for, because the one
 * question of its that a public source has is said to initialise it.
 */
export const SDT_PROBE: Probe = {
  name: 'sdt',
  replyLimitMs: REPLY_LIMIT_MS,
  questions: () => [{ address: undefined, frame: encodeRequest(samStatus.cmd, samStatus.para) }],
  answers: (reply) => readSdtReply(reply) !== undefined,
  async learn(ask): Promise<Learned> {
    const id = await askSamId(ask);
    return {
      certainty: 'certain',
      what: `identity-card reader (SDT), ${id ? `SAM ${id}` : 'which tells no SAM-ID'}`,
      evidence: 'answered the self-check of a SAM with preamble, length and check',
      fits: (transport) => [{ place: 'idCard', settings: { driver: 'sdt', transport }, open: SDT_OPEN }],
    };
  },
};
