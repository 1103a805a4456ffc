import type { ShellClock } from './shell-clock.ts';

export const RESTART_WINDOW_MS = 10 * 60_000;
export const RESTARTS_IN_WINDOW = 5;
/** The first restart is quick, so that a resident hardly notices. */
export const RESTART_DELAY_MS = 200;
/** In safe mode a machine that cannot start must not wear itself out, nor ever give up. */
export const SAFE_MODE_DELAY_MS = 30_000;

export interface RestartDecision {
  readonly delayMs: number;
  readonly safeMode: boolean;
}

/** Says how long to wait before the next start: quick for five restarts in ten minutes, slow after that, never “no”. */
export class RestartBudget {
  readonly #clock: ShellClock;
  #restarts: number[] = [];

  constructor(clock: ShellClock) {
    this.#clock = clock;
  }

  /** Counts one restart. */
  next(): RestartDecision {
    const now = this.#clock.now();
    this.#restarts = this.#restarts.filter((at) => now - at < RESTART_WINDOW_MS);
    this.#restarts.push(now);
    const safeMode = this.#restarts.length > RESTARTS_IN_WINDOW;
    return { delayMs: safeMode ? SAFE_MODE_DELAY_MS : RESTART_DELAY_MS, safeMode };
  }
}
