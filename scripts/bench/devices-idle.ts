import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { devicesConfigSchema } from '../../contract/device-config/devices.ts';
import { startRig } from '../rig/rig.ts';
import { startAllDevices } from './all-devices.ts';
import type { Bench } from './bench.ts';
import { startCore } from './core.ts';
import { type Figure, figureOf } from './measure.ts';
import { familyOf, memoryKb, processorMs } from './process-cost.ts';

/** Until everything that happens once at a start has happened. */
const SETTLE_MS = 8_000;
const WINDOW_MS = 5_000;
/** What the machine may spend on an idle kiosk. */
const GOAL_PERCENT = 2;

/** A kiosk that nobody uses, with every kind of device polled: what the core and the processes of its devices cost. */
export async function devicesIdle(bench: Bench): Promise<readonly Figure[]> {
  const windows = bench.quick ? 2 : 6;
  const devices = devicesConfigSchema.parse(await startAllDevices(bench));
  const none = await measured(bench, 'none', {}, windows);
  const all = await measured(bench, 'all', devices, windows);
  const goal = { what: 'goal', value: GOAL_PERCENT };
  return [
    figureOf('idle: core without devices', '% of a core', none.percents, goal),
    figureOf(`idle: core and ${all.hosts.length} devices`, '% of a core', all.percents, goal),
    figureOf('idle: memory of a device’s process', 'KB', all.hosts, { what: 'the core’s', value: all.coreKb }),
  ];
}

async function measured(bench: Bench, name: string, devices: object, windows: number) {
  const rig = bench.closing(
    await startRig({
      dataDir: join(bench.dir, `rig-${name}`),
      outDir: join(bench.dir, `paper-${name}`),
      changeConfig: (config) => ({ ...config, devices }),
    }),
  );
  const core = bench.closing(await startCore(rig.configFile, rig.kioskDataDir));
  await wait(SETTLE_MS);
  const family = familyOf(core.pid);
  const percents: number[] = [];
  for (let window = 0; window < windows; window += 1) {
    const before = processorMs(family);
    const from = performance.now();
    await wait(WINDOW_MS);
    percents.push(((processorMs(family) - before) / (performance.now() - from)) * 100);
  }
  const hosts = family.slice(1).map(memoryKb);
  const coreKb = memoryKb(core.pid);
  await core.close();
  await rig.close();
  return { percents, hosts, coreKb };
}
