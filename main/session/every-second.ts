import type { Clock } from '../../native/clock.ts';

/** Calls once a second until the answer is called. */
export function everySecond(clock: Clock, call: () => void): () => void {
  let cancel = (): void => undefined;
  const wait = (): void => {
    cancel = clock.after(1000, () => {
      wait();
      call();
    });
  };
  wait();
  return () => cancel();
}
