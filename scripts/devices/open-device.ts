import { join } from 'node:path';
import type { KioskConfig } from '../../contract/config.ts';
import type { DeviceHealth } from '../../contract/device-health.ts';
import type { DeviceName } from '../../contract/device-status.ts';
import type { Log } from '../../contract/log-events.ts';
import { type DeviceLink, openDeviceLink } from '../../main/devices/device-link.ts';
import { nodeHostStarter } from '../../main/devices/host-starter.ts';
import { systemClock } from '../../native/clock.ts';
import type { WireDirection } from '../../native/transport/wire-tap.ts';
import { projectRoot } from '../rig/places.ts';

export interface DeviceEars {
  readonly onEvent?: (event: unknown) => void;
  readonly onHealth?: (health: DeviceHealth) => void;
  readonly onSaid?: (direction: WireDirection, text: string) => void;
  readonly log?: Log;
}

/** Opens one device of a configuration as a kiosk does, in a process of its own. Undefined: the configuration has none. */
export function openDevice(config: KioskConfig, device: DeviceName, ears: DeviceEars): DeviceLink | undefined {
  const settings = config.devices[device];
  if (!settings) return undefined;
  const link = openDeviceLink({
    device,
    settings,
    assetsDir: join(projectRoot, 'assets'),
    startHost: nodeHostStarter(),
    clock: systemClock,
    ...ears,
    log: ears.log ?? (() => undefined),
  });
  link.start();
  return link;
}

/** One line about how a device is. */
export function healthText({ state, details, reasons, evidence }: DeviceHealth): string {
  const parts = Object.entries(details).map(([part, word]) => `${part} ${word}`);
  return `${[state, ...parts, ...reasons].join(' · ')} (${evidence})${reasons.includes('portBusy') ? BUSY : ''}`;
}

const BUSY = '\n  Another program has this device, most likely the kiosk: stop it first.';
