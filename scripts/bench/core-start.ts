import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { startRig } from '../rig/rig.ts';
import type { Bench } from './bench.ts';
import { startCore } from './core.ts';
import { emptyNodeMs } from './fresh-process.ts';
import { type Figure, figureOf, percentile } from './measure.ts';

/** From the spawn of the core to its `ready`, with everything it talks to running; beside a Node that does nothing. */
export async function coreStart(bench: Bench): Promise<readonly Figure[]> {
  const runs = bench.quick ? 3 : 7;
  const rig = bench.closing(await startRig({ dataDir: join(bench.dir, 'rig'), outDir: join(bench.dir, 'paper') }));
  const start = async (dataDir: string): Promise<number> => {
    const core = bench.closing(await startCore(rig.configFile, dataDir));
    await core.close();
    return core.readyMs;
  };
  // The first core of all reads its modules from the disk; the others find them in the system's memory.
  const first = await start(rig.kioskDataDir);

  const empty: number[] = [];
  const cold: number[] = [];
  const warm: number[] = [];
  for (let run = 0; run < runs; run++) {
    empty.push(await emptyNodeMs());
    const freshDir = join(bench.dir, `fresh-${run}`);
    cpSync(join(rig.kioskDataDir, 'secrets', 'center.key'), join(freshDir, 'secrets', 'center.key'));
    cold.push(await start(freshDir));
    warm.push(await start(rig.kioskDataDir));
  }
  const beside = { what: 'node -e 0', value: percentile(empty, 0.5) };
  return [
    figureOf('core: spawn → ready, first of all', 'ms', [first], beside),
    figureOf('core: spawn → ready, new data folder', 'ms', cold, beside),
    figureOf('core: spawn → ready, used data folder', 'ms', warm, beside),
  ];
}
