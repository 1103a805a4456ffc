import { err, ok } from '../../../contract/result.ts';
import type {
  CellState,
  DoorState,
  Lockboard,
  LockerEvent,
  LockerFailure,
} from '../../../native/lockboard/lockboard.ts';

/** A cabinet without bytes, for tests of what is written: doors, locks, items, and hands. As truthful as its switches. */
export interface FakeLockboard extends Lockboard {
  /** Everything that a driver would tell. */
  listen(listener: (event: LockerEvent) => void): void;
  close(cell: number): void;
  /** By hand, with force or a key. */
  pull(cell: number): void;
  put(cell: number): void;
  take(cell: number): void;
  /** The lock hums and holds. */
  stick(cell: number, on: boolean): void;
  /** The sensor inside says this whatever lies there; undefined: the truth. */
  lie(cell: number, item: CellState['item'] | undefined): void;
  /** What the next opening answers, whatever the door does. */
  answerNext(answer: LockerFailure, opens: boolean): void;
  /** Called when an opening was asked for and nothing was done yet. */
  beforePulse(call: (() => void) | undefined): void;
  setOffline(on: boolean): void;
  isOpen(cell: number): boolean;
  item(cell: number): boolean;
  pulses(): readonly number[];
  aims(): readonly number[];
  /** How often the sensors were read. */
  looks(): number;
}

export function createFakeLockboard(cells: number, hasItemSensors = true): FakeLockboard {
  const all = Array.from({ length: cells }, (_, index) => index + 1);
  const open = new Set<number>();
  const items = new Set<number>();
  const stuck = new Set<number>();
  const lies = new Map<number, CellState['item']>();
  const told = new Map<number, DoorState>(all.map((cell) => [cell, 'unknown']));
  const pulses: number[] = [];
  const aims: number[] = [];
  let looks = 0;
  let offline = false;
  let next: { answer: LockerFailure; opens: boolean } | undefined;
  let before: (() => void) | undefined;
  let listener: (event: LockerEvent) => void = () => undefined;

  const tell = (cell: number): void => {
    const door: DoorState = offline ? 'unknown' : open.has(cell) ? 'open' : 'closed';
    if (told.get(cell) === door) return;
    told.set(cell, door);
    listener({ type: 'door', cell, door });
  };
  const swing = (cell: number, isOpen: boolean): void => {
    if (isOpen) open.add(cell);
    else open.delete(cell);
    tell(cell);
  };
  const itemOf = (cell: number): CellState['item'] => {
    if (!hasItemSensors) return 'unknown';
    return lies.get(cell) ?? (items.has(cell) ? 'present' : 'notPresent');
  };

  return {
    async open(cell) {
      before?.();
      if (!all.includes(cell)) return err('locker.noSuchCell');
      if (offline) return err('locker.offline');
      if (open.has(cell)) return ok('wasOpen');
      pulses.push(cell);
      const now = next;
      next = undefined;
      if (now) {
        if (now.opens) swing(cell, true);
        return err(now.answer);
      }
      if (stuck.has(cell)) return err('locker.notOpened');
      swing(cell, true);
      return ok('opened');
    },
    aim: (cell) => void aims.push(cell),
    async states() {
      looks += 1;
      if (offline) return err('locker.offline');
      for (const cell of all) tell(cell);
      return ok(all.map((cell) => ({ cell, door: open.has(cell) ? 'open' : 'closed', item: itemOf(cell) })));
    },
    listen(next) {
      listener = next;
    },
    close: (cell) => swing(cell, false),
    pull: (cell) => swing(cell, true),
    put: (cell) => void items.add(cell),
    take: (cell) => void items.delete(cell),
    stick: (cell, on) => void (on ? stuck.add(cell) : stuck.delete(cell)),
    lie: (cell, item) => void (item === undefined ? lies.delete(cell) : lies.set(cell, item)),
    answerNext(answer, opens) {
      next = { answer, opens };
    },
    beforePulse(call) {
      before = call;
    },
    setOffline(on) {
      offline = on;
      for (const cell of all) tell(cell);
    },
    isOpen: (cell) => open.has(cell),
    item: (cell) => items.has(cell),
    pulses: () => pulses,
    aims: () => aims,
    looks: () => looks,
  };
}
