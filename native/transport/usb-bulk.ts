import type { UsbBulkTransport } from '../../contract/device-config/transport.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import { bulkEndpointsOf, type UsbDevice, type UsbDevices } from './usb-device.ts';
import { createUsbWire, giveBack } from './usb-wire.ts';
import type { Wire, WireFailure, WireOpener } from './wire.ts';

export interface UsbBulkSettings extends Omit<UsbBulkTransport, 'kind'> {
  readonly writeLimitMs: number;
  readonly clock: Clock;
  /** The machine's buses by default. */
  readonly devices?: UsbDevices;
}

/**
 * Opens two bulk endpoints of a USB device (identity-card readers 0400:C35A and their like) as a wire that is used once:
 * found by its ids, taken from the kernel's driver, interface claimed. Linux: the user needs the right to write the
 * device's node (a udev rule). It does not ask the package to watch the bus: where that fails it throws where nobody can
 * catch it. Failures of `open`: `portMissing` (not plugged in, or no USB here), `portBusy` (somebody
 * else has the interface), `portGone` (anything else).
 */
export function usbBulkOpener(settings: UsbBulkSettings): WireOpener {
  const { interfaceNumber, clock, writeLimitMs, devices = devicesOfMachine } = settings;
  return {
    async open(): Promise<Result<Wire, WireFailure>> {
      const device = await found(settings, devices);
      if (!device) return err('portMissing');
      try {
        await device.open();
        await releaseFromKernel(device, interfaceNumber);
        await device.claimInterface(interfaceNumber);
        const endpoints = bulkEndpointsOf(device, interfaceNumber);
        if (endpoints) return ok(createUsbWire({ device, interfaceNumber, endpoints, clock, writeLimitMs }));
        await giveBack(device, interfaceNumber);
        return err('portGone');
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        await giveBack(device, interfaceNumber);
        return err(openFailure(error));
      }
    },
  };
}

/** Loaded on first use; its list throws where the system knows no USB at all. */
const devicesOfMachine: UsbDevices = async () => (await import('usb')).usb.getDevices();

async function found(
  { vendorId, productId, serialNumber }: UsbBulkSettings,
  devices: UsbDevices,
): Promise<UsbDevice | undefined> {
  try {
    const all = await devices();
    return all.find(
      (device) =>
        device.vendorId === vendorId &&
        device.productId === productId &&
        (serialNumber === undefined || serialOf(device) === serialNumber),
    );
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function serialOf(device: UsbDevice): string | undefined {
  try {
    return device.serialNumber ?? undefined;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** Most readers have no driver in the kernel, which is told as an error; whether it helped is seen when claiming. */
async function releaseFromKernel(device: UsbDevice, interfaceNumber: number): Promise<void> {
  try {
    await device.detachKernelDriver(interfaceNumber);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
}

/** The package reports reasons as text only. */
function openFailure(error: Error): WireFailure {
  if (/busy/i.test(error.message)) return 'portBusy';
  return /not found|no such device/i.test(error.message) ? 'portMissing' : 'portGone';
}
