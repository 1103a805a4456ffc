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
  /** Tries now. True: nothing waits. */
  flush(): boolean;
  /** Whether everything that waits now is written within the time. */
  written(limitMs: number): Promise<boolean>;
  stop(): void;
}

interface Step {
  readonly step: () => void;
  readonly onWritten: (() => void) | undefined;
}

export function createEvidenceQueue(ledger: Ledger, clock: Clock): EvidenceQueue {
  const steps: Step[] = [];
  let waiters: ((isWritten: boolean) => void)[] = [];
  let cancelRetry: (() => void) | undefined;
  let stopped = false;

  const tell = (isWritten: boolean): void => {
    const told = waiters;
    waiters = [];
    for (const waiter of told) waiter(isWritten);
  };
  const flush = (): boolean => {
    cancelRetry?.();
    cancelRetry = undefined;
    while (!stopped) {
      // Taken out first: who listens to the commit may come back here. A step that throws is a bug and must not hold the others.
      const next = steps.shift();
      if (next === undefined) {
        tell(true);
        return true;
      }
      if (!commit(next)) {
        steps.unshift(next);
        cancelRetry = clock.after(WRITE_AGAIN_MS, flush);
        return false;
      }
    }
    return false;
  };
  const commit = ({ step, onWritten }: Step): boolean => {
    let isRefused = false;
    try {
      isRefused = !ledger.commit(step).ok;
    } finally {
      if (!isRefused) onWritten?.();
    }
    return !isRefused;
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
