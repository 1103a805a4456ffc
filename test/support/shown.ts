const WAIT_LIMIT_MS = 20_000;

/** What one page has been shown, without a browser: the newest snapshot, and waiting for one with a limit. */
export class Shown<Snapshot> {
  #snapshot: Snapshot | null = null;
  readonly #waiting = new Set<() => void>();
  readonly #saw: () => string;

  /** @param saw what a wait that ends in vain tells of the page */
  constructor(saw: () => string) {
    this.#saw = saw;
  }

  newest(): Snapshot | null {
    return this.#snapshot;
  }

  show(snapshot: Snapshot): void {
    this.#snapshot = snapshot;
    for (const wake of this.#waiting) wake();
  }

  until(what: string, holds: (snapshot: Snapshot) => boolean, limitMs = WAIT_LIMIT_MS): Promise<Snapshot> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (!this.#snapshot || !holds(this.#snapshot)) return;
        done();
        resolve(this.#snapshot);
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`waited ${limitMs} ms for ${what}; ${this.#saw()}`));
      }, limitMs);
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(look);
      };
      this.#waiting.add(look);
      look();
    });
  }
}
