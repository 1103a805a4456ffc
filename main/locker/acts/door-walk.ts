import type { Log } from '../../../contract/log-events.ts';
import { err } from '../../../contract/result.ts';
import type { Clock } from '../../../native/clock.ts';
import type { CellState, DoorState, Lockboard } from '../../../native/lockboard/lockboard.ts';
import { logFault } from '../ledger.ts';
import type { DoorAct, DoorEnd, DoorStage } from '../locker.ts';
import type { StoredAct } from '../store/acts.ts';
import { type DoorWatch, watchDoor } from './door-watch.ts';
import type { EvidenceQueue } from './evidence-queue.ts';
import type { Outcomes } from './outcomes.ts';

/** The last moment for an unlock frame, from the begin of an opening, milliseconds. */
export const PULSE_WITHIN_MS = 5000;
/** A plan that nobody carries out in this time is void: a door never opens for whoever comes next. */
export const PLAN_LIMIT_MS = 30_000;
/** How long a person waits for a disk that refuses the evidence, milliseconds. */
export const WRITE_LIMIT_MS = 10_000;

export interface WalkParts {
  readonly lockboard: Lockboard;
  readonly clock: Clock;
  readonly log: Log;
  readonly outcomes: Outcomes;
  readonly evidence: EvidenceQueue;
  readonly remindMs: number;
  readonly alarmMs: number;
  /** Reads all sensors now and keeps what they said; undefined: they cannot be read. */
  readonly look: (cell: number) => Promise<CellState | undefined>;
  /** The act has its end, and it is written. */
  readonly onEnded: () => void;
}

/** One act on its way: what the staff's or residents' side carries out, and what the sensors say of it. */
export interface DoorWalk extends DoorAct {
  /** What the sensor says now. False: the act has ended, it is not the act's. */
  hear(door: DoorState): boolean;
  /** Leaves everything as it is written: the next start finds it, as after a power cut. */
  stop(): void;
}

const UNKNOWN: DoorEnd = { end: 'unknown', code: 'locker.doorUnknown' };
const NOT_OPENED: DoorEnd = { end: 'notOpened', code: 'locker.offline' };

export function createDoorWalk(act: StoredAct, parts: WalkParts): DoorWalk {
  const { lockboard, clock, log, outcomes, evidence, remindMs, alarmMs, look, onEnded } = parts;
  const { id, cell } = act;
  let phase: 'planned' | 'pulsing' | 'open' | 'ended' = 'planned';
  let stopped = false;
  /** How it ended before it began. */
  let early: DoorEnd | undefined;
  /** Doors heard since the pulse was asked for. */
  const heard: DoorState[] = [];
  let watch: DoorWatch | undefined;

  const finish = (end: DoorEnd, step: () => void): DoorEnd => {
    phase = 'ended';
    evidence.add(step, onEnded);
    return end;
  };
  /** It stood open for whoever came: nobody was let to it, and no pulse was sent. */
  const wasOpenBefore = (): DoorEnd => finish(UNKNOWN, () => outcomes.unknown(id, 'openedAlone'));

  const cancelPlan = clock.after(PLAN_LIMIT_MS, () => {
    if (phase === 'planned') early = finish(NOT_OPENED, () => outcomes.notOpened(id, 'locker.offline'));
  });

  const follow = async (onStage: (stage: DoorStage) => void): Promise<DoorEnd> => {
    phase = 'open';
    evidence.add(() => outcomes.opened(id));
    watch = watchDoor({
      clock,
      remindMs,
      alarmMs,
      look: () => look(cell),
      onRemind: () => onStage({ stage: 'open', urge: 'remind' }),
    });
    // It may have been closed before the answer to the pulse was here.
    const last = heard.at(-1);
    if (last !== undefined && last !== 'open') watch.hear(last);
    onStage({ stage: 'open', urge: 'none' });
    const seen = await watch.ended;
    switch (seen.end) {
      case 'stopped':
        return UNKNOWN;
      case 'closed':
        return finish(seen, () => outcomes.closed(id, seen.item));
      case 'unknown':
        return finish(UNKNOWN, () => outcomes.unknown(id, 'doorUnknown'));
      case 'leftOpen':
        onStage({ stage: 'open', urge: 'alarm' });
        return finish(seen, () => outcomes.leftOpen(id));
    }
  };
  const carryOut = async (onStage: (stage: DoorStage) => void): Promise<DoorEnd> => {
    onStage({ stage: 'opening', urge: 'none' });
    const opened = await lockboard.open(cell, PULSE_WITHIN_MS).catch((error: unknown) => {
      logFault(log, 'locker open', error);
      return err('locker.doorUnknown' as const);
    });
    if (stopped) return UNKNOWN;
    if (opened.ok) {
      // Staff may look into a cell that was known to stand open, but not one that sprang open just before.
      const isOurs = opened.value === 'opened' || (act.kind === 'inspect' && !heard.includes('open'));
      return isOurs ? follow(onStage) : wasOpenBefore();
    }
    const sprang = heard.includes('open');
    switch (opened.error) {
      case 'locker.doorUnknown':
        return finish(UNKNOWN, () => outcomes.unknown(id, 'doorUnknown'));
      case 'locker.notOpened':
        // Open and shut again between two looks of the driver, but told by the board.
        if (sprang) return follow(onStage);
        return finish({ end: 'notOpened', code: 'locker.notOpened' }, () => outcomes.notOpened(id, 'locker.notOpened'));
      default:
        // Nothing was sent: a door that opened all the same was opened by nobody.
        return sprang ? wasOpenBefore() : finish(NOT_OPENED, () => outcomes.notOpened(id, 'locker.offline'));
    }
  };
  /** A listener that throws must not lose what a door did. */
  const guarded =
    (onStage: (stage: DoorStage) => void) =>
    (stage: DoorStage): void => {
      try {
        onStage(stage);
      } catch (error) {
        logFault(log, 'locker stage', error);
      }
    };

  return {
    actId: id,
    cell,
    parcelId: act.parcel_id,
    async go(onStage) {
      if (phase === 'ended') return early ?? UNKNOWN;
      if (phase !== 'planned') throw new Error('an act is carried out once');
      cancelPlan();
      if (stopped) return NOT_OPENED;
      phase = 'pulsing';
      try {
        const end = await carryOut(guarded(onStage));
        if (stopped) return UNKNOWN;
        return (await evidence.written(WRITE_LIMIT_MS)) ? end : UNKNOWN;
      } catch (error) {
        // A bug; what is not written, the next start asks for.
        logFault(log, 'locker act', error);
        return UNKNOWN;
      }
    },
    hear(door) {
      if (phase === 'planned' && door === 'open') {
        cancelPlan();
        early = wasOpenBefore();
      } else if (phase === 'pulsing') heard.push(door);
      else if (phase === 'open') watch?.hear(door);
      else return phase === 'planned';
      return true;
    },
    stop() {
      stopped = true;
      cancelPlan();
      watch?.stop();
    },
  };
}
