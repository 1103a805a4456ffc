import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DeviceName } from '../../contract/device-status.ts';
import type { DockState, WireFrame } from '../../contract/dock.ts';
import { systemClock } from '../../native/clock.ts';
import type { SimulatedCabinet } from '../../native/lockboard/simulator/cabinet.ts';
import { type LockerSimulatorOptions, lockerSimulator } from '../../native/lockboard/simulator/definition.ts';
import { faultyPort } from '../../native/simulation/faulty-port.ts';
import { doByHand, handsOf } from '../../native/simulation/scenario.ts';
import type { RunningSimulator, SimulatorSurroundings } from '../../native/simulation/simulator.ts';
import { loadSimulator } from '../../native/simulation/simulators.ts';
import { openPseudoTerminal } from '../../native/transport/pseudo-terminal.ts';
import { tapPort } from '../../native/transport/wire-tap.ts';
import type { FrameJournal } from './frame-journal.ts';
import { type KeptCabinet, keepCabinet } from './kept-cabinet.ts';

/** What a machine can have beside reader, receipt printer and A4 printer, by the names of its simulators. */
export const MORE_DEVICES = ['social-card', 'scanner', 'locker', 'auxiliaries', 'ups'] as const;
export type MoreDeviceName = (typeof MORE_DEVICES)[number];

/** The demo's locker: its boards have sensors inside. */
export const DEMO_LOCKER: LockerSimulatorOptions = { driver: 'cu16', boards: 2, cells: 12, reports: false };

export interface MoreDevicesOptions {
  readonly dir: string;
  /** Where it is kept what lies in the cells. */
  readonly keepIn: string;
  readonly frames: FrameJournal;
  /** Each is one more process in the kiosk. */
  readonly names: readonly MoreDeviceName[];
  readonly locker?: Partial<LockerSimulatorOptions> | undefined;
}

export interface MoreDevices {
  /** For `devices` of `kiosk.json`. */
  readonly configs: Readonly<Partial<Record<DeviceName, unknown>>>;
  /** What hands can do at each of them. */
  hands(): readonly { readonly device: DeviceName; readonly acts: readonly { name: string; says: string }[] }[];
  /** Does what a line says; throws a RangeError that names what there is. */
  doByHand(device: DeviceName, line: string): Promise<void>;
  /** Doors and what lies behind them; absent: no locker. */
  readonly cabinet: SimulatedCabinet | undefined;
  close(): Promise<void>;
}

/** Starts the simulators that a rig has only on demand. */
export async function startMoreDevices({
  dir,
  keepIn,
  frames,
  names,
  locker,
}: MoreDevicesOptions): Promise<MoreDevices> {
  const running = new Map<DeviceName, RunningSimulator>();
  let cabinet: SimulatedCabinet | undefined;
  let kept: KeptCabinet | undefined;
  const close = async (): Promise<void> => {
    kept?.end();
    await Promise.allSettled([...running.values()].map((simulator) => simulator.close()));
  };
  const surroundings = (name: string, wire: DeviceName): SimulatorSurroundings => {
    const folder = join(dir, name);
    mkdirSync(folder, { recursive: true });
    const openPort: SimulatorSurroundings['openPort'] = async (port, spoilCheck) => {
      const cable = tapPort(await openPseudoTerminal(join(folder, port)), frames.bytes(wire as WireFrame['wire']));
      return faultyPort(cable, { clock: systemClock, ...(spoilCheck && { spoilCheck }) });
    };
    return { clock: systemClock, folder, openPort };
  };
  const start = async (name: MoreDeviceName): Promise<void> => {
    if (name === 'locker') {
      const started = await lockerSimulator.start({ ...DEMO_LOCKER, ...locker }, surroundings(name, 'locker'));
      cabinet = started.cabinet;
      kept = keepCabinet(cabinet, keepIn);
      running.set('locker', started);
      return;
    }
    const simulator = await loadSimulator(name);
    if (!simulator) throw new Error(`no simulator ${name}`);
    const { device, options } = simulator;
    running.set(device, await simulator.start(options, surroundings(name, device)));
  };
  try {
    for (const name of names) await start(name);
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
      kept?.save();
    },
    cabinet,
    close,
  };
}

/** What somebody sees who stands before the locker. */
export const cellsOf = (cabinet: SimulatedCabinet | undefined): DockState['cells'] =>
  cabinet
    ? Array.from({ length: cabinet.cells }, (_, index) => ({
        cell: index + 1,
        open: cabinet.isOpen(index + 1),
        item: cabinet.item(index + 1) === 1,
      }))
    : [];
