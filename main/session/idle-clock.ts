import type { Clock } from '../../native/clock.ts';

/** 60 s of silence → 20 s of warning → the end. Runs only while the machine waits for the person. */
export interface IdleTimes {
  readonly silenceMs: number;
  readonly warningMs: number;
}

export class IdleClock {
  #cancel: (() => void) | null = null;
  #warningEndsAt: number | null = null;
  readonly #clock: Clock;
  readonly #onChange: () => void;
  readonly #onExpired: () => void;

  constructor(clock: Clock, { onChange, onExpired }: { onChange: () => void; onExpired: () => void }) {
    this.#clock = clock;
    this.#onChange = onChange;
    this.#onExpired = onExpired;
  }

  /** Whole seconds left of the warning, or null while there is none. */
  secondsLeft(): number | null {
    if (this.#warningEndsAt === null) return null;
    return Math.max(0, Math.ceil((this.#warningEndsAt - this.#clock.now()) / 1000));
  }

  /** Begins anew: after a touch, a new screen, a change of mode. */
  restart({ silenceMs, warningMs }: IdleTimes): void {
    this.hold();
    this.#cancel = this.#clock.after(silenceMs, () => {
      this.#warningEndsAt = this.#clock.now() + warningMs;
      this.#tick();
    });
  }

  /** Stands still: a device works, or trouble is shown. */
  hold(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#warningEndsAt = null;
  }

  #tick(): void {
    if (this.#warningEndsAt === null) return;
    const leftMs = this.#warningEndsAt - this.#clock.now();
    if (leftMs <= 0) {
      this.hold();
      this.#onExpired();
      return;
    }
    this.#onChange();
    this.#cancel = this.#clock.after(Math.min(leftMs, leftMs % 1000 || 1000), () => this.#tick());
  }
}
