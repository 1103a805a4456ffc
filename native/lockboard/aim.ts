import type { Clock } from '../clock.ts';
import type { BoardPresence } from './board-presence.ts';
import type { LockerBus } from './bus.ts';
import type { CellStates } from './cell-states.ts';
import type { CellPlan } from './cells.ts';

/** How often the board of the aimed cell is asked: twice as often as usual. */
export const AIM_LOOK_INTERVAL_MS = 500;
/** A reading that is older is no reading from directly before the pulse. */
export const AIM_FRESH_MS = 700;
/** Somebody who was to sign has gone away. */
export const AIM_LIMIT_MS = 120_000;

/**
 * Somebody is about to be let to a cell: while they sign, its board is asked more often, so that the pulse need not wait for
 * one more question and the silence after it.
 */
export interface Aim {
  at(cell: number): void;
  /** The sensor of the aimed cell said closed just now, on the line that is in use. Ends the aim. */
  holds(cell: number): boolean;
  stop(): void;
}

export interface AimSettings {
  readonly plan: CellPlan;
  readonly states: CellStates;
  readonly presence: BoardPresence;
  readonly clock: Clock;
  readonly bus: () => LockerBus | undefined;
}

interface Aimed {
  readonly cell: number;
  readonly endMs: number;
  /** When the last answered question was asked, and on which line. */
  askedAtMs: number;
  bus: LockerBus | undefined;
}

export function createAim({ plan, states, presence, clock, bus }: AimSettings): Aim {
  let aimed: Aimed | undefined;
  let cancel = (): void => undefined;

  const end = (): void => {
    aimed = undefined;
    cancel();
  };
  const look = async (mine: Aimed): Promise<void> => {
    const now = bus();
    const place = plan.placeOf(mine.cell);
    const askedAtMs = clock.now();
    const heard = now !== undefined && place !== undefined && (await presence.ask(now, place.board));
    if (aimed !== mine) return;
    if (heard) Object.assign(mine, { askedAtMs, bus: now } satisfies Partial<Aimed>);
    if (clock.now() >= mine.endMs) return end();
    cancel = clock.after(AIM_LOOK_INTERVAL_MS, () => void look(mine));
  };

  return {
    at(cell) {
      end();
      aimed = { cell, endMs: clock.now() + AIM_LIMIT_MS, askedAtMs: Number.NEGATIVE_INFINITY, bus: undefined };
      void look(aimed);
    },
    holds(cell) {
      const mine = aimed;
      if (mine?.cell !== cell) return false;
      end();
      const fresh = clock.now() - mine.askedAtMs <= AIM_FRESH_MS && mine.bus !== undefined && mine.bus === bus();
      return fresh && states.door(cell) === 'closed';
    },
    stop: end,
  };
}
