/** Where a process can be cut off. `commit`: right after something was written, before anything follows from it. */
export const TRAP_POINTS = ['commit', 'asked', 'pulsed', 'answered', 'told', 'doorEvent'] as const;
export type TrapPoint = (typeof TRAP_POINTS)[number];

export interface Trap {
  readonly point: TrapPoint;
  /** It snaps when the point is passed for so many times, 1 being the next. */
  readonly after: number;
}

/** At most one trap waits. */
export interface Traps {
  set(trap: Trap | undefined): void;
  isSet(): boolean;
  /** The point is passed; true: here it ends. */
  passes(point: TrapPoint): boolean;
}

export function createTraps(): Traps {
  let waiting: Trap | undefined;
  let left = 0;
  return {
    set(trap) {
      waiting = trap;
      left = trap?.after ?? 0;
    },
    isSet: () => waiting !== undefined,
    passes(point) {
      if (waiting?.point !== point) return false;
      left -= 1;
      if (left > 0) return false;
      waiting = undefined;
      return true;
    },
  };
}
