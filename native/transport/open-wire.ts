import type { WireTransport } from '../../contract/device-config/transport.ts';
import type { Clock } from '../clock.ts';
import { serialPortOpener } from './serial-port.ts';
import { tcpOpener } from './socket-wire.ts';
import { usbBulkOpener } from './usb-bulk.ts';
import type { WireOpener } from './wire.ts';

/** The longest message there is, a receipt with raster images, with room to spare. */
const LONGEST_WRITE_BYTES = 16_384;
const BITS_PER_BYTE = 10;
/** On a network or USB, the other side takes what it is given or is gone. */
const FAST_WRITE_LIMIT_MS = 2_000;

/** The wire that a configuration names. */
export function openerOf(transport: WireTransport, clock: Clock): WireOpener {
  switch (transport.kind) {
    case 'serial': {
      const { path, baudRate } = transport;
      const writeLimitMs = (LONGEST_WRITE_BYTES * BITS_PER_BYTE * 1000) / baudRate;
      return serialPortOpener({ path, baudRate, writeLimitMs, clock });
    }
    case 'tcp':
      return tcpOpener({ host: transport.host, port: transport.port, writeLimitMs: FAST_WRITE_LIMIT_MS, clock });
    case 'usbBulk':
      return usbBulkOpener({ ...transport, writeLimitMs: FAST_WRITE_LIMIT_MS, clock });
  }
}
