import type { NeededDevice } from '../../../contract/catalogue/machine.ts';
import type { CamerasConfig } from '../../../contract/device-config/cameras.ts';
import type { DeviceHealth } from '../../../contract/device-health.ts';
import type { CatalogueStatus } from '../../../contract/technician.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { HandInDesk, PickupDesk } from '../../locker/locker.ts';
import type { Typing } from '../../typing/typing.ts';
import type { LockerVisits } from '../locker-visits.ts';

/** What is shown of the locker; nothing is done to it from here. Asked with each snapshot. */
export interface LockerSight extends Pick<LockerVisits, 'columns' | 'readiness' | 'hasScanner' | 'asksForStill'> {
  readonly pickup: Pick<PickupDesk, 'waitingFor' | 'lockedMs'>;
  readonly handIn: Pick<HandInDesk, 'hasMore'>;
}

/** What the session shows of the machine around it. */
export interface Surroundings {
  /** The newest one; a newer one may be there at the next call. */
  readonly catalogue: () => Catalogue;
  readonly catalogueStatus: () => CatalogueStatus;
  readonly typing: Typing;
  readonly kiosk: { readonly id: string; readonly site: string; readonly phone: string };
  readonly orientation: 'portrait' | 'landscape';
  /** Whether this machine was built with it; it may still be out of order. */
  readonly hasDevice: (device: NeededDevice) => boolean;
  /** Those that are configured; only the page can tell whether they are there. */
  readonly cameras: () => CamerasConfig;
  /** How each device of the configuration is. */
  readonly deviceHealth: () => readonly DeviceHealth[];
  /** The card reader answers. */
  readonly readerReady: () => boolean;
  /** There is an A4 printer and it answers. */
  readonly printerReady: () => boolean;
  readonly offline: () => boolean;
  readonly queryLimitMs: number;
  /** `YYYY-MM-DD` in Shanghai. */
  readonly today: () => string;
  /** Where the guide of an item is on a phone. */
  readonly itemUrl: (code: string) => string;
  /** The session adds it to what it was given. Absent: this machine has none. */
  readonly locker?: LockerSight;
}

/** Usual times that are told to the person, milliseconds; measured on the demo and rounded up. */
export const USUAL_QUERY_MS = 2_000;
export const USUAL_FIRST_PAGE_MS = 9_000;
export const USUAL_PAGE_MS = 3_000;
