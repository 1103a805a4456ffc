import type { DoorState } from '../../../native/lockboard/lockboard.ts';
import type { DoorAct } from '../locker.ts';
import type { StoredAct } from '../store/acts.ts';
import { createDoorWalk, type DoorWalk, type WalkParts } from './door-walk.ts';

/** All acts under way in this start of the core; one to a cell. */
export interface Walks {
  begin(act: StoredAct): DoorAct;
  isBusy(cell: number): boolean;
  /** True: an act is under way there, and it was told. */
  hear(cell: number, door: DoorState): boolean;
  stop(): void;
}

export interface WalksParts extends Omit<WalkParts, 'onEnded'> {
  readonly onEnded: (act: StoredAct) => void;
}

export function createWalks(parts: WalksParts): Walks {
  const byCell = new Map<number, DoorWalk>();
  return {
    begin(act) {
      const walk = createDoorWalk(act, {
        ...parts,
        onEnded() {
          byCell.delete(act.cell);
          parts.onEnded(act);
        },
      });
      byCell.set(act.cell, walk);
      return walk;
    },
    isBusy: (cell) => byCell.has(cell),
    hear: (cell, door) => byCell.get(cell)?.hear(door) ?? false,
    stop() {
      for (const walk of byCell.values()) walk.stop();
      byCell.clear();
    },
  };
}
