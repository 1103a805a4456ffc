import type { Clock } from './clock.ts';

/** Time in a test's hand: it stands still until it is moved. */
export class ManualClock implements Clock {
  #now = 0;
  #timers: { at: number; call: () => void }[] = [];
  readonly #epoch: number;

  /** @param date the wall time at the beginning */
  constructor(date = new Date('2026-11-21T02:00:00Z')) {
    this.#epoch = date.getTime();
  }

  now(): number {
    return this.#now;
  }

  date(): Date {
    return new Date(this.#epoch + this.#now);
  }

  after(delayMs: number, call: () => void): () => void {
    const timer = { at: this.#now + delayMs, call };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Moves on, calling what falls due in order, with the promises between given their turn. */
  async advance(ms: number): Promise<void> {
    const until = this.#now + ms;
    await settle();
    for (let due = this.#next(until); due; due = this.#next(until)) {
      this.#now = Math.max(this.#now, due.at);
      this.#timers = this.#timers.filter((other) => other !== due);
      due.call();
      await settle();
    }
    this.#now = until;
  }

  #next(until: number): { at: number; call: () => void } | undefined {
    return this.#timers.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
  }
}

/** Lets every promise that is already resolved go on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
