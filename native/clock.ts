/** Time as the devices and the core see it. Injected, so that tests need not wait. */
export interface Clock {
  /** Monotonic milliseconds; never jumps. */
  now(): number;
  /** Wall time, for what is written down. */
  date(): Date;
  /** Calls once after `delayMs`; the answer cancels. */
  after(delayMs: number, call: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => new Date(),
  after(delayMs, call) {
    const timer = setTimeout(call, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Milliseconds on CLOCK_MONOTONIC, which is the same in every process of a machine (unlike `performance.now`). */
export const sharedNowMs = (): number => Number(process.hrtime.bigint()) / 1e6;

export const sleep = (clock: Clock, delayMs: number): Promise<void> =>
  new Promise((resolve) => {
    clock.after(delayMs, resolve);
  });
