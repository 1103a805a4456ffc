import type { EvidenceQueue } from './acts/evidence-queue.ts';
import type { Walks } from './acts/walks.ts';
import type { CellBook } from './cells/cell-book.ts';
import type { Doors } from './cells/doors.ts';
import type { LockerFront } from './cells/front.ts';
import type { ActRefusal, LockerView } from './locker.ts';
import type { StoredParcel } from './store/parcels.ts';
import type { LockerTables } from './store/tables.ts';

/** Who wants a door: staff may open what residents may not, and look where something is wrong. */
export type GateFor = 'resident' | 'staff' | 'inspection';

type GateRefusal = Extract<
  ActRefusal,
  | 'core.storeFailed'
  | 'locker.starting'
  | 'locker.offline'
  | 'locker.noSuchCell'
  | 'locker.cellBusy'
  | 'locker.outOfService'
>;

/** Why nothing opens, here or at all. */
export interface Gate {
  /** `core.storeFailed`: what doors did before is not written yet. */
  closed(): 'locker.starting' | 'locker.offline' | 'core.storeFailed' | undefined;
  refusal(cell: number, who: GateFor): GateRefusal | undefined;
  /** Its cell could be opened for a resident now. */
  isOpenFor(parcel: StoredParcel): boolean;
  isBusy(cell: number): boolean;
}

export interface GateParts {
  readonly tables: LockerTables;
  readonly front: LockerFront;
  readonly doors: Doors;
  readonly cells: CellBook;
  readonly walks: Walks;
  readonly evidence: EvidenceQueue;
  readonly readiness: LockerView['readiness'];
}

export function createGate({ tables, front, doors, cells, walks, evidence, readiness }: GateParts): Gate {
  const gate: Gate = {
    closed() {
      const now = readiness();
      if (now !== 'ready') return `locker.${now}`;
      return evidence.flush() ? undefined : 'core.storeFailed';
    },
    isBusy: (cell) => walks.isBusy(cell) || tables.acts.underWayAt.get(cell) !== undefined,
    refusal(cell, who) {
      if (!front.has(cell)) return 'locker.noSuchCell';
      const closed = gate.closed();
      if (closed !== undefined) return closed;
      if (gate.isBusy(cell)) return 'locker.cellBusy';
      const { door } = doors.of(cell);
      if (door === 'unknown') return 'locker.offline';
      if (doors.isUnchecked(cell)) return 'locker.starting';
      if (who === 'inspection') return undefined;
      // What staff took out of service they may empty; what disagrees has to be settled first.
      const isWell = who === 'staff' ? cells.waitingAt(cell).length === 0 : cells.isWell(cell);
      if (!isWell) return 'locker.outOfService';
      return door === 'open' ? 'locker.cellBusy' : undefined;
    },
    isOpenFor: ({ cell }) => cell !== null && gate.refusal(cell, 'resident') === undefined,
  };
  return gate;
}
