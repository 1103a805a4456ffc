import type { Clock } from '../clock.ts';

/** Waits that end early, all at once and for good, when the owner stops. */
export interface StoppablePause {
  stopped(): boolean;
  wait(delayMs: number): Promise<void>;
  stop(): void;
}

export function createStoppablePause(clock: Clock): StoppablePause {
  let stopped = false;
  const wake = new Set<() => void>();
  return {
    stopped: () => stopped,
    wait(delayMs) {
      if (stopped) return Promise.resolve();
      return new Promise((resolve) => {
        const done = (): void => {
          cancel();
          wake.delete(done);
          resolve();
        };
        const cancel = clock.after(delayMs, done);
        wake.add(done);
      });
    },
    stop() {
      stopped = true;
      for (const done of [...wake]) done();
    },
  };
}
