import type { DecoderEvent, StreamDecoder } from '../transport/stream-decoder.ts';
import type { WireDirection, WireReport } from '../transport/wire-tap.ts';
import { type Answer, createAnswerDecoder } from './answers.ts';
import { commandsInWords } from './command-words.ts';
import { REAL_TIME_STATUS, type RealTimeStatus } from './escpos.ts';
import { bytesOfReport, type StatusBytes, statusFlags } from './status.ts';
import { CUSTOM_BITS, EPSON_BITS, STATUS_FLAGS } from './status-bits.ts';

/** The sources of their bytes are different ones, so both can be read at once. */
const ALL_BITS = [...EPSON_BITS, ...CUSTOM_BITS];
const FULL_STATUS_QUESTION = 20;
const MOST_QUESTIONS_OPEN = 8;

/** Both directions of a printer's wire in words, for somebody who watches. No text of a receipt is among them. */
export function describeReceiptWire(tell: (direction: WireDirection, text: string) => void): WireReport {
  const open: RealTimeStatus[] = [];
  let decoder: StreamDecoder<Answer> = createAnswerDecoder('standard');
  let custom = false;

  const heard = (event: DecoderEvent<Answer>): string => {
    if (event.type === 'discarded') return `${event.bytes} bytes of no answer`;
    if (event.type === 'refused') return `refused: ${event.reason}`;
    const answer = event.frame;
    switch (answer.kind) {
      case 'status': {
        const question = open.shift();
        if (question === undefined) return `status ${hexOf(answer.value)}, nobody asked`;
        return `${question} ${hexOf(answer.value)}: ${saidBy({ [question]: answer.value })}`;
      }
      case 'queued':
        return `all before was carried out; paper ${hexOf(answer.value)}`;
      case 'asb':
        return `automatic status: ${saidBy(bytesOfReport(answer))}`;
      case 'full':
        return `full status: ${saidBy(bytesOfReport(answer))}`;
      case 'block':
        return `name: ${answer.text}`;
      case 'flow':
        return answer.value === 0x11 ? 'XON' : 'XOFF';
    }
  };

  return (direction, bytes) => {
    if (direction === 'fromDevice') {
      for (const event of decoder.push(bytes)) tell(direction, heard(event));
      return;
    }
    for (const { text, asks } of commandsInWords(bytes)) {
      tell(direction, text);
      const question = QUESTIONS.get(asks ?? 0);
      if (question) open.push(question);
      if (open.length > MOST_QUESTIONS_OPEN) open.shift();
      if (asks === FULL_STATUS_QUESTION && !custom) {
        custom = true;
        decoder = createAnswerDecoder('custom');
      }
    }
  };
}

const QUESTIONS: ReadonlyMap<number, RealTimeStatus> = new Map(
  (['printer', 'offlineCause', 'errorCause', 'paper', 'printStatus'] as const).map((question) => [
    REAL_TIME_STATUS[question],
    question,
  ]),
);

const hexOf = (value: number): string => value.toString(16).padStart(2, '0');

function saidBy(bytes: StatusBytes): string {
  const flags = statusFlags(bytes, ALL_BITS);
  return STATUS_FLAGS.filter((flag) => flags[flag]).join(', ') || 'nothing amiss';
}
