import type { CardKind } from '../../contract/identity-card.ts';
import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../../native/clock.ts';

/** Writes down where a visit goes and how long it takes, and nothing of whose it is. */
export class VisitLog {
  readonly #clock: Clock;
  readonly #log: Log;
  #place = '';
  #placeSince: number;
  #visitSince: number | null = null;

  constructor(clock: Clock, log: Log) {
    this.#clock = clock;
    this.#log = log;
    this.#placeSince = clock.now();
  }

  /** For how long the machine has been where it is, milliseconds. */
  inPlaceMs(): number {
    return this.#clock.now() - this.#placeSince;
  }

  /** The session machine has come to another place; `cardKind` while there is a visit. */
  entered(place: string, cardKind: CardKind | undefined): void {
    const before = this.#place;
    this.#log('screen-change', { screen: place, elapsedMs: Math.round(this.inPlaceMs()) });
    this.#place = place;
    this.#placeSince = this.#clock.now();
    const inVisit = place.startsWith('visit.');
    if (inVisit && this.#visitSince === null) {
      this.#visitSince = this.#placeSince;
      this.#log('visit-start', { cardKind });
    } else if (!inVisit && this.#visitSince !== null) {
      const elapsedMs = Math.round(this.#placeSince - this.#visitSince);
      this.#log('visit-end', { reason: `${before} -> ${place}`, elapsedMs });
      this.#visitSince = null;
    }
  }
}
