import type { WireDirection, WireReport } from '../transport/wire-tap.ts';
import type { BoardProtocol } from './board-protocol.ts';
import { boardReport } from './wire-words.ts';

/** For a tap on CU boards: their requests have the command at one place, whatever else differs. */
export function kerongReport(
  protocol: BoardProtocol,
  commandAt: number,
  commands: Readonly<Record<string, number>>,
): (tell: (direction: WireDirection, text: string) => void) => WireReport {
  const names = new Map(Object.entries(commands).map(([name, command]) => [command, name]));
  return (tell) =>
    boardReport(tell, protocol.decoder(), (frame) => names.get(frame[commandAt] ?? 0) ?? 'no command of ours');
}
