import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../native/clock.ts';
import { faultyPort } from '../../native/simulation/faulty-port.ts';
import { loadSimulator, SIMULATORS } from '../../native/simulation/simulators.ts';
import { openPseudoTerminal } from '../../native/transport/pseudo-terminal.ts';
import type { Bench } from './bench.ts';

/** Every simulated device with its usual options; what `devices` of a configuration needs to reach them all. */
export async function startAllDevices(bench: Bench): Promise<Record<string, unknown>> {
  const configs: Record<string, unknown> = {};
  for (const name of Object.keys(SIMULATORS)) {
    const simulator = await loadSimulator(name);
    if (!simulator) throw new Error(`no simulator ${name}`);
    const folder = join(bench.dir, name);
    mkdirSync(folder, { recursive: true });
    const running = await simulator.start(simulator.options, {
      clock: systemClock,
      folder,
      openPort: async (port, spoilCheck) =>
        faultyPort(await openPseudoTerminal(join(folder, port)), {
          clock: systemClock,
          ...(spoilCheck && { spoilCheck }),
        }),
    });
    bench.closing(running);
    configs[simulator.device] = running.config;
  }
  return configs;
}
