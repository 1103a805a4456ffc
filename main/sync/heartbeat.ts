import type { Clock } from '../../native/clock.ts';

/** Pause between two heartbeats while nothing else is exchanged, milliseconds. */
export const HEARTBEAT_INTERVAL_MS = 10_000;

export interface Heartbeat {
  start(): void;
  /** Beats at once: an exchange did not tell whether it was the network. */
  now(): void;
  stop(): void;
}

/** Calls `beat` at start and then every HEARTBEAT_INTERVAL_MS after the one before has ended; never two at a time. */
export function createHeartbeat(clock: Clock, beat: () => Promise<void>): Heartbeat {
  let running = false;
  let beating = false;
  let cancel = (): void => undefined;
  const run = async (): Promise<void> => {
    if (beating || !running) return;
    beating = true;
    cancel();
    await beat();
    beating = false;
    if (running) cancel = clock.after(HEARTBEAT_INTERVAL_MS, () => void run());
  };
  return {
    start() {
      running = true;
      void run();
    },
    now: () => void run(),
    stop() {
      running = false;
      cancel();
    },
  };
}
