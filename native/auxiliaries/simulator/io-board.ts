import type { AuxiliariesConfig } from '../../../contract/device-config/auxiliaries.ts';
import type { Clock } from '../../clock.ts';
import { serveSlaves } from '../../modbus/simulator/line.ts';
import { createSimulatedSlave, type SimulatedSlave } from '../../modbus/simulator/slave.ts';
import type { SimulatedPort } from '../../transport/simulated-port.ts';

type Wiring = Pick<AuxiliariesConfig, 'lights' | 'sensors'>;

/** A cabinet with a board of sixteen relays and sixteen inputs; wired as a technician would write it down. */
export const SIMULATED_WIRING: Wiring = {
  lights: {
    cardReader: { coil: 0 },
    scanner: { coil: 1 },
    receiptPrinter: { coil: 2 },
    documentPrinter: { coil: 3 },
    statusGood: { coil: 4 },
    statusWarning: { coil: 5 },
    statusBad: { coil: 6 },
    statusInService: { coil: 7 },
    fasciaLight: { colours: { white: 8, red: 9 } },
  },
  sensors: {
    proximitySensor: { input: 0, inverted: false, debounceMs: 50 },
    cabinetDoor: {
      input: 1,
      inverted: false,
      debounceMs: 50,
      tampered: { input: 2, inverted: false, debounceMs: 0 },
    },
    tamperSensor: { input: 3, inverted: true, debounceMs: 0 },
    operatorSwitch: {
      maintenance: { input: 4, inverted: false, debounceMs: 50 },
      supervisor: { input: 5, inverted: false, debounceMs: 50 },
    },
  },
};
const RELAYS = 16;
const INPUTS = 16;

/** Which inputs say 1 in each state of a sensor; the others of the sensor say 0. */
const INPUTS_OF = {
  proximitySensor: { present: [0], notPresent: [] },
  cabinetDoor: { closed: [1], open: [], tampered: [1, 2] },
  // A closed loop says 1: cut wires are an alarm.
  tamperSensor: { off: [3], on: [] },
  operatorSwitch: { run: [], maintenance: [4], supervisor: [5] },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

export interface SimulatedIoBoard {
  readonly slave: SimulatedSlave;
  /** Throws a RangeError that says what there is. */
  setSensor(sensor: string, state: string): void;
  /** Lights that are not off, in words: `cardReader on`, `fasciaLight.red flash1Hz`. */
  lights(): string[];
}

export interface SimulatedIoBoardSettings {
  readonly port: SimulatedPort;
  readonly clock: Clock;
  readonly address: number;
  readonly flashes?: boolean;
  readonly replyDelayMs?: number;
  readonly onLights?: (lights: string[]) => void;
}

export function createSimulatedIoBoard(settings: SimulatedIoBoardSettings): SimulatedIoBoard {
  const { port, clock, address, flashes = false, replyDelayMs = 10, onLights } = settings;
  const slave = createSimulatedSlave({
    clock,
    address,
    relays: RELAYS,
    inputs: INPUTS,
    flashes,
    onRelay: () => onLights?.(lights()),
  });
  const lights = (): string[] => {
    const relays = slave.relays();
    return LAMPS.flatMap(([name, coil]) => {
      const state = relays[coil];
      return state === undefined || state === 'off' ? [] : [`${name} ${state}`];
    });
  };
  const setSensor = (sensor: string, state: string): void => {
    const states = Object.entries(INPUTS_OF).find(([name]) => name === sensor)?.[1];
    if (!states) throw new RangeError(`a sensor: ${Object.keys(INPUTS_OF).join(', ')}`);
    const on: readonly number[] | undefined = Object.entries(states).find(([word]) => word === state)?.[1];
    if (!on) throw new RangeError(`a state of ${sensor}: ${Object.keys(states).join(', ')}`);
    for (const input of new Set<number>(Object.values(states).flat())) slave.setInput(input, on.includes(input));
  };
  serveSlaves(port, [slave], { clock, replyDelayMs });
  setSensor('cabinetDoor', 'closed');
  setSensor('tamperSensor', 'off');
  return { slave, setSensor, lights };
}

const LAMPS: readonly (readonly [string, number])[] = Object.entries(SIMULATED_WIRING.lights).flatMap(
  ([name, light]) =>
    'coil' in light
      ? [[name, light.coil] as const]
      : Object.entries(light.colours).map(([colour, coil]) => [`${name}.${colour}`, coil] as const),
);
