import type { WireDirection, WireReport } from '../transport/wire-tap.ts';
import { MAX_LINE_BYTES } from './lines.ts';

/** For `watch`: the protocol is text, so its lines are told as they are, each direction cut for itself. */
export function createNutReport(tell: (direction: WireDirection, text: string) => void): WireReport {
  const held: Record<WireDirection, string> = { toDevice: '', fromDevice: '' };
  return (direction, bytes) => {
    const lines = (held[direction] + Buffer.from(bytes).toString('latin1')).split('\n');
    held[direction] = (lines.pop() ?? '').slice(-MAX_LINE_BYTES);
    for (const line of lines) tell(direction, line.replace(/[^\x20-\x7e]/g, '·').slice(0, MAX_LINE_BYTES));
  };
}
