import type { Clock } from '../../../native/clock.ts';
import type { CellState, DoorState } from '../../../native/lockboard/lockboard.ts';

/** Between two calm looks at a door that stands open, milliseconds: an event may have been lost. */
export const LOOK_INTERVAL_MS = 5000;

export type WatchEnd =
  | { readonly end: 'closed'; readonly item: CellState['item'] }
  /** The time is up, and the sensor says open. */
  | { readonly end: 'leftOpen' }
  /** The time is up, and nobody knows. */
  | { readonly end: 'unknown' }
  | { readonly end: 'stopped' };

export interface DoorWatch {
  /** What the sensor says now. */
  hear(door: DoorState): void;
  readonly ended: Promise<WatchEnd>;
  stop(): void;
}

export interface DoorWatchParts {
  readonly clock: Clock;
  readonly remindMs: number;
  readonly alarmMs: number;
  /** Reads the sensors now; undefined: they cannot be read. */
  readonly look: () => Promise<CellState | undefined>;
  readonly onRemind: () => void;
}

/**
 * Follows an open door to its end. Closed is what the sensor says twice: as an event, and again when the sensor inside is read;
 * a door that sprang open in between is not closed.
 */
export function watchDoor({ clock, remindMs, alarmMs, look, onRemind }: DoorWatchParts): DoorWatch {
  const { promise: ended, resolve } = Promise.withResolvers<WatchEnd>();
  let last: DoorState = 'open';
  let looking = false;
  let wasHeard = false;
  let isLate = false;
  let isOver = false;
  let cancelLook: () => void = () => undefined;

  const end = (how: WatchEnd): void => {
    if (isOver) return;
    isOver = true;
    cancelRemind();
    cancelAlarm();
    cancelLook();
    resolve(how);
  };
  const giveUp = (): void => {
    isLate = true;
    if (!looking) end({ end: last === 'open' ? 'leftOpen' : 'unknown' });
  };
  const lookAgain = async (): Promise<void> => {
    if (looking || isOver) return;
    looking = true;
    wasHeard = false;
    cancelLook();
    const seen = await look();
    looking = false;
    if (isOver) return;
    // An event that came meanwhile is newer than the answer may be.
    if (!wasHeard && seen !== undefined && seen.door !== 'unknown') last = seen.door;
    if (last === 'closed') {
      if (wasHeard) return lookAgain();
      return end({ end: 'closed', item: seen?.door === 'closed' ? seen.item : 'unknown' });
    }
    if (isLate) return giveUp();
    cancelLook = clock.after(LOOK_INTERVAL_MS, () => void lookAgain());
  };

  const cancelRemind = clock.after(remindMs, onRemind);
  const cancelAlarm = clock.after(alarmMs, giveUp);
  cancelLook = clock.after(LOOK_INTERVAL_MS, () => void lookAgain());

  return {
    hear(door) {
      last = door;
      wasHeard = true;
      if (door === 'closed') void lookAgain();
    },
    ended,
    stop: () => end({ end: 'stopped' }),
  };
}
