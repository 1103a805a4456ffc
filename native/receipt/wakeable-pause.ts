import type { Clock } from '../clock.ts';

/** One waiter that can be called before its time. */
export interface WakeablePause {
  /** Ends after the delay, or at a `wake`; a `wake` that came while nobody waited ends the next wait at once. */
  wait(delayMs: number): Promise<void>;
  wake(): void;
}

export function createWakeablePause(clock: Clock): WakeablePause {
  let called = false;
  let end: (() => void) | undefined;
  return {
    wait(delayMs) {
      if (called) {
        called = false;
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        const cancel = clock.after(delayMs, () => end?.());
        end = () => {
          end = undefined;
          cancel();
          resolve();
        };
      });
    },
    wake() {
      if (end) end();
      else called = true;
    },
  };
}
