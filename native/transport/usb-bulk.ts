import type { UsbBulkTransport } from '../../contract/device-config/transport.ts';
import { err } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import type { WireOpener } from './wire.ts';

export interface UsbBulkSettings extends Omit<UsbBulkTransport, 'kind'> {
  readonly writeLimitMs: number;
  readonly clock: Clock;
}

export function usbBulkOpener(_settings: UsbBulkSettings): WireOpener {
  return { open: async () => err('portMissing') };
}
