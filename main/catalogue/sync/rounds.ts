import type { Clock } from '../../../native/clock.ts';

/** Between two questions to the center, milliseconds; up to a fifth more or less, so that 80 machines do not ask at once. */
export const ROUND_MS = 10 * 60_000;
const JITTER = 0.2;

export interface Rounds {
  /** The first one at once. */
  start(): void;
  /** One now, or right after the one under way. */
  wake(): void;
  stop(): void;
}

/** Calls `round` again and again, never two at a time. `random` gives 0 (inclusive) to 1 (exclusive). */
export function createRounds(clock: Clock, random: () => number, round: () => Promise<unknown>): Rounds {
  let isRunning = false;
  let isUnderWay = false;
  let isWanted = false;
  let cancel = (): void => undefined;

  const run = async (): Promise<void> => {
    if (isUnderWay) return;
    isUnderWay = true;
    cancel();
    while (isRunning && isWanted) {
      isWanted = false;
      await round();
    }
    isUnderWay = false;
    if (isRunning) cancel = clock.after(ROUND_MS * (1 + JITTER * (2 * random() - 1)), wake);
  };
  function wake(): void {
    isWanted = true;
    if (isRunning) void run();
  }
  return {
    start() {
      isRunning = true;
      wake();
    },
    wake,
    stop() {
      isRunning = false;
      cancel();
    },
  };
}
