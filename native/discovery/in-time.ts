import type { Clock } from '../clock.ts';

/** What `work` resolves to, or undefined after `limitMs`; what comes later goes to `late`. A rejection is a rejection. */
export function inTime<T>(
  work: Promise<T>,
  limitMs: number,
  clock: Clock,
  late?: (value: T) => void,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    let over = false;
    const cancel = clock.after(limitMs, () => {
      over = true;
      resolve(undefined);
    });
    work.then(
      (value) => {
        cancel();
        if (over) late?.(value);
        else resolve(value);
      },
      (error: unknown) => {
        cancel();
        // Nobody waits for it any more.
        if (!over) reject(error);
      },
    );
  });
}
