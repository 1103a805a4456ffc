import type { BoardProtocol } from '../../../native/lockboard/board-protocol.ts';
import { cu12Protocol } from '../../../native/lockboard/cu12/protocol.ts';
import { cu16Protocol } from '../../../native/lockboard/cu16/protocol.ts';
import { cu48Protocol } from '../../../native/lockboard/cu48/protocol.ts';
import { kr8aProtocol } from '../../../native/lockboard/kr-8a/protocol.ts';
import { modbusRelayProtocol } from '../../../native/lockboard/modbus-relay/protocol.ts';
import { FAMILIES } from '../../../native/lockboard/simulator/families.ts';
import type { SimulatedFamily } from '../../../native/lockboard/simulator/simulated-family.ts';
import type { SimulatedBoardPlace } from '../../../native/lockboard/simulator/simulated-line.ts';
import { wklyProtocol } from '../../../native/lockboard/wkly/protocol.ts';

/** Small, so that a locker is full soon; two boards, so that one of them can be away. */
const BOARDS = 2;
const CELLS_OF_BOARD = 4;
export const CELLS = BOARDS * CELLS_OF_BOARD;

/** One family of boards: the driver's side, and a cabinet's. */
export interface BenchFamily {
  readonly driver: string;
  readonly protocol: BoardProtocol;
  readonly simulated: SimulatedFamily;
  readonly boards: readonly SimulatedBoardPlace[];
  /** Boards tell changes by themselves, where the family can. */
  readonly reports: boolean;
  /** A sensor looks into each cell. */
  readonly seesItems: boolean;
}

/** Half a second, in the unit of its relays. */
const MODBUS_PULSE_100_MS = 5;

type Protocol = (boards: readonly SimulatedBoardPlace[]) => BoardProtocol;

const PROTOCOLS: Readonly<Record<string, Protocol>> = {
  'kr-8a': (boards) => kr8aProtocol({ boards: boards.map((board) => ({ ...board })) }),
  wkly: () => wklyProtocol,
  cu12: () => cu12Protocol,
  cu16: () => cu16Protocol,
  cu48: () => cu48Protocol,
  'modbus-relay': (boards) =>
    modbusRelayProtocol({ boards: boards.map((board) => ({ ...board })), pulse100Ms: MODBUS_PULSE_100_MS }),
};

export const DRIVERS: readonly string[] = Object.keys(PROTOCOLS);

/** Throws a RangeError for a driver that is not one of `DRIVERS`. */
export function benchFamily(driver: string, reports: boolean): BenchFamily {
  const [shelf, protocol] = [FAMILIES[driver], PROTOCOLS[driver]];
  if (!shelf || !protocol) throw new RangeError(`driver: ${DRIVERS.join(', ')}`);
  const boards = Array.from({ length: BOARDS }, (_, index) => ({
    address: shelf.firstAddress + index,
    cells: CELLS_OF_BOARD,
    channels: shelf.channels(CELLS_OF_BOARD),
  }));
  return {
    driver,
    protocol: protocol(boards),
    simulated: shelf.family,
    boards,
    reports,
    seesItems: driver === 'cu16',
  };
}
