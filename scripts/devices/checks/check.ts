import type { DeviceHealth } from '../../../contract/device-health.ts';
import type { DeviceLink } from '../../../main/devices/device-link.ts';
import type { Say } from '../say.ts';

/** What a device's own check has at hand. */
export interface CheckParts {
  readonly link: DeviceLink;
  readonly say: Say;
  /** The cell that may be opened, for lockers. */
  readonly cell: number | undefined;
  /** What is to be done before the end if somebody ends the check in the middle. */
  undoLater(act: () => Promise<unknown>): void;
  /** The next event for which `wanted` answers something; undefined after `limitMs`. */
  next<T>(wanted: (event: unknown) => T | undefined, limitMs: number): Promise<T | undefined>;
}

/** Tells the technician what to do, and answers whether the device did its part. */
export type DeviceCheck = (parts: CheckParts) => Promise<boolean>;

/** How long a technician may take for what is asked. */
export const HAND_LIMIT_MS = 60_000;

export const isOnline = ({ state }: DeviceHealth): boolean => state === 'online';
