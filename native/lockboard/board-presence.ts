import type { Clock } from '../clock.ts';
import type { LockerBus } from './bus.ts';
import type { Miss } from './bus-line.ts';
import type { CellStates } from './cell-states.ts';
import type { Board } from './cells.ts';

/** A board that missed so many questions in a row does not answer: its cells are unknown. */
export const MISSES_UNTIL_SILENT = 2;

export type BoardState = 'online' | 'offline' | 'unknown';

/** Which boards answer. Everybody asks boards through here, so that every answer is remembered. */
export interface BoardPresence {
  /** Asks once, not later than `notAfterMs`; answers whether its cells are known now. */
  ask(bus: LockerBus, board: Board, notAfterMs?: number): Promise<boolean>;
  /** As `ask`, and once more after a miss: one disturbed reply on the line is no verdict. */
  askTwice(bus: LockerBus, board: Board, notAfterMs?: number): Promise<boolean>;
  isOnline(board: Board): boolean;
  /** `unknown`: it was not asked yet. */
  state(board: Board): BoardState;
  /** The one of the others that answered last. */
  lastHeard(except: Board): Board | undefined;
  anyOnline(): boolean;
  /** The line does not carry anything any more. */
  lostAll(): void;
}

export interface BoardPresenceSettings {
  readonly boards: readonly Board[];
  readonly states: CellStates;
  readonly clock: Clock;
  /** Called for everything that was learnt, in words for a technician. */
  readonly onEvidence: (evidence: string) => void;
}

/** For a technician. */
const MISS_WORDS = {
  noReply: 'no reply',
  badReply: 'bytes came that are no reply: right family, number of channels, speed?',
  lineBusy: 'the line is never silent',
} as const satisfies Record<Miss, string>;

interface Presence {
  online: boolean;
  misses: number;
  heardAtMs: number;
}

export function createBoardPresence({ boards, states, clock, onEvidence }: BoardPresenceSettings): BoardPresence {
  const known = new Map<Board, Presence>(
    boards.map((board) => [board, { online: false, misses: 0, heardAtMs: Number.NEGATIVE_INFINITY }]),
  );
  const of = (board: Board): Presence => {
    const found = known.get(board);
    if (!found) throw new Error(`board ${board.address} is not of this locker`);
    return found;
  };
  const missed = (board: Board, miss: Miss): void => {
    const presence = of(board);
    presence.misses += 1;
    if (presence.misses >= MISSES_UNTIL_SILENT) {
      presence.online = false;
      states.lost(board);
    }
    onEvidence(`board ${board.address}: ${MISS_WORDS[miss]}`);
  };
  const ask = async (bus: LockerBus, board: Board, notAfterMs?: number): Promise<boolean> => {
    const heard = await bus.query(board.address, board.cells, notAfterMs);
    if (!heard.ok) {
      if (heard.error !== 'expired' && heard.error !== 'portGone') missed(board, heard.error);
      return false;
    }
    Object.assign(of(board), { online: true, misses: 0, heardAtMs: clock.now() } satisfies Presence);
    states.heard(board, heard.value);
    onEvidence(`board ${board.address}: ${heard.value.lines.length} lines read`);
    return true;
  };

  return {
    ask,
    askTwice: async (bus, board, notAfterMs) =>
      (await ask(bus, board, notAfterMs)) || (await ask(bus, board, notAfterMs)),
    isOnline: (board) => of(board).online,
    state(board) {
      const { online, misses } = of(board);
      if (online) return 'online';
      return misses > 0 ? 'offline' : 'unknown';
    },
    lastHeard: (except) =>
      boards
        .filter((board) => board !== except && of(board).online)
        .sort((a, b) => of(b).heardAtMs - of(a).heardAtMs)[0],
    anyOnline: () => boards.some((board) => of(board).online),
    lostAll() {
      for (const board of boards) {
        Object.assign(of(board), { online: false, misses: MISSES_UNTIL_SILENT });
        states.lost(board);
      }
    },
  };
}
