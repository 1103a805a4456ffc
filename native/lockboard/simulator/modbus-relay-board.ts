import { checkOf, requestBytes, requestOf } from '../../modbus/simulator/requests.ts';
import { createSimulatedSlave } from '../../modbus/simulator/slave.ts';
import type { BoardSeat, SimulatedBoard, SimulatedFamily } from './simulated-family.ts';

/** Relays and inputs with one lock and one switch to each. A relay that is only switched on holds its lock under current. */
export const modbusRelayFamily: SimulatedFamily = {
  gapMs: 4,
  baudRate: 9600,
  frameBytes: requestBytes,
  board: createBoard,
};

/** Nobody switches it off: long enough for every other lock to meet it. */
const HELD_MS = 60_000;

function createBoard(seat: BoardSeat): SimulatedBoard {
  const slave = createSimulatedSlave({
    clock: seat.clock,
    address: seat.address,
    relays: seat.channels,
    inputs: seat.channels,
    readInput: (channel) => seat.line(channel) === 1,
    onRelay: (channel, state, forMs = HELD_MS) => {
      if (state === 'on') seat.pulse(channel, forMs);
    },
  });
  return {
    take(asked) {
      const { address, functionCode, body } = requestOf(asked);
      if (address !== seat.address) return;
      const frame = Uint8Array.of(address, ...slave.answer(functionCode, body));
      seat.reply(Uint8Array.of(...frame, ...checkOf(frame)));
    },
  };
}
