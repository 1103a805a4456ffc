import type { CellState, DoorState } from '../../../native/lockboard/lockboard.ts';

/** What the sensors said last, in memory only: after a restart nothing is known until they were read. */
export interface Doors {
  of(cell: number): CellState;
  /** Answers what the door was before. */
  setDoor(cell: number, door: DoorState): DoorState;
  set(state: CellState): void;
  /** Nobody knows anything any more. */
  lose(): void;
  allUnknown(): boolean;
  /** Not compared with the store since it was unknown: nothing opens there. */
  isUnchecked(cell: number): boolean;
  checked(cell: number): void;
  unchecked(): readonly number[];
}

export function createDoors(cells: readonly number[]): Doors {
  const unknown = (cell: number): CellState => ({ cell, door: 'unknown', item: 'unknown' });
  const known = new Map<number, CellState>(cells.map((cell) => [cell, unknown(cell)]));
  const unchecked = new Set<number>(cells);
  const set = (state: CellState): void => {
    if (!known.has(state.cell)) return;
    known.set(state.cell, state);
    if (state.door === 'unknown') unchecked.add(state.cell);
  };
  const of = (cell: number): CellState => known.get(cell) ?? unknown(cell);

  return {
    of,
    setDoor(cell, door) {
      const before = of(cell);
      set({ ...before, door, item: door === 'unknown' ? 'unknown' : before.item });
      return before.door;
    },
    set,
    lose() {
      for (const cell of cells) set(unknown(cell));
    },
    allUnknown: () => [...known.values()].every(({ door }) => door === 'unknown'),
    isUnchecked: (cell) => unchecked.has(cell),
    checked: (cell) => void unchecked.delete(cell),
    unchecked: () => [...unchecked].sort((a, b) => a - b),
  };
}
