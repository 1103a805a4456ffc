import type { ErrorCode } from '../../contract/errors.ts';
import type { Result } from '../../contract/result.ts';

export type LockerFailure = Extract<ErrorCode, `locker.${string}`>;

/** XFS4IoT's words for a door; `unknown`: its board has not answered since. Only a sensor says `open` or `closed`. */
export type DoorState = 'open' | 'closed' | 'unknown';

export interface CellState {
  /** Number of the cell in the locker, from 1, through all boards in the order of the configuration. */
  readonly cell: number;
  readonly door: DoorState;
  /** What a sensor inside says; `unknown` where there is none. */
  readonly item: 'present' | 'notPresent' | 'unknown';
}

export type LockerEvent =
  /**
   * A sensor changed, seen while watching or while opening. The first reading of a cell is told too; `unknown`: its board was
   * lost, and the next reading follows when it is back.
   */
  { readonly type: 'door'; readonly cell: number; readonly door: DoorState };

/** What became of an opening: the sensor said `open` after the pulse, or said so already before it (no pulse is sent then). */
export type Opened = 'opened' | 'wasOpen';

/** A bank of lockers as the rest of the kiosk uses it, whatever boards drive it. */
export interface Lockboard {
  /**
   * Pulses one lock and watches its sensor. No unlock frame leaves later than `withinMs` from now, and at most one lock of
   * the whole bus is under current at once. `locker.offline`: nothing was sent; `locker.notOpened`: sent, and the sensor says
   * closed; `locker.doorUnknown`: sent, and the sensor could not be read before or afterwards; `locker.noSuchCell`.
   */
  open(cell: number, withinMs: number): Promise<Result<Opened, LockerFailure>>;
  /**
   * Somebody will be let to this cell in a moment: its board is asked more often for up to two minutes, so that `open` need not
   * ask once more before its pulse. One cell at a time; `open` ends it.
   */
  aim(cell: number): void;
  /** Asks every board now. Cells of a board that does not answer are `unknown`; `locker.offline` only if none answers. */
  states(): Promise<Result<readonly CellState[], LockerFailure>>;
}
