import type { CellState, DoorState } from '../../../native/lockboard/lockboard.ts';

/** What the sensors said last, in memory only: after a restart nothing is known until they were read. */
export interface Doors {
  of(cell: number): CellState;
  /** Answers what the door was before. */
  setDoor(cell: number, door: DoorState): DoorState;
  /** Whether the door was seen to open after this moment, milliseconds since 1970, in this start of the core. */
  openedSince(cell: number, atMs: number): boolean;
  /** Counts events, so that a reading knows which came since it was asked for. */
  mark(): number;
  /** Takes over a reading. Where an event came after `mark`, its door is kept: events are told in their order, answers may be late. */
  read(state: CellState, mark: number): void;
  /** Nobody knows anything any more. */
  lose(): void;
  allUnknown(): boolean;
  /** Not compared with the store since it was unknown: nothing opens there. */
  isUnchecked(cell: number): boolean;
  checked(cell: number): void;
  unchecked(): readonly number[];
}

export function createDoors(cells: readonly number[], now: () => number): Doors {
  const unknown = (cell: number): CellState => ({ cell, door: 'unknown', item: 'unknown' });
  const known = new Map<number, CellState>(cells.map((cell) => [cell, unknown(cell)]));
  const unchecked = new Set<number>(cells);
  const heardAt = new Map<number, number>();
  const openedAt = new Map<number, number>();
  let events = 0;
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
      events += 1;
      heardAt.set(cell, events);
      if (door === 'open' && before.door !== 'open') openedAt.set(cell, now());
      set({ ...before, door, item: door === 'unknown' ? 'unknown' : before.item });
      return before.door;
    },
    openedSince: (cell, atMs) => (openedAt.get(cell) ?? Number.NEGATIVE_INFINITY) > atMs,
    mark: () => events,
    read(state, mark) {
      const isOlder = (heardAt.get(state.cell) ?? 0) > mark;
      set(isOlder ? { ...state, door: of(state.cell).door } : state);
    },
    lose() {
      for (const cell of cells) set(unknown(cell));
    },
    allUnknown: () => [...known.values()].every(({ door }) => door === 'unknown'),
    isUnchecked: (cell) => unchecked.has(cell),
    checked: (cell) => void unchecked.delete(cell),
    unchecked: () => [...unchecked].sort((a, b) => a - b),
  };
}
