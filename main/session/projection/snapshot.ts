import { maskName } from '../../../contract/identity-card.ts';
import type { Snapshot } from '../../../contract/screen.ts';
import type { SessionContext } from '../machine/types.ts';
import { toScreen } from './screen.ts';
import type { Surroundings } from './surroundings.ts';

/** Where the machine is, and the countdowns that run there. */
export interface Moment {
  readonly place: string;
  /** What is left of the time in which the card may be away, milliseconds. */
  readonly awayLeftMs: number;
  /** Whole seconds left of the warning; null: none is shown. */
  readonly idleSecondsLeft: number | null;
}

/** All that the page shows, but for its number. */
export function toSnapshot(
  { place, awayLeftMs, idleSecondsLeft }: Moment,
  context: SessionContext,
  surroundings: Surroundings,
): Omit<Snapshot, 'sequence'> {
  const card = context.visit?.card;
  return {
    screen: toScreen(place, context, surroundings, awayLeftMs),
    language: context.language,
    modes: context.modes,
    orientation: surroundings.orientation,
    kiosk: surroundings.kiosk,
    visitor: card ? { maskedName: maskName(card.name), sex: card.sex } : null,
    offline: surroundings.offline(),
    idle: idleSecondsLeft === null ? null : { secondsLeft: idleSecondsLeft },
  };
}
