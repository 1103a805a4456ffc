import type { KioskConfig } from '../../contract/config.ts';
import type { DeviceName } from '../../contract/device-status.ts';
import type { WireDirection } from '../../native/transport/wire-tap.ts';
import { healthText, openDevice } from './open-device.ts';
import type { Say } from './say.ts';

const ARROW: Readonly<Record<WireDirection, string>> = { toDevice: '→', fromDevice: '←' };

/** Shows what passes on the wire of one device until `ended`, decoded, personal data masked. False: there is no such device. */
export async function watchDevice(
  config: KioskConfig,
  device: DeviceName,
  say: Say,
  ended: Promise<void>,
): Promise<boolean> {
  const from = performance.now();
  const time = (): string => ((performance.now() - from) / 1000).toFixed(3).padStart(8);
  const link = openDevice(config, device, {
    onSaid: (direction, text) => say.line('frame', `${time()} ${ARROW[direction]} ${text}`, { direction, frame: text }),
    onHealth: (health) => say.line('health', `${time()} = ${healthText(health)}`, { health }),
    onEvent: (event) => say.line('event', `${time()} ! ${eventText(event)}`),
    log(id, fields = {}) {
      if (id.startsWith('wire-')) say.line('log', `${time()} ? ${id} ${JSON.stringify(fields)}`, { id, fields });
    },
  });
  if (!link) return false;
  await ended;
  await link.stop();
  return true;
}

/** What an event may say of a machine. Everything else could be about a person and stays out. */
const SHOWN = ['type', 'cell', 'door', 'sensor', 'state', 'code', 'reason', 'symbology'];

const eventText = (event: unknown): string =>
  Object.entries(event ?? {})
    .filter(([name, value]) => SHOWN.includes(name) && typeof value !== 'object')
    .map(([, value]) => String(value))
    .join(' ');
