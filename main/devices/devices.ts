import type { DevicesConfig } from '../../contract/device-config/devices.ts';
import type { DeviceHealth } from '../../contract/device-health.ts';
import { type DeviceName, deviceNameSchema } from '../../contract/device-status.ts';
import type { Log } from '../../contract/log-events.ts';
import type { Auxiliaries } from '../../native/auxiliaries/auxiliaries.ts';
import type { Clock } from '../../native/clock.ts';
import type { IdCardEvent } from '../../native/idcard/reader.ts';
import type { DocumentPrinter } from '../../native/ipp/printer.ts';
import type { Lockboard, LockerEvent } from '../../native/lockboard/lockboard.ts';
import type { ReceiptPrinter } from '../../native/receipt/receipt.ts';
import type { ScannerCalls, ScannerEvent } from '../../native/scanner/scanner.ts';
import { type DeviceLink, openDeviceLink } from './device-link.ts';
import { electronHostStarter, type ShellPort } from './electron-host-starter.ts';
import { auxiliariesOver } from './facades/auxiliaries.ts';
import { documentPrinterOver } from './facades/document-printer.ts';
import { createIdCardStory } from './facades/id-card.ts';
import { lockerOver } from './facades/locker.ts';
import { receiptPrinterOver } from './facades/receipt-printer.ts';
import { scannerOver } from './facades/scanner.ts';
import { nodeHostStarter, type StartHost } from './host-starter.ts';

export interface DeviceListeners {
  readonly onCard: (event: IdCardEvent) => void;
  readonly onScan?: (event: ScannerEvent) => void;
  readonly onDoor?: (event: LockerEvent) => void;
  /** The health of some device changed. */
  readonly onChange: (health: DeviceHealth) => void;
}

/** All devices of the machine. One that the configuration does not name is absent, not broken. */
export interface Devices {
  readonly printer: DocumentPrinter | undefined;
  readonly receipts: Pick<ReceiptPrinter, 'status' | 'print'> | undefined;
  readonly scanner: ScannerCalls | undefined;
  readonly locker: Lockboard | undefined;
  readonly auxiliaries: Auxiliaries | undefined;
  /** In the order of the cabinet: what people touch first comes first. */
  health(): readonly DeviceHealth[];
  /** Until it has said otherwise, a device is taken for starting, not for broken. */
  ready(device: DeviceName): boolean;
  start(listeners: DeviceListeners): void;
  close(): Promise<void>;
}

export interface DevicesParts {
  readonly clock: Clock;
  readonly log: Log;
  /** The folder `assets/` of the installation. */
  readonly assetsDir: string;
  readonly startHost?: StartHost;
}

/** Opens every device that the configuration names, each in a process of its own. */
export function openDevices(config: DevicesConfig, parts: DevicesParts): Devices {
  const { startHost = hostStarter() } = parts;
  let listeners: DeviceListeners | undefined;
  const story = createIdCardStory((event) => listeners?.onCard(event));
  const onEvent: Partial<Record<DeviceName, (event: never) => void>> = {
    idCard: story.event,
    scanner: (event) => listeners?.onScan?.(event),
    locker: (event) => listeners?.onDoor?.(event),
  };
  const onHealth = (health: DeviceHealth): void => {
    if (health.device === 'idCard') story.health(health);
    listeners?.onChange(health);
  };

  const links = new Map<DeviceName, DeviceLink>();
  for (const device of deviceNameSchema.options) {
    const settings = config[device];
    if (!settings) continue;
    const listener = onEvent[device];
    links.set(
      device,
      openDeviceLink({
        ...parts,
        startHost,
        device,
        settings,
        onHealth,
        ...(listener && { onEvent: (event) => listener(event as never) }),
      }),
    );
  }
  const over = <T>(device: DeviceName, facade: (link: DeviceLink) => T): T | undefined => {
    const link = links.get(device);
    return link && facade(link);
  };

  return {
    printer: over('document', (link) => documentPrinterOver(link, config.document?.uri ?? '')),
    receipts: over('receipt', receiptPrinterOver),
    scanner: over('scanner', scannerOver),
    locker: over('locker', lockerOver),
    auxiliaries: over('auxiliaries', auxiliariesOver),
    health: () => [...links.values()].map((link) => link.health()),
    ready(device) {
      const state = links.get(device)?.health().state;
      return state === 'online' || state === 'starting';
    },
    start(given) {
      listeners = given;
      for (const link of links.values()) link.start();
    },
    async close() {
      await Promise.all([...links.values()].map((link) => link.stop()));
    },
  };
}

/** In Electron the core is a utility process and has a port to its shell. */
function hostStarter(): StartHost {
  const shell = (process as { parentPort?: ShellPort }).parentPort;
  return shell ? electronHostStarter(shell) : nodeHostStarter();
}
