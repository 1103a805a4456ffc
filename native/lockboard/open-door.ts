import { err, ok, type Result } from '../../contract/result.ts';
import { type Clock, sleep } from '../clock.ts';
import type { BoardPresence } from './board-presence.ts';
import type { LockerBus } from './bus.ts';
import type { CellStates } from './cell-states.ts';
import type { CellPlace, CellPlan } from './cells.ts';
import type { DoorState, LockerFailure, Opened } from './lockboard.ts';

/** How long after its unlock frame a door may take until its sensor says open; a wire that breaks is back within this. */
export const OPEN_WATCH_MS = 3000;
/** Between two looks at the sensor of a door that was just unlocked. */
export const OPEN_LOOK_INTERVAL_MS = 60;

export interface DoorOpenerSettings {
  readonly plan: CellPlan;
  readonly states: CellStates;
  readonly presence: BoardPresence;
  readonly clock: Clock;
  /** The bus in use now; another one after the wire was opened anew. */
  readonly bus: () => LockerBus | undefined;
  /** Nobody waits for a door any more. */
  readonly stopped: () => boolean;
  readonly onEvidence: (evidence: string) => void;
  /** Whether the sensor of this cell said closed just now: then it is not asked once more before the pulse. */
  readonly aimHolds: (cell: number) => boolean;
}

/** `Lockboard.open`. */
export type DoorOpener = (cell: number, withinMs: number) => Promise<Result<Opened, LockerFailure>>;

/**
 * Look, pulse once, look. An unlock frame that may have reached its board is never sent again: the second pulse could open
 * the door for the next person. Who asks for a door that is being opened waits and then finds it open.
 */
export function createDoorOpener(settings: DoorOpenerSettings): DoorOpener {
  const { plan, states, presence, clock, bus, stopped, onEvidence, aimHolds } = settings;
  const opening = new Map<number, Promise<unknown>>();

  const look = async (place: CellPlace, cell: number): Promise<DoorState> => {
    const now = bus();
    const heard = now !== undefined && (await presence.ask(now, place.board));
    // The board may have told by itself, where an answer got lost.
    return heard || states.door(cell) === 'open' ? states.door(cell) : 'unknown';
  };
  /** `before`: what the sensor said directly before the unlock frame. */
  const watch = async (
    place: CellPlace,
    cell: number,
    sentAtMs: number,
    before: DoorState,
  ): Promise<Result<Opened, LockerFailure>> => {
    let wasClosed = before === 'closed';
    for (;;) {
      const door = await look(place, cell);
      const elapsedMs = clock.now() - sentAtMs;
      if (door === 'closed') wasClosed = true;
      if (door === 'open' && !wasClosed) {
        // It may have stood open all the time, for whoever came before.
        onEvidence(`cell ${cell}: open after its unlock frame, not known before it`);
        return err('locker.doorUnknown');
      }
      if (door === 'open') {
        onEvidence(`cell ${cell}: open ${Math.round(elapsedMs)} ms after its unlock frame`);
        return ok('opened');
      }
      if (stopped()) return err('locker.doorUnknown');
      if (elapsedMs >= OPEN_WATCH_MS) {
        onEvidence(`cell ${cell}: ${door} ${OPEN_WATCH_MS} ms after its unlock frame`);
        return err(door === 'closed' ? 'locker.notOpened' : 'locker.doorUnknown');
      }
      await sleep(clock, OPEN_LOOK_INTERVAL_MS);
    }
  };
  const open = async (place: CellPlace, cell: number, notAfterMs: number): Promise<Result<Opened, LockerFailure>> => {
    const { board, channel } = place;
    const now = bus();
    if (!now) return err('locker.offline');
    // Nobody else waits in line behind a board that does not answer.
    if (!presence.isOnline(board) && !(await presence.ask(now, board, notAfterMs))) return err('locker.offline');
    const seen: { door: DoorState } = { door: 'unknown' };
    const sent = await now.unlock(board.address, channel, notAfterMs, async () => {
      if (aimHolds(cell)) {
        seen.door = 'closed';
        return undefined;
      }
      // Asked directly before the frame: it may have waited for other locks, and a line that answers now carries it now.
      if (!(await presence.askTwice(now, board, notAfterMs))) return 'noAnswer';
      seen.door = states.door(cell);
      return seen.door === 'open' ? 'wasOpen' : undefined;
    });
    if (sent.ok) return watch(place, cell, sent.value.sentAtMs, seen.door);
    if (sent.error === 'wasOpen') return ok('wasOpen');
    onEvidence(`cell ${cell}: not unlocked, ${sent.error}`);
    return err('locker.offline');
  };

  return (cell, withinMs) => {
    const place = plan.placeOf(cell);
    if (!place) return Promise.resolve(err('locker.noSuchCell'));
    const notAfterMs = clock.now() + withinMs;
    const before = opening.get(cell) ?? Promise.resolve();
    const mine = before.then(() => open(place, cell, notAfterMs));
    opening.set(cell, mine);
    return mine;
  };
}
