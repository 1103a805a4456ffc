import type { HidTransport } from '../../contract/device-config/transport.ts';
import type { Clock } from '../clock.ts';
import type { HidOpener } from './hid.ts';
import { hidOpener } from './hid-opener.ts';
import { hidSocketOpener } from './hid-socket.ts';

/** A report is taken at once, or the device is gone. */
export const HID_WRITE_LIMIT_MS = 1_000;

/** The HID device that a configuration names. */
export function hidOpenerOf(transport: HidTransport, clock: Clock): HidOpener {
  switch (transport.kind) {
    case 'hid':
      return hidOpener({ ...transport, clock, writeLimitMs: HID_WRITE_LIMIT_MS });
    case 'hidSocket':
      return hidSocketOpener(transport.path, clock, HID_WRITE_LIMIT_MS);
  }
}
