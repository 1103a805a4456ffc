import { answersNewland, createNewlandReplyDecoder, encodeNewland } from '../../scanner/serial-line/newland-frames.ts';
import { onlyFrame } from '../line.ts';
import type { Learned, Probe } from './probe.ts';

/** Which mode it scans in; the star asks and sets nothing. */
const COMMAND = 'SCNMOD*';
/** It may take seconds over a command that stores something; a question is answered at once. */
const REPLY_LIMIT_MS = 400;

/** Newland's scanners and those that follow them. Others (Honeywell, short form) answer nothing, and cannot be told from silence. */
export const NEWLAND_PROBE: Probe = {
  name: 'serial-line',
  replyLimitMs: REPLY_LIMIT_MS,
  questions: () => [{ address: undefined, frame: encodeNewland(COMMAND) }],
  answers(reply) {
    const frame = onlyFrame(createNewlandReplyDecoder(), reply);
    return frame !== undefined && answersNewland(frame, COMMAND, 'temporary');
  },
  learn: async (): Promise<Learned> => ({
    certainty: 'certain',
    what: 'scanner (Newland’s unified commands)',
    evidence: 'answered SCNMOD* with the command, its value and ACK',
    fits: (transport) => [
      { place: 'scanner', settings: { driver: 'serial-line', transport, trigger: 'newland' }, open: OPEN },
    ],
  }),
};

const OPEN = ['How it sends Chinese text: encoding "gbk" where a scanned text with hanzi comes out wrong.'];
