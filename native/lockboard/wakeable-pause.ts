import type { Clock } from '../clock.ts';

/** The wait of a loop, which ends early when there is something to do, and for good when its owner stops. */
export interface WakeablePause {
  stopped(): boolean;
  wait(delayMs: number): Promise<void>;
  wake(): void;
  stop(): void;
}

export function createWakeablePause(clock: Clock): WakeablePause {
  let stopped = false;
  let end: (() => void) | undefined;
  const wake = (): void => end?.();
  return {
    stopped: () => stopped,
    wait(delayMs) {
      if (stopped) return Promise.resolve();
      return new Promise((resolve) => {
        const cancel = clock.after(delayMs, () => wake());
        end = () => {
          end = undefined;
          cancel();
          resolve();
        };
      });
    },
    wake,
    stop() {
      stopped = true;
      wake();
    },
  };
}
