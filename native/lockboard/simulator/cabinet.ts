import type { Clock } from '../../clock.ts';

/** From the begin of the current to the door that springs open, milliseconds. */
export const SPRING_MS = 60;

/** Something that a real cabinet would suffer from. */
export type Violation = 'twoLocksAtOnce' | 'frameInGap';

/** Doors, locks, switches and what lies inside; no bytes. Cells count from 1. */
export interface SimulatedCabinet {
  readonly cells: number;
  /** The lock is under current for so long; its door springs open unless the lock is stuck. */
  pulse(cell: number, pulseMs: number): void;
  /** By hand. */
  open(cell: number): void;
  close(cell: number): void;
  put(cell: number): void;
  take(cell: number): void;
  /** The lock takes its current and holds the door all the same. */
  setStuckLock(cell: number, on: boolean): void;
  /** The switch says for good what it says now. */
  setStuckSwitch(cell: number, on: boolean): void;
  /** From the current to the open door, for a door that needs a push. */
  setSpringMs(cell: number, springMs: number): void;
  isOpen(cell: number): boolean;
  /** What the switch says. */
  line(cell: number): 0 | 1;
  item(cell: number): 0 | 1;
  /** Every switch that changed; any number of listeners. */
  onLine(listener: (cell: number, line: 0 | 1) => void): void;
  violate(violation: Violation): void;
  violations(): readonly Violation[];
  /** Pulses so far, by cell, in their order. */
  pulses(): readonly number[];
}

export interface CabinetSettings {
  readonly clock: Clock;
  readonly cells: number;
  /** What a switch says while its door is closed. */
  readonly closedIs: 0 | 1;
  /** Cells whose switch is wired the other way. */
  readonly inverted?: readonly number[];
}

interface Cell {
  open: boolean;
  item: 0 | 1;
  stuckLock: boolean;
  stuckLine: 0 | 1 | undefined;
  springMs: number;
  readonly closedIs: 0 | 1;
}

export function createCabinet({ clock, cells, closedIs, inverted = [] }: CabinetSettings): SimulatedCabinet {
  const other = closedIs === 0 ? 1 : 0;
  const all = Array.from(
    { length: cells },
    (_, index): Cell => ({
      open: false,
      item: 0,
      stuckLock: false,
      stuckLine: undefined,
      springMs: SPRING_MS,
      closedIs: inverted.includes(index + 1) ? other : closedIs,
    }),
  );
  const listeners: ((cell: number, line: 0 | 1) => void)[] = [];
  const violations: Violation[] = [];
  const pulses: number[] = [];
  let current = 0;

  const at = (cell: number): Cell => {
    const found = all[cell - 1];
    if (!found) throw new RangeError(`a cell from 1 to ${cells}`);
    return found;
  };
  const line = (cell: number): 0 | 1 => {
    const { stuckLine, open, closedIs: closed } = at(cell);
    if (stuckLine !== undefined) return stuckLine;
    return open === (closed === 0) ? 1 : 0;
  };
  const change = (cell: number, open: boolean): void => {
    const before = line(cell);
    at(cell).open = open;
    const after = line(cell);
    if (after !== before) for (const listener of listeners) listener(cell, after);
  };

  return {
    cells,
    pulse(cell, pulseMs) {
      const { springMs, stuckLock } = at(cell);
      pulses.push(cell);
      if (current > 0) violations.push('twoLocksAtOnce');
      current += 1;
      clock.after(pulseMs, () => {
        current -= 1;
      });
      if (!stuckLock) clock.after(springMs, () => change(cell, true));
    },
    open: (cell) => change(cell, true),
    close: (cell) => change(cell, false),
    put(cell) {
      at(cell).item = 1;
    },
    take(cell) {
      at(cell).item = 0;
    },
    setStuckLock(cell, on) {
      at(cell).stuckLock = on;
    },
    setStuckSwitch(cell, on) {
      at(cell).stuckLine = on ? line(cell) : undefined;
    },
    setSpringMs(cell, springMs) {
      at(cell).springMs = springMs;
    },
    isOpen: (cell) => at(cell).open,
    line,
    item: (cell) => at(cell).item,
    onLine: (listener) => void listeners.push(listener),
    violate: (violation) => void violations.push(violation),
    violations: () => violations,
    pulses: () => pulses,
  };
}
