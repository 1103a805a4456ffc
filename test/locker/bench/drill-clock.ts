import type { Clock } from '../../../native/clock.ts';

interface Timer {
  readonly at: number;
  readonly call: () => void;
}

/**
 * Time in the drill's hand. It stands still, runs on with everything that falls due (`advance`), passes in one go as for a machine
 * that slept (`leap`), or is set otherwise as by somebody who corrects the clock on the wall (`setWall`).
 */
export interface DrillClock extends Clock {
  advance(ms: number): Promise<void>;
  /** What fell due meanwhile is called once, afterwards. */
  leap(ms: number): Promise<void>;
  /** How often it leapt: nobody watched anything meanwhile. */
  leaps(): number;
  /** Wall time only; the monotonic clock does not notice. */
  setWall(byMs: number): void;
}

/** Lets every promise that is already resolved go on. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function createDrillClock(date = new Date('2026-11-20T10:00:00Z')): DrillClock {
  const timers = new Set<Timer>();
  let nowMs = 0;
  let leaps = 0;
  let wallMs = date.getTime();

  const nextUntil = (untilMs: number): Timer | undefined => {
    let next: Timer | undefined;
    for (const timer of timers) if (timer.at <= untilMs && (next === undefined || timer.at < next.at)) next = timer;
    return next;
  };
  const advance = async (ms: number): Promise<void> => {
    const untilMs = nowMs + ms;
    await settle();
    for (let due = nextUntil(untilMs); due; due = nextUntil(untilMs)) {
      nowMs = Math.max(nowMs, due.at);
      timers.delete(due);
      due.call();
      await settle();
    }
    // Two may wait for time at once.
    nowMs = Math.max(nowMs, untilMs);
  };
  return {
    now: () => nowMs,
    date: () => new Date(wallMs + nowMs),
    after(delayMs, call) {
      const timer: Timer = { at: nowMs + delayMs, call };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance,
    leaps: () => leaps,
    async leap(ms) {
      leaps += 1;
      nowMs += ms;
      await advance(0);
    },
    setWall(byMs) {
      wallMs += byMs;
    },
  };
}
