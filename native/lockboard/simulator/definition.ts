import type { RunningSimulator, SimulatorDefinition, SimulatorSurroundings } from '../../simulation/simulator.ts';
import { createCabinet, type SimulatedCabinet } from './cabinet.ts';
import { FAMILIES } from './families.ts';
import { lockerHand } from './hand.ts';
import { createSimulatedLine } from './simulated-line.ts';

export interface LockerSimulatorOptions {
  readonly driver: string;
  readonly boards: number;
  readonly cells: number;
  readonly reports: boolean;
}

const MOST_CELLS = 64;
const MOST_BOARDS = 32;

/** What every board of the simulator is wired for, as most are. */
const CLOSED_IS = 1;

/** Also lets a rig see the doors. */
export interface RunningLocker extends RunningSimulator {
  readonly cabinet: SimulatedCabinet;
}

/** A cabinet with lock-control boards on one serial line. All doors are closed at the beginning. */
export const lockerSimulator = {
  device: 'locker',
  name: 'locker',
  options: { driver: 'kr-8a', boards: 1, cells: 24, reports: false },
  optionsSay: {
    driver: `family of the boards: ${Object.keys(FAMILIES).join(', ')}`,
    boards: 'boards on the line',
    cells: 'cells at each board',
    reports: 'boards tell changes by themselves, where the family can',
  },
  async start(options: LockerSimulatorOptions, { clock, openPort }: SimulatorSurroundings): Promise<RunningLocker> {
    const shelf = FAMILIES[options.driver];
    if (!shelf) throw new RangeError(`driver: ${Object.keys(FAMILIES).join(', ')}`);
    const { family, firstAddress, channels } = shelf;
    const most = Math.min(channels(options.cells), MOST_CELLS);
    if (options.cells < 1 || options.cells > most) throw new RangeError(`cells: 1 to ${most}`);
    if (options.boards < 1 || options.boards > MOST_BOARDS) throw new RangeError(`boards: 1 to ${MOST_BOARDS}`);
    const boards = Array.from({ length: options.boards }, (_, index) => ({
      address: firstAddress + index,
      cells: options.cells,
      channels: channels(options.cells),
    }));
    const cabinet = createCabinet({ clock, cells: options.boards * options.cells, closedIs: CLOSED_IS });
    const port = await openPort('locker');
    const line = createSimulatedLine({ port, clock, family, cabinet, boards, reports: options.reports });
    return {
      config: {
        driver: options.driver.replace(/-mute$/, ''),
        transport: { kind: 'serial', path: port.path, baudRate: family.baudRate },
        boards: boards.map(({ address, cells }) => ({ address, cells })),
        ...(options.driver === 'cu16' && { itemSensors: true }),
      },
      port,
      cabinet,
      hand: lockerHand({ cabinet, line, port }),
      close: () => port.close(),
    };
  },
} satisfies SimulatorDefinition<LockerSimulatorOptions>;
