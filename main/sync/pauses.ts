import type { Clock } from '../../native/clock.ts';
import { pauseMs } from './back-off.ts';

/** Who has to wait until when, after failures in a row. In memory only: a restart tries everything at once. */
export interface Pauses<Key> {
  isPaused(who: Key): boolean;
  /** Monotonic milliseconds; the past when there is no pause. */
  until(who: Key): number;
  failures(who: Key): number;
  /** One more failure; answers when its pause ends. */
  failed(who: Key): number;
  /** All is well with `who`, or with everybody. */
  forget(who?: Key): void;
}

export function createPauses<Key>(clock: Clock, random: () => number): Pauses<Key> {
  const pauses = new Map<Key, { readonly failures: number; readonly until: number }>();
  const until = (who: Key): number => pauses.get(who)?.until ?? Number.NEGATIVE_INFINITY;
  const failures = (who: Key): number => pauses.get(who)?.failures ?? 0;
  return {
    isPaused: (who) => until(who) > clock.now(),
    until,
    failures,
    failed(who) {
      const count = failures(who) + 1;
      const end = clock.now() + pauseMs(count, random);
      pauses.set(who, { failures: count, until: end });
      return end;
    },
    forget(who) {
      if (who === undefined) pauses.clear();
      else pauses.delete(who);
    },
  };
}
