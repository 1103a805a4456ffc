/** What of the package `usb` is used here, so that tests can stand in for it. */
export interface UsbDevice {
  readonly vendorId: number;
  readonly productId: number;
  /** May ask the device, and throws when it does not answer. */
  readonly serialNumber?: string | null | undefined;
  /** May ask the device, and throws when it does not answer. */
  readonly configuration?: UsbConfiguration | null | undefined;
  open(): Promise<void>;
  close(): Promise<void>;
  detachKernelDriver(interfaceNumber: number): Promise<void>;
  claimInterface(interfaceNumber: number): Promise<void>;
  releaseInterface(interfaceNumber: number): Promise<void>;
  /** These two, and not `transferIn` and `transferOut`, because only they take a limit in milliseconds. */
  nativeTransferIn(endpoint: number, limitMs: number, bytes: number): Promise<Uint8Array | null>;
  nativeTransferOut(endpoint: number, limitMs: number, data: Uint8Array): Promise<number>;
}

interface UsbConfiguration {
  readonly interfaces: readonly {
    readonly interfaceNumber: number;
    readonly alternate: { readonly endpoints: readonly UsbEndpoint[] };
  }[];
}

interface UsbEndpoint {
  readonly endpointNumber: number;
  readonly direction: 'in' | 'out';
  readonly type: 'bulk' | 'interrupt' | 'isochronous';
  readonly packetSize: number;
}

/** Every device on the machine's buses; throws where there is no bus at all. */
export type UsbDevices = () => Promise<readonly UsbDevice[]>;

/** The two endpoints that carry the bytes of an interface. */
export interface BulkEndpoints {
  readonly input: number;
  readonly output: number;
  /** Of one packet from the device, bytes. */
  readonly packetBytes: number;
}

/** The first bulk endpoint of each direction; `undefined` when the interface has no such two. */
export function bulkEndpointsOf(device: UsbDevice, interfaceNumber: number): BulkEndpoints | undefined {
  const found = device.configuration?.interfaces.find((one) => one.interfaceNumber === interfaceNumber);
  const bulk = found?.alternate.endpoints.filter(({ type }) => type === 'bulk') ?? [];
  const input = bulk.find(({ direction }) => direction === 'in');
  const output = bulk.find(({ direction }) => direction === 'out');
  if (!input || !output) return undefined;
  return { input: input.endpointNumber, output: output.endpointNumber, packetBytes: input.packetSize };
}
