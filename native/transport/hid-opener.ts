import type { HidTransport } from '../../contract/device-config/transport.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import type { HidDevice, HidOpener } from './hid.ts';
import { type HidHandle, hidDeviceOf } from './hid-handle.ts';
import { currentNode, watchPresence } from './port-presence.ts';
import type { WireFailure } from './wire.ts';

/** The part of a device's description by which it is chosen. `path` is `/dev/hidrawN`. */
export interface HidListing {
  readonly path?: string | undefined;
  readonly serialNumber?: string | undefined;
  readonly usagePage?: number | undefined;
}

/** What is used of `node-hid`. Tests put their own in its place: no virtual HID device can be made everywhere. */
export interface HidLibrary {
  devicesAsync(vendorId: number, productId: number): Promise<readonly HidListing[]>;
  readonly HIDAsync: { open(path: string): Promise<HidHandle> };
}

export interface HidOpenerSettings extends Omit<Extract<HidTransport, { kind: 'hid' }>, 'kind'> {
  readonly clock: Clock;
  /** After so many milliseconds a report that the system did not take has failed, and the device with it. */
  readonly writeLimitMs: number;
  readonly library?: () => Promise<HidLibrary>;
}

/** The system opens a device at once; one that hangs in its driver is given up after so long, milliseconds. */
export const HID_OPEN_LIMIT_MS = 2_000;
/** Bar code scanner page of the HID point-of-sale usage tables. */
const POINT_OF_SALE_SCANNER_PAGE = 0x8c;

/**
 * Opens a HID device through hidraw, which a udev rule must give to the user of the kiosk:
 * `KERNEL=="hidraw*", ATTRS{idVendor}=="…", MODE="0660", GROUP="…"`.
 * Failures: `portMissing` (nobody with these ids is plugged in), `portGone` (it is there and does not open, as without rights).
 */
export function hidOpener(settings: HidOpenerSettings): HidOpener {
  const { vendorId, productId, clock, writeLimitMs, library = nodeHid } = settings;
  return {
    async open(): Promise<Result<HidDevice, WireFailure>> {
      try {
        // Loaded on first use: a machine without HID devices need not have, nor pay for, the native binding.
        const { devicesAsync, HIDAsync } = await library();
        const path = choose(await devicesAsync(vendorId, productId), settings.serialNumber);
        if (path === undefined) return err('portMissing');
        const node = await currentNode(path);
        const handle = await inTime(HIDAsync.open(path), clock);
        if (!handle) return err('portGone');
        const device = hidDeviceOf(handle, clock, writeLimitMs);
        // A read that fails tells most unplugs; the name that vanishes tells the others.
        if (node !== undefined) device.afterClose(watchPresence(clock, path, node, () => void device.close()));
        return ok(device);
      } catch (error) {
        // Every failure of the library is an Error with a text only.
        if (error instanceof Error) return err('portGone');
        throw error;
      }
    },
  };
}

/** Undefined: not in time; what comes later is closed again. */
function inTime(opening: Promise<HidHandle>, clock: Clock): Promise<HidHandle | undefined> {
  return new Promise((resolve, reject) => {
    let late = false;
    const cancel = clock.after(HID_OPEN_LIMIT_MS, () => {
      late = true;
      resolve(undefined);
    });
    opening.then(
      (handle) => {
        cancel();
        // Nobody waits for it any more, nor for how its closing goes.
        if (late) handle.close().catch(() => undefined);
        else resolve(handle);
      },
      (error: unknown) => {
        cancel();
        if (!late) reject(error);
      },
    );
  });
}

/** A device can show several faces (keyboard, scanner) under the same ids: the scanner's first. */
function choose(found: readonly HidListing[], serialNumber: string | undefined): string | undefined {
  const matching = found.filter((each) => serialNumber === undefined || each.serialNumber === serialNumber);
  const scanner = matching.find((each) => each.usagePage === POINT_OF_SALE_SCANNER_PAGE);
  return (scanner ?? matching[0])?.path;
}

async function nodeHid(): Promise<HidLibrary> {
  const { devicesAsync, HIDAsync } = await import('node-hid');
  return { devicesAsync, HIDAsync };
}
