import type { Log } from '../../../contract/log-events.ts';
import { err } from '../../../contract/result.ts';
import type { Clock } from '../../../native/clock.ts';
import type { CellState, Lockboard } from '../../../native/lockboard/lockboard.ts';
import type { Doors } from '../cells/doors.ts';
import { type Ledger, logFault } from '../ledger.ts';
import type { LockerView } from '../locker.ts';
import type { LockerTables } from '../store/tables.ts';
import type { Compare } from './compare-cell.ts';

/** Between two tries to read the sensors while the boards, or the disk, refuse. */
export const READ_AGAIN_MS = 3000;

export interface SensorParts {
  readonly tables: LockerTables;
  readonly lockboard: Lockboard;
  readonly clock: Clock;
  readonly log: Log;
  readonly ledger: Ledger;
  readonly doors: Doors;
  readonly compare: Compare;
  readonly isBusy: (cell: number) => boolean;
  readonly storeWasLost: boolean;
  /** Within the commit that begins anew after that. */
  readonly onLost: () => void;
  /** A door that should be closed is not, and no event said so. */
  readonly onOpened: (state: CellState) => void;
  /** After the first comparison, and whenever readiness changed. */
  readonly onReady: () => void;
  readonly onChange: () => void;
}

/** Reads the boards and compares, at the start and whenever some of them were away. */
export interface Sensors {
  readonly readiness: LockerView['readiness'];
  /** Reads now. Undefined: the boards do not answer. */
  look(cell: number): Promise<CellState | undefined>;
  start(): void;
  /** Some cells are unchecked: soon. */
  compareSoon(): void;
  lost(): void;
  stop(): void;
}

export function createSensors(parts: SensorParts): Sensors {
  const {
    tables,
    lockboard,
    clock,
    log,
    ledger,
    doors,
    compare,
    isBusy,
    storeWasLost,
    onLost,
    onOpened,
    onReady,
    onChange,
  } = parts;
  let readiness: ReturnType<LockerView['readiness']> = 'starting';
  let started = false;
  let compared = false;
  /** Compared since this start of the core. */
  const everKnown = new Set<number>();
  let reading = false;
  let isDue = false;
  let cancel: (() => void) | undefined;
  let stopped = false;

  const become = (next: typeof readiness): void => {
    if (readiness === next) return;
    readiness = next;
    onChange();
  };
  const read = async (): Promise<boolean> => {
    const mark = doors.mark();
    const states = await lockboard.states().catch((error: unknown) => {
      logFault(log, 'locker states', error);
      return err('locker.offline' as const);
    });
    if (stopped || !states.ok) return false;
    for (const state of states.value) {
      const wasClosed = doors.of(state.cell).door === 'closed' && !doors.isUnchecked(state.cell);
      doors.read(state, mark);
      // An event that was lost.
      if (wasClosed && doors.of(state.cell).door === 'open' && !isBusy(state.cell)) onOpened(state);
    }
    return true;
  };
  const compareAll = (startedAt: number): boolean => {
    const due = doors.unchecked().filter((cell) => !isBusy(cell));
    const known = due.filter((cell) => doors.of(cell).door !== 'unknown');
    const before = tables.exceptions.open.all().length;
    const written = ledger.commit(() => {
      if (!compared) {
        // Also at boards that do not answer yet.
        const isLost = storeWasLost && tables.cells.all.all().length === 0;
        if (isLost) onLost();
        for (const cell of due) {
          tables.cells.add.run(cell);
          ledger.touch(cell);
          if (isLost) compare.lost(doors.of(cell));
        }
        compare.interrupted();
      }
      for (const cell of known) compare.cell(doors.of(cell), everKnown.has(cell) ? 'watching' : 'start');
    });
    if (!written.ok) return false;
    for (const cell of known) {
      doors.checked(cell);
      everKnown.add(cell);
    }
    const exceptions = tables.exceptions.open.all().length - before;
    if (known.length > 0) {
      log('locker-compared', { cells: known.length, exceptions, elapsedMs: Math.round(clock.now() - startedAt) });
    }
    return true;
  };
  /** A bug here closes the locker, not the whole kiosk. */
  const tryCompare = (startedAt: number): boolean => {
    try {
      return compareAll(startedAt);
    } catch (error) {
      logFault(log, 'locker compare', error);
      return false;
    }
  };
  const work = async (): Promise<void> => {
    cancel?.();
    cancel = undefined;
    if (reading) {
      isDue = true;
      return;
    }
    reading = true;
    isDue = false;
    const startedAt = clock.now();
    const isRead = await read();
    reading = false;
    if (stopped) return;
    const isDone = isRead && tryCompare(startedAt);
    if (isDone) {
      const isFirst = !compared;
      compared = true;
      become('ready');
      if (isFirst) onReady();
      onChange();
    } else if (!isRead) become('offline');
    // A board that came back while the others were read is read again.
    if (isDue) return work();
    if (!isDone) cancel = clock.after(READ_AGAIN_MS, () => void work());
  };

  return {
    readiness: () => readiness,
    async look(cell) {
      return (await read()) ? doors.of(cell) : undefined;
    },
    start() {
      if (started) return;
      started = true;
      void work();
    },
    compareSoon() {
      if (started && !stopped) void work();
    },
    lost() {
      doors.lose();
      if (!started || stopped) return;
      become('offline');
      cancel?.();
      cancel = clock.after(READ_AGAIN_MS, () => void work());
    },
    stop() {
      stopped = true;
      cancel?.();
    },
  };
}
