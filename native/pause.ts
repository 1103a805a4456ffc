import type { Clock } from './clock.ts';

/** Waits of a loop, which end early when there is something to do, and for good when their owner stops. */
export interface Pause {
  stopped(): boolean;
  /** Ends after the delay, at a `wake`, or at the `stop`. */
  wait(delayMs: number): Promise<void>;
  /** Ends every wait; one that comes while nobody waits ends the next wait at once. */
  wake(): void;
  /** Ends every wait, now and ever after. */
  stop(): void;
}

export function createPause(clock: Clock): Pause {
  const waiting = new Set<() => void>();
  let called = false;
  let stopped = false;
  const endAll = (): void => {
    for (const end of [...waiting]) end();
  };
  return {
    stopped: () => stopped,
    wait(delayMs) {
      if (stopped || called) {
        called = false;
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        const end = (): void => {
          cancel();
          waiting.delete(end);
          resolve();
        };
        const cancel = clock.after(delayMs, end);
        waiting.add(end);
      });
    },
    wake() {
      if (waiting.size === 0) called = true;
      endAll();
    },
    stop() {
      stopped = true;
      endAll();
    },
  };
}
