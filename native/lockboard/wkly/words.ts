import type { WireDirection, WireReport } from '../../transport/wire-tap.ts';
import { boardReport } from '../wire-words.ts';
import { createWklyDecoder } from './decoder.ts';
import { COMMANDS, DATA_AT } from './frames.ts';

const NAMES: Readonly<Record<number, string>> = {
  [COMMANDS.open]: 'unlock channel',
  [COMMANDS.queryOne]: 'query channel',
  [COMMANDS.queryAll]: 'query all',
};

export function wklyReport(tell: (direction: WireDirection, text: string) => void): WireReport {
  return boardReport(tell, createWklyDecoder(), (frame) => {
    const name = NAMES[frame[DATA_AT - 1] ?? 0] ?? 'unknown';
    return frame.length > DATA_AT + 1 ? `${name} ${frame[DATA_AT]}` : name;
  });
}
