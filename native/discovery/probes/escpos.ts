import type { ReceiptProfileName } from '../../../contract/device-config/receipt.ts';
import { type Answer, type AnswerDialect, createAnswerDecoder } from '../../receipt/answers.ts';
import { askFullStatus, askStatus, type RealTimeStatus, transmitPrinterId } from '../../receipt/escpos.ts';
import { onlyFrame } from '../line.ts';
import type { Ask, Learned, Probe } from './probe.ts';

/** Answered by the printer's receive interrupt, also with the cover open or without paper. */
const REPLY_LIMIT_MS = 150;
/** In its turn behind data, of which there are none. */
const NAME_LIMIT_MS = 400;

const QUESTION: RealTimeStatus = 'printer';
const FURTHER: readonly RealTimeStatus[] = ['offlineCause', 'errorCause', 'paper'];

function readAnswer(reply: Uint8Array, dialect: AnswerDialect = 'standard'): Answer | undefined {
  return onlyFrame(createAnswerDecoder(dialect), reply);
}
const isStatus = (reply: Uint8Array): boolean => readAnswer(reply)?.kind === 'status';

/**
 * Receipt printers: DLE EOT 1. Three control bytes that no other family knows, and nothing that a printer would put on paper:
 * therefore they are asked first, at every rate, before anything longer is sent at any. One byte with four fixed bits comes
 * back; with those of the three other questions that is as good as a check.
 */
export const ESCPOS_PROBE: Probe = {
  name: 'escpos',
  replyLimitMs: REPLY_LIMIT_MS,
  questions: () => [{ address: undefined, frame: Uint8Array.from(askStatus(QUESTION)) }],
  answers: isStatus,
  async learn(ask): Promise<Learned | undefined> {
    let good = 0;
    for (const what of FURTHER) if (isStatus(await ask(Uint8Array.from(askStatus(what))))) good += 1;
    if (good === FURTHER.length) return standardPrinter(await nameOf(ask));
    const full = readAnswer(await ask(Uint8Array.from(askFullStatus())), 'custom');
    if (full?.kind === 'full')
      return printer('custom-vkp80', 'certain', 'Custom', 'full status of Custom’s printers', []);
    // It must at least say the same again: one byte alone could be noise.
    if (!isStatus(await ask(Uint8Array.from(askStatus(QUESTION))))) return undefined;
    return printer('epson', 'likely', 'of unknown make', 'one real-time status only', [MAKE_OPEN]);
  },
};

/**
 * GS I 66, only of a printer that has just proved to be one. One that does not know it may keep two letters in its line, which
 * ESC @ at the head of every receipt throws away; nothing is fed.
 */
async function nameOf(ask: Ask): Promise<string | undefined> {
  const answer = readAnswer(await ask(Uint8Array.from(transmitPrinterId()), NAME_LIMIT_MS));
  return answer?.kind === 'block' ? answer.text : undefined;
}

const standardPrinter = (name: string | undefined): Learned =>
  name === undefined
    ? printer('epson', 'certain', 'which tells no make', 'four real-time statuses with their fixed bits', [MAKE_OPEN])
    : printer('epson', 'certain', `made by “${name}”`, 'four real-time statuses and its name', []);

const MAKE_OPEN =
  'Its make: look at its label; for Masung set profile "masung", for Xprinter and boards like it "xprinter". test receipt shows whether it fits.';
const WIDTH_OPEN = 'Its paper: for 58 mm set widthDots 384; without it 80 mm is taken.';

const printer = (
  profile: ReceiptProfileName,
  certainty: Learned['certainty'],
  make: string,
  evidence: string,
  open: readonly string[],
): Learned => ({
  certainty,
  what: `receipt printer (ESC/POS), ${make}`,
  evidence: `answered DLE EOT: ${evidence}`,
  fits: (transport) => [
    { place: 'receipt', settings: { driver: 'escpos', transport, profile }, open: [...open, WIDTH_OPEN] },
  ],
});
