import { join } from 'node:path';
import type { KioskConfig } from '../../contract/config.ts';
import type { Clock } from '../../native/clock.ts';
import type { CatalogueKeeper } from '../catalogue/keeper.ts';
import type { Devices } from '../devices/devices.ts';
import { shanghaiDay } from '../printing/shanghai-time.ts';
import type { Surroundings } from '../session/projection/surroundings.ts';
import type { CenterClient } from '../sync/center-client.ts';
import { loadTyping } from '../typing/load-typing.ts';

export interface SurroundingsParts {
  readonly config: KioskConfig;
  /** Where `assets/` is. */
  readonly root: string;
  readonly devices: Devices;
  readonly catalogue: CatalogueKeeper;
  readonly center: CenterClient;
  readonly clock: Clock;
}

/** What the session sees of the machine that was built. */
export function surroundingsOf({ config, root, devices, catalogue, center, clock }: SurroundingsParts): Surroundings {
  const { id, site, phone } = config.kiosk;
  const publicUrl = (config.center.publicUrl ?? config.center.url).replace(/\/+$/, '');
  const built = new Set(Object.keys(config.devices));
  return {
    catalogue: () => catalogue.current(),
    catalogueStatus: () => catalogue.status(),
    typing: loadTyping(join(root, 'assets', 'typing', 'pinyin.json')),
    kiosk: { id, site, phone },
    orientation: config.ui.orientation,
    hasDevice: (device) => built.has(device),
    cameras: () => config.devices.cameras ?? {},
    deviceHealth: () => devices.health(),
    readerReady: () => devices.ready('idCard'),
    printerReady: () => devices.ready('document'),
    offline: () => !center.reachable(),
    queryLimitMs: config.center.queryTimeoutMs,
    today: () => shanghaiDay(clock.date()),
    itemUrl: (code) => `${publicUrl}/items/${code}`,
  };
}
