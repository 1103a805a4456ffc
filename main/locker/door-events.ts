import type { Clock } from '../../native/clock.ts';
import type { CellState, DoorState } from '../../native/lockboard/lockboard.ts';
import type { EvidenceQueue } from './acts/evidence-queue.ts';
import type { Walks } from './acts/walks.ts';
import type { Doors } from './cells/doors.ts';
import type { Compare } from './compare/compare-cell.ts';
import type { Sensors } from './compare/sensors.ts';
import type { Ledger } from './ledger.ts';

/** A door that moved is reported when it was quiet for so long, milliseconds. */
export const REST_MS = 30_000;

export interface DoorEventParts {
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly doors: Doors;
  readonly walks: Walks;
  readonly evidence: EvidenceQueue;
  readonly compare: Compare;
  readonly sensors: Sensors;
  readonly onChange: () => void;
}

/** What the boards tell of a door: of an act, of nobody, or that nothing is known any more. */
export function createDoorEvents(parts: DoorEventParts) {
  const { clock, ledger, doors, walks, evidence, compare, sensors, onChange } = parts;
  const moved = new Set<number>();
  let cancelRest: (() => void) | undefined;
  let stopped = false;

  const report = (): void => {
    cancelRest = undefined;
    const cells = [...moved];
    moved.clear();
    const told = ledger.commit(() => {
      for (const cell of cells) ledger.touch(cell);
    });
    if (!told.ok) restLater(cells);
  };
  const restLater = (cells: readonly number[]): void => {
    for (const cell of cells) moved.add(cell);
    cancelRest?.();
    cancelRest = clock.after(REST_MS, report);
  };

  const opened = (state: CellState): void => evidence.add(() => compare.cell(state, 'watching'));

  return {
    /** A door that should be closed stands open, and no act let anybody to it. */
    opened,
    hear({ cell, door }: { readonly cell: number; readonly door: DoorState }): void {
      if (stopped) return;
      evidence.flush();
      const before = doors.setDoor(cell, door);
      const isOurs = walks.hear(cell, door);
      if (isOurs || before === door) {
        onChange();
        return;
      }
      restLater([cell]);
      if (door === 'unknown' && doors.allUnknown()) sensors.lost();
      if (sensors.readiness() === 'starting') return;
      if (before === 'unknown' || doors.isUnchecked(cell)) {
        // Read with its sensor inside, then compared.
        if (door !== 'unknown') sensors.compareSoon();
      } else if (door === 'open') {
        opened(doors.of(cell));
      }
      onChange();
    },
    stop(): void {
      stopped = true;
      cancelRest?.();
    },
  };
}
