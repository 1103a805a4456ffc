import type { Clock } from '../../../native/clock.ts';

/**
 * The life of one process. When it ends, as by `kill -9`, nothing of it goes on: its timers are gone, and whoever waits inside it
 * waits for ever.
 */
export interface Life {
  readonly clock: Clock;
  isOver(): boolean;
  end(): void;
  /** What comes from outside reaches a process only while it lives. */
  inside<T>(from: Promise<T>): Promise<T>;
}

export function createLife(clock: Clock): Life {
  const cancels = new Set<() => void>();
  // Each process counts its milliseconds from its own beginning.
  const bornMs = clock.now();
  let over = false;
  return {
    clock: {
      now: () => clock.now() - bornMs,
      date: () => clock.date(),
      after(delayMs, call) {
        if (over) return () => undefined;
        const cancel = clock.after(delayMs, () => {
          cancels.delete(cancel);
          call();
        });
        cancels.add(cancel);
        return () => {
          cancels.delete(cancel);
          cancel();
        };
      },
    },
    isOver: () => over,
    end() {
      over = true;
      for (const cancel of cancels) cancel();
      cancels.clear();
    },
    inside: (from) =>
      new Promise((resolve, reject) => {
        from.then(
          (value) => (over ? undefined : resolve(value)),
          (error: unknown) => (over ? undefined : reject(error)),
        );
      }),
  };
}
