import type { DeviceHealth } from '../../contract/device-health.ts';
import { systemClock as clock } from '../../native/clock.ts';

const LOOK_INTERVAL_MS = 15;
/** Of what the driver writes, so much is kept to find a frame that came in pieces: hexadecimal digits. */
const KEPT_DIGITS = 256;

/** Everything that a cell of the matrix sees: health as it changes, events, frames. */
export interface CellWatch {
  onHealth(health: DeviceHealth): void;
  onEvent(event: unknown): void;
  /** Grows while the cell lasts. */
  readonly events: readonly unknown[];
  /** How many changes of health there were so far. */
  changes(): number;
  /** Milliseconds from `atMs` to the first change into such a state, of those from the nth on. */
  firstAfter(atMs: number, holds: (state: DeviceHealth['state']) => boolean, nth?: number): number | undefined;
}

export function createCellWatch(): CellWatch {
  const healths: { readonly atMs: number; readonly state: DeviceHealth['state'] }[] = [];
  const events: unknown[] = [];
  return {
    onHealth: ({ state }) => void healths.push({ atMs: clock.now(), state }),
    onEvent: (event) => void events.push(event),
    events,
    changes: () => healths.length,
    firstAfter(atMs, holds, nth = 0) {
      const found = healths.slice(nth).find((one) => holds(one.state) && (nth > 0 || one.atMs >= atMs));
      return found && Math.max(0, Math.round(found.atMs - atMs));
    },
  };
}

/** Calls for every frame of that kind in what passes, however it is cut. */
export function watchFrames(kind: RegExp, onFrame: () => void): (bytes: Uint8Array) => void {
  let kept = '';
  return (bytes) => {
    kept += Buffer.from(bytes).toString('hex');
    for (let found = kind.exec(kept); found; found = kind.exec(kept)) {
      kept = kept.slice(found.index + found[0].length);
      onFrame();
    }
    kept = kept.slice(-KEPT_DIGITS);
  };
}

/** Looks again and again; undefined after `limitMs`, or when `signal` says so. */
export async function until<T>(
  look: () => T | undefined,
  limitMs: number,
  signal?: AbortSignal,
): Promise<T | undefined> {
  const limit = clock.now() + limitMs;
  for (;;) {
    const found = look();
    if (found !== undefined || clock.now() > limit || signal?.aborted) return found;
    await pause(LOOK_INTERVAL_MS);
  }
}

/** The same, where the look itself takes its time. */
export async function untilAsync(look: () => Promise<boolean>, limitMs: number): Promise<void> {
  const limit = clock.now() + limitMs;
  while (!(await look()) && clock.now() < limit) await pause(LOOK_INTERVAL_MS);
}

export const pause = (delayMs: number): Promise<void> => new Promise((resolve) => clock.after(delayMs, resolve));
