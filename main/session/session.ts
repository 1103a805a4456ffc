import { isDeepStrictEqual } from 'node:util';
import { createActor, type SnapshotFrom } from 'xstate';
import type { Log } from '../../contract/log-events.ts';
import type { ResidentEvent } from '../../contract/resident-event.ts';
import type { Snapshot } from '../../contract/screen.ts';
import type { Clock } from '../../native/clock.ts';
import type { IdCardEvent } from '../../native/idcard/reader.ts';
import { VISIT_DELAYS, type VisitDelays } from './delays.ts';
import { everySecond } from './every-second.ts';
import { IdleClock, type IdleTimes } from './idle-clock.ts';
import { cardEvent } from './machine/card-event.ts';
import { machineClock } from './machine/machine-clock.ts';
import { placeOf } from './machine/place.ts';
import { createSessionMachine } from './machine/session-machine.ts';
import { toSnapshot } from './projection/snapshot.ts';
import type { Surroundings } from './projection/surroundings.ts';
import { VisitLog } from './visit-log.ts';
import type { VisitWork } from './visit-work.ts';

export interface SessionParts {
  readonly work: VisitWork;
  readonly surroundings: Surroundings;
  readonly clock: Clock;
  readonly log: Log;
  readonly language: Snapshot['language'];
  readonly idle: IdleTimes;
  readonly delays?: VisitDelays;
}

/** Where what is shown changes by itself: a time that runs out, the numbers of the devices. */
const TICKING: readonly string[] = ['visit.cardAway', 'technician'];

/** The one visit that a machine has at a time: card and touches in, snapshots out. */
export class Session {
  readonly #parts: SessionParts;
  readonly #delays: VisitDelays;
  readonly #actor;
  readonly #idle: IdleClock;
  readonly #visitLog: VisitLog;
  readonly #listeners = new Set<(snapshot: Snapshot) => void>();
  #sequence = 0;
  #shown: Omit<Snapshot, 'sequence'> | null = null;
  #place = '';
  #stopTicking = (): void => undefined;

  constructor(parts: SessionParts) {
    const { work, surroundings, clock, log, language, delays = VISIT_DELAYS } = parts;
    this.#parts = parts;
    this.#delays = delays;
    this.#visitLog = new VisitLog(clock, log);
    this.#idle = new IdleClock(clock, {
      onChange: () => {
        this.#actor.send({ type: 'idle.warned' });
        this.refresh();
      },
      onExpired: () => this.#actor.send({ type: 'idle.expired' }),
    });
    const machine = createSessionMachine({ work, delays, language, around: surroundings });
    this.#actor = createActor(machine, { clock: machineClock(clock) as never });
    this.#actor.subscribe((state) => this.#moved(state));
  }

  start(): void {
    this.#actor.start();
  }

  stop(): void {
    this.#idle.hold();
    this.#stopTicking();
    this.#actor.stop();
  }

  /** What the person did; an event that does not fit the moment has no effect. */
  send(event: ResidentEvent): void {
    this.#actor.send(event);
    // After the event, because it may have been the one that doubles the time.
    if (this.#actor.getSnapshot().hasTag('idle')) this.#restartIdle();
    this.refresh();
  }

  /** A print that a restart interrupted has got its end: whoever waits for it is told. */
  earlierSettled(): void {
    this.#actor.send({ type: 'earlier.settled' });
  }

  /** What happened on the card reader. */
  card(event: IdCardEvent): void {
    const happened = cardEvent(event);
    if (happened) this.#actor.send(happened);
    this.refresh();
  }

  /** Something around the session may have changed (network, printer, reader): shows it if so. */
  refresh(): void {
    const next = this.#project();
    if (isDeepStrictEqual(next, this.#shown)) return;
    this.#shown = next;
    this.#sequence++;
    const snapshot = { sequence: this.#sequence, ...next };
    for (const listener of this.#listeners) listener(snapshot);
  }

  subscribe(listener: (snapshot: Snapshot) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  snapshot(): Snapshot {
    return { sequence: this.#sequence, ...this.#project() };
  }

  #project(): Omit<Snapshot, 'sequence'> {
    const moment = {
      place: this.#place,
      awayLeftMs: this.#delays.CARD_AWAY_LIMIT_MS - this.#visitLog.inPlaceMs(),
      idleSecondsLeft: this.#idle.secondsLeft(),
    };
    return toSnapshot(moment, this.#actor.getSnapshot().context, this.#parts.surroundings);
  }

  #moved(state: SnapshotFrom<ReturnType<typeof createSessionMachine>>): void {
    const place = placeOf(state.value);
    if (place !== this.#place) this.#entered(place, state);
    this.refresh();
  }

  #entered(place: string, state: SnapshotFrom<ReturnType<typeof createSessionMachine>>): void {
    this.#place = place;
    this.#visitLog.entered(place, state.context.visit?.card?.kind);
    if (state.hasTag('idle')) this.#restartIdle();
    else this.#idle.hold();
    this.#stopTicking();
    this.#stopTicking = TICKING.includes(place)
      ? everySecond(this.#parts.clock, () => this.refresh())
      : () => undefined;
  }

  #restartIdle(): void {
    const { silenceMs, warningMs } = this.#parts.idle;
    const factor = this.#actor.getSnapshot().context.modes.elder ? 2 : 1;
    this.#idle.restart({ silenceMs: silenceMs * factor, warningMs: warningMs * factor });
  }
}
