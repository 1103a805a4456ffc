import { isDeepStrictEqual } from 'node:util';
import { createActor, type SnapshotFrom } from 'xstate';
import type { Log } from '../../contract/log-events.ts';
import type { ResidentEvent } from '../../contract/resident-event.ts';
import type { Scanned } from '../../contract/scanned.ts';
import type { Snapshot } from '../../contract/screen.ts';
import type { Clock } from '../../native/clock.ts';
import type { IdCardEvent } from '../../native/idcard/reader.ts';
import { VISIT_DELAYS, type VisitDelays } from './delays.ts';
import { everySecond } from './every-second.ts';
import { IdleClock, type IdleTimes } from './idle-clock.ts';
import type { LockerVisits } from './locker-visits.ts';
import { type LockerWatch, watchLocker } from './locker-watch.ts';
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
  /** Absent: this machine has no locker. */
  readonly locker?: LockerVisits | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly language: Snapshot['language'];
  readonly idle: IdleTimes;
  readonly delays?: VisitDelays;
}

/** Where what is shown changes by itself: a time that runs out, the numbers of the devices. */
const TICKING: readonly string[] = ['visit.cardAway', 'visit.desk.pickup', 'technician'];

/** Where nobody's visit goes on. */
const FREE: readonly string[] = ['attract', 'technician', 'staff'];

/** The one visit that a machine has at a time: card and touches in, snapshots out. */
export class Session {
  readonly #parts: SessionParts;
  readonly #around: Surroundings;
  readonly #locker: LockerWatch | undefined;
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
    const { work, surroundings, clock, log, language, locker, delays = VISIT_DELAYS } = parts;
    this.#parts = parts;
    this.#around = locker ? { ...surroundings, locker } : surroundings;
    this.#locker = locker && watchLocker(locker);
    this.#delays = delays;
    this.#visitLog = new VisitLog(clock, log);
    this.#idle = new IdleClock(clock, {
      onChange: () => {
        this.#actor.send({ type: 'idle.warned' });
        this.refresh();
      },
      onExpired: () => this.#actor.send({ type: 'idle.expired' }),
    });
    const machine = createSessionMachine({ work, delays, language, around: this.#around, locker });
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
    this.#locker?.stop();
  }

  /** What the person did; an event that does not fit the moment has no effect. */
  send(event: ResidentEvent): void {
    this.#actor.send(event);
    // After the event, because it may have been the one that doubles the time.
    if (this.#actor.getSnapshot().hasTag('idle')) this.#restartIdle();
    this.refresh();
  }

  /** What somebody held before the scanner; where it is of no use it has no effect. */
  scanned(scanned: Scanned): void {
    const before = this.#sequence;
    this.#actor.send({ type: 'scanned', scanned });
    this.refresh();
    // What has an effect was done by a person; a poster in the scanner's sight keeps nobody's visit open.
    if (this.#sequence !== before && this.#actor.getSnapshot().hasTag('idle')) this.#restartIdle();
  }

  /** Something about the locker is otherwise: what waits there, its doors, the time for which its pad is closed. */
  lockerChanged(): void {
    this.refresh();
  }

  /** Staff have signed out: the machine is there for residents again. */
  staffLeft(): void {
    this.#actor.send({ type: 'staff.left' });
  }

  /** Nobody's visit goes on; whoever works at the machine may have what is put on the reader or held before the scanner. */
  isFree(): boolean {
    return FREE.includes(this.#place.split('.')[0] ?? '');
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
    return toSnapshot(moment, this.#actor.getSnapshot().context, this.#around);
  }

  #moved(state: SnapshotFrom<ReturnType<typeof createSessionMachine>>): void {
    const place = placeOf(state.value);
    if (place !== this.#place) this.#entered(place, state);
    this.#locker?.moved(place, state.context.visit?.locker);
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
