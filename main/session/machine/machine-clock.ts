import type { Clock } from '../../../native/clock.ts';

/** xstate's clock over ours, so that one clock rules the whole core. */
export function machineClock(clock: Clock) {
  return {
    setTimeout: (call: (...args: unknown[]) => void, delayMs: number) => clock.after(delayMs, call),
    clearTimeout: (cancel: () => void) => cancel(),
  };
}
