import type { SimulatedPort } from './simulated-port.ts';
import type { UsbDevice } from './usb-device.ts';

export interface UsbTestSettings {
  readonly vendorId?: number;
  readonly productId?: number;
  readonly serialNumber?: string | undefined;
  readonly endpoints?: readonly [];
  /** Which step fails, and what the package says then. */
  readonly failing?: 'open' | 'claimInterface' | 'detachKernelDriver' | 'configuration' | 'serialNumber';
  readonly message?: string;
  /** Sends packets of no bytes as fast as they are asked for. */
  readonly empty?: boolean;
}

/**
 * For tests: a device as the package `usb` gives it (its errors have the package's words), and the far end of its two
 * endpoints.
 */
export interface UsbPlug {
  readonly device: UsbDevice;
  readonly port: SimulatedPort;
  /** What was done with it besides transfers. */
  did(): readonly string[];
  /** Lengths of the packets that were read. */
  packets(): readonly number[];
  received(): readonly number[];
  /** How often a read was begun, and transfers under way: at its close the package would not let go of the device. */
  readonly count: { readonly reads: number; readonly transfersAtClose: number };
  /** Takes no bytes, or not more than so many of a transfer. */
  readonly faults: { deaf: boolean; mostBytes: number };
  stall(): void;
}

const ENDPOINTS = [
  { endpointNumber: 1, direction: 'in', type: 'bulk', packetSize: 64 },
  { endpointNumber: 2, direction: 'out', type: 'bulk', packetSize: 64 },
] as const;

export function plugUsbDevice(settings: UsbTestSettings = {}): UsbPlug {
  const { failing, message = 'failed', empty = false } = settings;
  const done: string[] = [];
  const packets: number[] = [];
  const received: number[] = [];
  let sent: number[] = [];
  let receive: ((bytes: Uint8Array) => void) | undefined;
  let wake = (): void => undefined;
  let plugged = true;
  const faults = { deaf: false, mostBytes: Number.POSITIVE_INFINITY };
  let stalled = false;
  const count = { reads: 0, transfers: 0, transfersAtClose: 0 };

  const step = (name: NonNullable<UsbTestSettings['failing']>, says: string): void => {
    done.push(says);
    if (name === failing) throw new Error(message);
  };
  /** Until something happens at the device, or the limit is over. */
  const happening = (limitMs: number): Promise<boolean> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), limitMs);
      wake = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  const during = <T>(work: () => Promise<T>): Promise<T> => {
    count.transfers += 1;
    return work().finally(() => {
      count.transfers -= 1;
    });
  };
  const unplug = async (): Promise<void> => {
    plugged = false;
    wake();
  };

  const device: UsbDevice = {
    vendorId: settings.vendorId ?? 0x0400,
    productId: settings.productId ?? 0xc35a,
    get serialNumber() {
      if (failing === 'serialNumber') throw new Error(message);
      return settings.serialNumber;
    },
    get configuration() {
      if (failing === 'configuration') throw new Error(message);
      return { interfaces: [{ interfaceNumber: 0, alternate: { endpoints: settings.endpoints ?? ENDPOINTS } }] };
    },
    open: async () => step('open', 'open'),
    async close() {
      count.transfersAtClose = count.transfers;
      done.push('close');
    },
    detachKernelDriver: async (number) => step('detachKernelDriver', `detachKernelDriver ${number}`),
    claimInterface: async (number) => step('claimInterface', `claimInterface ${number}`),
    async releaseInterface(number) {
      done.push(`releaseInterface ${number}`);
    },
    nativeTransferIn: (_, limitMs, bytes) =>
      during(async () => {
        count.reads += 1;
        if (empty) return new Uint8Array(0);
        if (plugged && !stalled && sent.length === 0 && !(await happening(limitMs))) {
          throw new Error('transferIn error: Cancelled');
        }
        if (!plugged) throw new Error('transferIn error: Disconnected');
        if (stalled) throw new Error('transferIn error: Stall');
        const packet = Uint8Array.from(sent.splice(0, bytes));
        packets.push(packet.length);
        return packet;
      }),
    nativeTransferOut: (_, limitMs, data) =>
      during(async () => {
        if (!plugged) throw new Error('transferOut error: Disconnected');
        if (faults.deaf) {
          await new Promise((resolve) => setTimeout(resolve, limitMs));
          throw new Error('transferOut error: Cancelled');
        }
        const taken = data.slice(0, faults.mostBytes);
        received.push(...taken);
        receive?.(taken);
        return taken.length;
      }),
  };
  return {
    device,
    port: {
      path: 'usb',
      send(bytes) {
        sent.push(...bytes);
        wake();
      },
      onReceive(listener) {
        receive = listener;
      },
      unplug,
      async plug() {
        sent = [];
        plugged = true;
      },
      close: unplug,
    },
    did: () => done,
    packets: () => packets,
    count,
    received: () => received,
    faults,
    stall() {
      stalled = true;
      wake();
    },
  };
}
