import type { Clock } from '../clock.ts';
import type { BoardPresence } from './board-presence.ts';
import type { LockerBus } from './bus.ts';
import type { Board } from './cells.ts';

/** A round on a line on which nobody has answered ends after so long; the next one goes on with the next board. */
export const SILENT_ROUND_MS = 1500;

/** Asks the boards in turn, as long as the line carries. */
export interface BoardWatch {
  /**
   * One round; every board that answers, and one of those that do not, so that many dead boards do not slow down the others.
   * `silent`: nobody answers on this line.
   */
  round(bus: LockerBus): Promise<'heard' | 'silent'>;
}

export interface BoardWatchSettings {
  readonly boards: readonly Board[];
  readonly presence: BoardPresence;
  readonly clock: Clock;
}

export function createBoardWatch({ boards, presence, clock }: BoardWatchSettings): BoardWatch {
  let rounds = 0;
  let nextGreeted = 0;

  const due = (): readonly Board[] => {
    if (!presence.anyOnline()) return [...boards.slice(nextGreeted), ...boards.slice(0, nextGreeted)];
    const silent = boards.filter((board) => !presence.isOnline(board));
    rounds += 1;
    const probed = silent[rounds % Math.max(1, silent.length)];
    return boards.filter((board) => presence.isOnline(board) || board === probed);
  };
  /**
   * A board missed a question: is it the board or the line? Another board that answered just now tells at once; to ask all
   * would take too long on a long line. Where there is no other, the board itself is asked again.
   */
  const lineCarries = (bus: LockerBus, missing: Board): Promise<boolean> =>
    presence.ask(bus, presence.lastHeard(missing) ?? missing);

  return {
    async round(bus) {
      const greetUntilMs = clock.now() + SILENT_ROUND_MS;
      for (const board of due()) {
        if (!presence.anyOnline()) {
          if (clock.now() >= greetUntilMs) return 'silent';
          nextGreeted = (boards.indexOf(board) + 1) % boards.length;
        }
        const wasOnline = presence.isOnline(board);
        const heard = await presence.ask(bus, board);
        if (!bus.isOpen()) return 'silent';
        if (!heard && wasOnline && !(await lineCarries(bus, board))) return 'silent';
      }
      return presence.anyOnline() ? 'heard' : 'silent';
    },
  };
}
