import type { Clock } from '../../../native/clock.ts';
import type { Ledger } from '../ledger.ts';

/** Between two tries to write what the disk refused, milliseconds. */
export const WRITE_AGAIN_MS = 2000;

/**
 * What the sensors said after a pulse, on its way to the disk. A disk that refuses is asked again, in the same order, at every later
 * event and in between; what is lost with the power is found by the next start, which sees an act without its end.
 */
export interface EvidenceQueue {
  /** Each step is a commit of its own; `onWritten` is called after it. */
  add(step: () => void, onWritten?: () => void): void;
  flush(): void;
  /** Whether everything that waits now is written within the time. */
  written(limitMs: number): Promise<boolean>;
  stop(): void;
}

export function createEvidenceQueue(ledger: Ledger, clock: Clock): EvidenceQueue {
  const steps: { readonly step: () => void; readonly onWritten: (() => void) | undefined }[] = [];
  let waiters: ((isWritten: boolean) => void)[] = [];
  let cancelRetry: (() => void) | undefined;
  let stopped = false;

  const tell = (isWritten: boolean): void => {
    const told = waiters;
    waiters = [];
    for (const waiter of told) waiter(isWritten);
  };
  const flush = (): void => {
    cancelRetry?.();
    cancelRetry = undefined;
    for (let next = steps[0]; next !== undefined && !stopped; next = steps[0]) {
      let isRefused = false;
      try {
        isRefused = !ledger.commit(next.step).ok;
      } finally {
        // A step that throws is a bug; it must not hold all that come after it.
        if (!isRefused) {
          steps.shift();
          next.onWritten?.();
        }
      }
      if (isRefused) {
        cancelRetry = clock.after(WRITE_AGAIN_MS, flush);
        return;
      }
    }
    if (steps.length === 0) tell(true);
  };
  return {
    add(step, onWritten) {
      steps.push({ step, onWritten });
      flush();
    },
    flush,
    written(limitMs) {
      if (steps.length === 0) return Promise.resolve(true);
      return new Promise((resolve) => {
        const cancel = clock.after(limitMs, () => resolve(false));
        waiters.push((isWritten) => {
          cancel();
          resolve(isWritten);
        });
      });
    },
    stop() {
      stopped = true;
      cancelRetry?.();
      tell(false);
    },
  };
}
