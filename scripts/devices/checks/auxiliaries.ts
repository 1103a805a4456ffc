import { setTimeout as wait } from 'node:timers/promises';
import { lightNameSchema } from '../../../contract/auxiliaries.ts';
import { auxiliariesOver } from '../../../main/devices/facades/auxiliaries.ts';
import type { DeviceCheck } from './check.ts';

const LIT_MS = 1_000;

/** Shows the sensors, and lights every light for a second, one after the other. */
export const checkAuxiliaries: DeviceCheck = async ({ link, say }) => {
  const auxiliaries = auxiliariesOver(link);
  const sensors = await auxiliaries.sensors();
  say.line('seen', `  ${JSON.stringify(sensors.ok ? sensors.value : sensors.error)}`);
  if (!sensors.ok) return false;
  say.line('do', '→ Each light of this machine is lit for a second. Watch them.');
  for (const light of lightNameSchema.options) {
    const lit = await auxiliaries.setLight(light, { flashRate: 'continuous' });
    say.line('seen', `  ${light}${lit.ok ? '' : `: ${lit.error}`}`);
    if (!lit.ok) return false;
    await wait(LIT_MS);
    await auxiliaries.setLight(light, { flashRate: 'off' });
  }
  return true;
};
