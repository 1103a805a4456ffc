/** Thrown into whatever the printer waits for when its buffers are cleared. */
export class BuffersCleared extends Error {}

/** One waiter for one condition that other events may make true. */
export interface WaitingRoom {
  /** Resolves with the first value that is not undefined; looked at now and at every `poke`. */
  until<T>(test: () => T | undefined): Promise<T>;
  poke(): void;
  /** Makes the waiter, if there is one, throw. */
  interrupt(): void;
}

export function createWaitingRoom(): WaitingRoom {
  let waiter: { poke(): void; interrupt(): void } | undefined;
  return {
    until<T>(test: () => T | undefined): Promise<T> {
      const now = test();
      if (now !== undefined) return Promise.resolve(now);
      return new Promise<T>((resolve, reject) => {
        waiter = {
          poke() {
            const value = test();
            if (value === undefined) return;
            waiter = undefined;
            resolve(value);
          },
          interrupt() {
            waiter = undefined;
            reject(new BuffersCleared());
          },
        };
      });
    },
    poke: () => waiter?.poke(),
    interrupt: () => waiter?.interrupt(),
  };
}
