import type { Clock } from '../../../native/clock.ts';

/** Waits, but no longer than until one of `signals` is aborted. Leaves neither timer nor listener behind. */
export function pause(clock: Clock, delayMs: number, ...signals: readonly AbortSignal[]): Promise<void> {
  return new Promise((resolve) => {
    if (signals.some((signal) => signal.aborted)) return resolve();
    const done = (): void => {
      cancel();
      for (const signal of signals) signal.removeEventListener('abort', done);
      resolve();
    };
    const cancel = clock.after(delayMs, done);
    for (const signal of signals) signal.addEventListener('abort', done);
  });
}
