/** Monotonic time and timers as the shell sees them; injected, so that tests need not wait. */
export interface ShellClock {
  /** Monotonic milliseconds. */
  now(): number;
  /** Calls once after `delayMs`; the answer cancels. */
  after(delayMs: number, call: () => void): () => void;
}

export const shellClock: ShellClock = {
  now: () => performance.now(),
  after(delayMs, call) {
    const timer = setTimeout(call, delayMs);
    return () => clearTimeout(timer);
  },
};
