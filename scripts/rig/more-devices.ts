import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DeviceName } from '../../contract/device-status.ts';
import type { WireFrame } from '../../contract/dock.ts';
import { systemClock } from '../../native/clock.ts';
import { faultyPort } from '../../native/simulation/faulty-port.ts';
import { doByHand, handsOf } from '../../native/simulation/scenario.ts';
import type { RunningSimulator } from '../../native/simulation/simulator.ts';
import { loadSimulator } from '../../native/simulation/simulators.ts';
import { openPseudoTerminal } from '../../native/transport/pseudo-terminal.ts';
import { tapPort } from '../../native/transport/wire-tap.ts';
import type { FrameJournal } from './frame-journal.ts';

/** What a whole machine has beside reader, receipt printer and A4 printer, by the names of its simulators. */
const MORE = ['social-card', 'scanner', 'locker', 'auxiliaries', 'ups'] as const;

export interface MoreDevices {
  /** For `devices` of `kiosk.json`. */
  readonly configs: Readonly<Partial<Record<DeviceName, unknown>>>;
  /** What hands can do at each of them. */
  hands(): readonly { readonly device: DeviceName; readonly acts: readonly { name: string; says: string }[] }[];
  /** Does what a line says; throws a RangeError that names what there is. */
  doByHand(device: DeviceName, line: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts the simulators that a rig has only on demand: each is one more process in the kiosk. */
export async function startMoreDevices(dir: string, frames: FrameJournal): Promise<MoreDevices> {
  const running = new Map<DeviceName, RunningSimulator>();
  const close = async (): Promise<void> => {
    await Promise.allSettled([...running.values()].map((simulator) => simulator.close()));
  };
  try {
    for (const name of MORE) {
      const simulator = await loadSimulator(name);
      if (!simulator) throw new Error(`no simulator ${name}`);
      const { device, options } = simulator;
      const folder = join(dir, name);
      mkdirSync(folder, { recursive: true });
      const openPort = async (port: string, spoilCheck?: (reply: Uint8Array) => Uint8Array) => {
        const cable = tapPort(await openPseudoTerminal(join(folder, port)), frames.bytes(device as WireFrame['wire']));
        return faultyPort(cable, { clock: systemClock, ...(spoilCheck && { spoilCheck }) });
      };
      running.set(device, await simulator.start(options, { clock: systemClock, folder, openPort }));
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    configs: Object.fromEntries([...running].map(([device, { config }]) => [device, config])),
    hands: () =>
      [...running].map(([device, simulator]) => ({
        device,
        acts: Object.entries(handsOf(simulator)).map(([name, { says }]) => ({ name, says })),
      })),
    async doByHand(device, line) {
      const simulator = running.get(device);
      if (!simulator) throw new RangeError(`no simulated ${device} here`);
      await doByHand(simulator, line);
    },
    close,
  };
}
