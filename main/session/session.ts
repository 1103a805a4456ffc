import { createActor, type SnapshotFrom } from 'xstate';
import { maskName } from '../../contract/identity-card.ts';
import type { Log } from '../../contract/log-events.ts';
import type { ResidentEvent, Snapshot } from '../../contract/screen.ts';
import type { Clock } from '../../native/clock.ts';
import type { IdCardEvent } from '../../native/idcard/reader.ts';
import { VISIT_DELAYS, type VisitDelays } from './delays.ts';
import { IdleClock, type IdleTimes } from './idle-clock.ts';
import { createSessionMachine } from './machine/session-machine.ts';
import type { SessionEvent } from './machine/types.ts';
import { toScreen } from './projection/screen.ts';
import type { Surroundings } from './projection/surroundings.ts';
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

/** The leaf of a state value as a dotted path: `{visit: {desk: 'home'}}` → `visit.desk.home`. */
function placeOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const [key, inner] = Object.entries(value as Record<string, unknown>)[0] ?? ['', ''];
  const rest = placeOf(inner);
  return rest === '' ? key : `${key}.${rest}`;
}

/** xstate's clock over ours, so that one clock rules the whole core. */
function machineClock(clock: Clock) {
  return {
    setTimeout: (call: (...args: unknown[]) => void, delayMs: number) => clock.after(delayMs, call),
    clearTimeout: (cancel: () => void) => cancel(),
  };
}

/** The one visit that a machine has at a time: card and touches in, snapshots out. */
export class Session {
  readonly #parts: SessionParts;
  readonly #delays: VisitDelays;
  readonly #actor;
  readonly #idle: IdleClock;
  readonly #listeners = new Set<(snapshot: Snapshot) => void>();
  #sequence = 0;
  #place = 'attract';
  #placeSince: number;
  #visitSince: number | null = null;
  #stopTicking: (() => void) | null = null;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#delays = parts.delays ?? VISIT_DELAYS;
    this.#placeSince = parts.clock.now();
    this.#idle = new IdleClock(parts.clock, {
      onChange: () => this.refresh(),
      onExpired: () => this.#actor.send({ type: 'idle.expired' }),
    });
    const machine = createSessionMachine({
      work: parts.work,
      delays: this.#delays,
      language: parts.language,
      itemByCode: (code) => parts.surroundings.catalogue.byCode(code),
      departmentExists: (id) => parts.surroundings.catalogue.departments().some((department) => department.id === id),
    });
    this.#actor = createActor(machine, { clock: machineClock(parts.clock) as never });
    this.#actor.subscribe((state) => this.#moved(state));
  }

  start(): void {
    this.#actor.start();
  }

  stop(): void {
    this.#idle.hold();
    this.#stopTicking?.();
    this.#actor.stop();
  }

  /** What the person did; an event that does not fit the moment has no effect. */
  send(event: ResidentEvent): void {
    this.#actor.send(event satisfies SessionEvent);
    // After the event, because it may have been the one that doubles the time.
    if (this.#actor.getSnapshot().hasTag('idle')) this.#restartIdle();
    this.refresh();
  }

  /** What happened on the card reader. */
  card(event: IdCardEvent): void {
    if (event.type === 'presented') this.#actor.send({ type: 'card.presented' });
    else if (event.type === 'read') this.#actor.send({ type: 'card.read', card: event.card });
    else if (event.type === 'failed') this.#actor.send({ type: 'card.failed', code: event.code });
    else if (event.type === 'removed') this.#actor.send({ type: 'card.removed' });
    else {
      if (event.status.device === 'offline') this.#actor.send({ type: 'reader.lost' });
      this.refresh();
    }
  }

  /** Something around the session changed (network, printer, reader): show it. */
  refresh(): void {
    this.#sequence++;
    const snapshot = this.snapshot();
    for (const listener of this.#listeners) listener(snapshot);
  }

  subscribe(listener: (snapshot: Snapshot) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** True between two visits: the moment for anything that must not disturb a person. */
  free(): boolean {
    return this.#place === 'attract';
  }

  snapshot(): Snapshot {
    const { context } = this.#actor.getSnapshot();
    const { surroundings } = this.#parts;
    const secondsLeft = this.#idle.secondsLeft();
    const card = context.visit?.card;
    return {
      sequence: this.#sequence,
      screen: toScreen(this.#place, context, surroundings, this.#awayLeftMs()),
      language: context.language,
      modes: context.modes,
      orientation: surroundings.orientation,
      kiosk: surroundings.kiosk,
      visitor: card ? { maskedName: maskName(card.name), sex: card.sex } : null,
      offline: surroundings.offline(),
      idle: secondsLeft === null ? null : { secondsLeft },
    };
  }

  #moved(state: SnapshotFrom<ReturnType<typeof createSessionMachine>>): void {
    const place = placeOf(state.value);
    if (place !== this.#place) this.#entered(place, state.hasTag('idle'));
    this.refresh();
  }

  #entered(place: string, idleRuns: boolean): void {
    const { clock, log } = this.#parts;
    const before = this.#topOf(this.#place);
    log('screen-change', { screen: place, elapsedMs: Math.round(clock.now() - this.#placeSince) });
    this.#place = place;
    this.#placeSince = clock.now();
    this.#noteVisit(before);
    if (idleRuns) this.#restartIdle();
    else this.#idle.hold();
    this.#stopTicking?.();
    this.#stopTicking = place.startsWith('visit.cardAway') ? this.#tickWhileAway() : null;
  }

  #topOf(place: string): string {
    return place.split('.')[0] ?? place;
  }

  #noteVisit(before: string): void {
    const { clock, log } = this.#parts;
    const inVisit = this.#place.startsWith('visit');
    if (inVisit && this.#visitSince === null) {
      this.#visitSince = clock.now();
      const kind = this.#actor.getSnapshot().context.visit?.card.kind;
      log('visit-start', { cardKind: kind });
    } else if (!inVisit && this.#visitSince !== null) {
      log('visit-end', {
        reason: `${before} -> ${this.#place}`,
        elapsedMs: Math.round(clock.now() - this.#visitSince),
      });
      this.#visitSince = null;
    }
  }

  #restartIdle(): void {
    const { silenceMs, warningMs } = this.#parts.idle;
    const factor = this.#actor.getSnapshot().context.modes.elder ? 2 : 1;
    this.#idle.restart({ silenceMs: silenceMs * factor, warningMs: warningMs * factor });
  }

  #awayLeftMs(): number {
    return this.#delays.CARD_AWAY_LIMIT_MS - (this.#parts.clock.now() - this.#placeSince);
  }

  #tickWhileAway(): () => void {
    let cancel = (): void => undefined;
    const tick = (): void => {
      cancel = this.#parts.clock.after(1000, () => {
        this.refresh();
        tick();
      });
    };
    tick();
    return () => cancel();
  }
}
