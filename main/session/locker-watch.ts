import type { LockerVisits } from './locker-visits.ts';
import type { LockerTurn } from './machine/locker-turn.ts';

/** Where a code is waited for. */
const LOOKING: readonly string[] = ['visit.desk.pickup', 'visit.desk.handIn.gathering'];

/** What the locker has to know of a visit, whichever way it goes. */
export interface LockerWatch {
  moved(place: string, turn: LockerTurn | undefined): void;
  stop(): void;
}

/**
 * Asks the scanner to look where a code is waited for, and gives back what a turn held: a visit has many ends, and none of them
 * may forget this. A grant is forgotten once; a cell for which nothing was put in is free again.
 */
export function watchLocker({ pickup, handIn, lookForCode }: LockerVisits): LockerWatch {
  let before: LockerTurn | undefined;
  let looking = false;
  const look = (on: boolean): void => {
    if (on !== looking) lookForCode(on);
    looking = on;
  };
  const giveBack = (held: LockerTurn, turn: LockerTurn | undefined): void => {
    if (held.kind === 'pickup') {
      const grantId = turn?.kind === 'pickup' ? turn.grant?.grantId : undefined;
      if (held.grant && held.grant.grantId !== grantId) pickup.forget(held.grant);
      // A turn that goes on has answered for it already: the same door opens again, or another was asked for.
    } else if (held.unused !== undefined && turn?.kind !== 'handIn') handIn.cancel(held.unused);
  };
  const follow = (turn: LockerTurn | undefined): void => {
    if (before && before !== turn) giveBack(before, turn);
    before = turn;
  };
  return {
    moved(place, turn) {
      follow(turn);
      look(LOOKING.includes(place));
    },
    stop() {
      follow(undefined);
      look(false);
    },
  };
}
