import type { WireDirection, WireReport } from '../../transport/wire-tap.ts';
import { hexText } from '../wire-words.ts';
import { HEADS } from './frames.ts';

const NAMES: Readonly<Record<number, string>> = {
  [HEADS.open]: 'unlock',
  [HEADS.query]: 'lines',
  [HEADS.reports[0]]: 'report',
  [HEADS.reports[1]]: 'report',
};

/** How long a reply is depends on the configuration, which a listener does not know: chunks as hex, named by their head. */
export function kr8aReport(tell: (direction: WireDirection, text: string) => void): WireReport {
  return (direction, bytes) => {
    const [head = 0, board, channel] = bytes;
    const name = NAMES[head];
    const about = direction === 'toDevice' && channel !== 0 ? `, channel ${channel}` : '';
    tell(direction, name === undefined ? hexText(bytes) : `${hexText(bytes)} (${name}, board ${board}${about})`);
  };
}
