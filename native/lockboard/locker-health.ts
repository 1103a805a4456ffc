import type { HealthReport } from '../../contract/device-health.ts';
import type { DeviceState } from '../../contract/device-status.ts';
import type { BoardState } from './board-presence.ts';
import type { Board } from './cells.ts';

export interface LockerFacts {
  /** Why there is no wire; undefined: there is one. */
  readonly wireFailure: string | undefined;
  /** Nothing was found out yet. */
  readonly starting: boolean;
  readonly boards: readonly { readonly board: Board; readonly state: BoardState }[];
  readonly openDoors: number;
  readonly evidence: string;
}

/** The locker is online as long as one board answers; the cells of the others are unknown, and the reasons say so. */
export function lockerHealth({ wireFailure, starting, boards, openDoors, evidence }: LockerFacts): HealthReport {
  const anyOnline = boards.some((board) => board.state === 'online');
  const state: DeviceState = anyOnline ? 'online' : starting ? 'starting' : 'offline';
  const details: Record<string, string> = {};
  for (const { board, state: boardState } of boards) details[`board${board.address}`] = boardState;
  if (anyOnline) details.openDoors = String(openDoors);
  return { state, details, reasons: state === 'starting' ? [] : reasonsOf(wireFailure, boards), evidence };
}

function reasonsOf(wireFailure: string | undefined, boards: LockerFacts['boards']): string[] {
  if (wireFailure !== undefined) return [wireFailure];
  const silent = boards.filter(({ state }) => state === 'offline').length;
  if (silent === 0) return [];
  return [silent === boards.length ? 'lineSilent' : 'boardSilent'];
}
