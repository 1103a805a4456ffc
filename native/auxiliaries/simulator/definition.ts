import { checkOf } from '../../modbus/simulator/requests.ts';
import type { HandAct, SimulatorDefinition } from '../../simulation/simulator.ts';
import { createSimulatedIoBoard, SIMULATED_WIRING } from './io-board.ts';

const BAUD_RATE = 9600;
const SUPPLY_FAILS_MS = 500;

const OPTIONS = { address: 1, flashes: false, replyDelayMs: 10 };

/** Relays and inputs of a cabinet behind one Modbus board. */
export const auxiliariesSimulator: SimulatorDefinition<typeof OPTIONS> = {
  device: 'auxiliaries',
  name: 'auxiliaries',
  options: OPTIONS,
  optionsSay: {
    address: 'the address set on the board',
    flashes: 'relays flash by themselves when told F000, F100, F200',
    replyDelayMs: 'milliseconds from a request to its reply',
  },
  async start({ address, flashes, replyDelayMs }, { clock, openPort }) {
    const port = await openPort('auxiliaries', withWrongCheck);
    const board = createSimulatedIoBoard({ port, clock, address, flashes, replyDelayMs });
    const hand: Record<string, HandAct> = {
      sensor: {
        says: 'NAME STATE: proximitySensor present, cabinetDoor open, tamperSensor on, operatorSwitch maintenance …',
        do(argument) {
          const [name = '', state = ''] = argument.trim().split(/\s+/);
          board.setSensor(name, state);
        },
      },
      input: {
        says: 'N 0|1: one input of the board',
        do(argument) {
          const [, input, bit] = /^\s*(\d+)\s+([01])\s*$/.exec(argument) ?? [];
          if (input === undefined) throw new RangeError('an input and 0 or 1: 7 1');
          board.slave.setInput(Number(input), bit === '1');
        },
      },
      silent: {
        says: 'on|off: takes requests and answers none',
        do(argument) {
          if (argument !== 'on' && argument !== 'off') throw new RangeError('on or off');
          port.setSilent(argument === 'on');
        },
      },
      refuse: {
        says: 'CODE|off: answers this exception to everything: 1 function, 2 address, 3 value, 4 failure',
        do(argument) {
          if (argument !== 'off' && !/^[1-9]$/.test(argument)) throw new RangeError('1 to 9, or off');
          board.slave.setFault(argument === 'off' ? undefined : Number(argument));
        },
      },
      powerFails: {
        says: 'the supply of the board fails for half a second: every relay opens',
        do() {
          board.slave.losePower();
          port.setSilent(true);
          clock.after(SUPPLY_FAILS_MS, () => port.setSilent(false));
        },
      },
      lights: {
        says: 'shows the lights that are not off',
        do: () => console.log(board.lights().join(', ') || 'all lights off'),
      },
    };
    const transport = { kind: 'serial', path: port.path, baudRate: BAUD_RATE };
    return {
      config: { driver: 'modbus-io', transport, address, flashing: flashes ? 'board' : 'driver', ...SIMULATED_WIRING },
      port,
      hand,
      close: () => port.close(),
    };
  },
};

/** The same reply with a check that is wrong in one bit. */
function withWrongCheck(reply: Uint8Array): Uint8Array {
  const [low, high] = checkOf(reply.subarray(0, -2));
  return Uint8Array.of(...reply.subarray(0, -2), low ^ 1, high);
}
