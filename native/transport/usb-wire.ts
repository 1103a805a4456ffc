import { err, ok, type Result } from '../../contract/result.ts';
import { type Clock, sleep } from '../clock.ts';
import type { BulkEndpoints, UsbDevice } from './usb-device.ts';
import type { Wire, WireFailure } from './wire.ts';

/** A read that gets nothing ends after so long and begins anew: a close waits for it no longer than this. */
export const USB_READ_LIMIT_MS = 200;
/** After a packet of no bytes, so that a device that sends nothing else does not keep the processor busy. */
export const USB_EMPTY_PAUSE_MS = 10;

export interface UsbWireSettings {
  readonly device: UsbDevice;
  readonly interfaceNumber: number;
  readonly endpoints: BulkEndpoints;
  readonly clock: Clock;
  readonly writeLimitMs: number;
}

/**
 * Turns a device whose interface is claimed into a wire that is used once. It ends with the first transfer that fails for
 * another reason than that nothing came: an unplugged device fails the read that waits on it at once, so nobody needs to
 * watch the bus.
 *
 * One packet is read at a time: a read that is given up loses what came for it, and a single packet comes whole or not.
 */
export function createUsbWire({ device, interfaceNumber, endpoints, clock, writeLimitMs }: UsbWireSettings): Wire {
  let onData: ((bytes: Uint8Array) => void) | undefined;
  let onClose: (() => void) | undefined;
  let closed = false;
  let closing: Promise<void> = Promise.resolve();
  let reading: Promise<void> = Promise.resolve();
  let writing: Promise<unknown> = Promise.resolve();
  const failWrites = new Set<(failure: WireFailure) => void>();

  const end = (failure: WireFailure): void => {
    if (closed) return;
    closed = true;
    closing = Promise.all([reading, writing]).then(() => giveBack(device, interfaceNumber));
    for (const fail of failWrites) fail(failure);
    onClose?.();
  };
  const read = async (): Promise<void> => {
    while (!closed) {
      const packet = await packetFrom(device, endpoints);
      if (packet === 'failed') return end('portGone');
      if (packet.length > 0 && !closed) onData?.(packet);
      else if (packet.length === 0) await sleep(clock, USB_EMPTY_PAUSE_MS);
    }
  };
  /** One transfer after the other: an endpoint takes no second one beside it. */
  const transfer = async (bytes: Uint8Array): Promise<boolean> => {
    if (closed) return false;
    try {
      return (await device.nativeTransferOut(endpoints.output, writeLimitMs, bytes)) === bytes.length;
    } catch (error) {
      if (error instanceof Error) return false;
      throw error;
    }
  };

  return {
    write(bytes): Promise<Result<void, WireFailure>> {
      if (closed) return Promise.resolve(err('portGone'));
      return new Promise((resolve) => {
        const settle = (result: Result<void, WireFailure>): void => {
          cancelLimit();
          failWrites.delete(fail);
          resolve(result);
        };
        const fail = (failure: WireFailure): void => settle(err(failure));
        const cancelLimit = clock.after(writeLimitMs, () => end('writeTimeout'));
        failWrites.add(fail);
        const own = bytes.slice();
        writing = writing.then(async () => {
          const taken = await transfer(own);
          if (!taken) end('portGone');
          else if (!closed) settle(ok(undefined));
        });
      });
    },
    onData(listener) {
      if (!onData && !closed) reading = Promise.resolve().then(read);
      onData = listener;
    },
    onClose(listener) {
      onClose = listener;
      if (closed) listener();
    },
    async close() {
      end('portGone');
      await closing;
    },
  };
}

/** No bytes: nothing came within the limit. The package tells that as an error of this name (seen with 3.1 on Linux). */
async function packetFrom(device: UsbDevice, { input, packetBytes }: BulkEndpoints): Promise<Uint8Array | 'failed'> {
  try {
    return (await device.nativeTransferIn(input, USB_READ_LIMIT_MS, packetBytes)) ?? 'failed';
  } catch (error) {
    if (error instanceof Error) return error.message.includes('Cancelled') ? new Uint8Array(0) : 'failed';
    throw error;
  }
}

/** Only when no transfer is under way: the package keeps the device open as long as one is. */
export async function giveBack(device: UsbDevice, interfaceNumber: number): Promise<void> {
  for (const step of [() => device.releaseInterface(interfaceNumber), () => device.close()]) {
    try {
      await step();
    } catch (error) {
      // A device that is gone has nothing to give back.
      if (!(error instanceof Error)) throw error;
    }
  }
}
