import type { DeviceName } from '../../contract/device-status.ts';
import type { DeviceLink } from '../../main/devices/device-link.ts';
import type { SimulatorSurroundings } from '../../native/simulation/simulator.ts';
import type { DrillCable } from './cable.ts';

/** What a piece of work has at hand. */
export interface WorkParts {
  readonly link: DeviceLink;
  /** 1 while the fault lasts, 2 after it was mended: each with another card, cell, slip. */
  readonly round: 1 | 2;
  /** Everything the driver has said since the work began. */
  heard(): readonly unknown[];
  /** The first answer of `look` that is not undefined; undefined after `limitMs`, or when nobody waits any more. */
  until<T>(look: () => T | undefined, limitMs?: number): Promise<T | undefined>;
}

/** A simulated device with its cable, ready for a drill. */
export interface Plant {
  /** What stands in the configuration to reach it over the cable. */
  readonly config: unknown;
  readonly cable: DrillCable;
  readonly stuck: { set(): unknown; clear(): unknown };
  /** How much later each reply of it comes when it is slow, milliseconds; absent: 150. Within the limits of its protocol. */
  readonly slowMs?: number;
  /** Overrides what the cable does for garbage, where bytes on it would hit the cable and not the driver. */
  garbage?(): unknown;
  /** The stranger says something by himself. */
  strangerSpeaks?(): unknown;
  /**
   * One whole piece of work, through the facades of the kiosk. Answers `done`, or in a word what came instead; never
   * `done` on anything but evidence.
   */
  work(parts: WorkParts): Promise<string>;
  /**
   * What must never be, in words: an effect twice, a wrong value. Empty: nothing.
   * @param events all that the driver has said since it was started
   */
  harm?(events: readonly unknown[]): string[] | Promise<string[]>;
  close(): Promise<void>;
}

/** One driver with the family of devices it drives, for the fault matrix. */
export interface DrillSubject {
  /** As in the table: `locker kr-8a`. */
  readonly name: string;
  readonly device: DeviceName;
  /** The frame that the work is about, as hex: what strikes in the middle of the work strikes its answer. */
  readonly strikesAt: RegExp;
  /** What sticks at this device, and what is plugged in in its place: words for the table. */
  readonly stuckIs: string;
  readonly strangerIs: string;
  start(around: DrillSurroundings): Promise<Plant>;
}

export type DrillSurroundings = Pick<SimulatorSurroundings, 'clock' | 'folder'>;

export const DONE = 'done';
