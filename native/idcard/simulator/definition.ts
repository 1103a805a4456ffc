import type { RunningSimulator, SimulatorDefinition, SimulatorSurroundings } from '../../simulation/simulator.ts';
import type { SimulatedFamily } from './command-table.ts';
import { cardFrom } from './hand-words.ts';
import { createIdCardSimulator } from './id-card-simulator.ts';

const RESET_CODE = 0x10ff;
const MANAGEMENT_NUMBER_CODE = 0x3005;
const FINGERPRINT = new Uint8Array(1024);

const OPTIONS = {
  family: 'sdt',
  continuousReading: 'repeats',
  baudRate: 0,
  fingerprint: false,
  reset: false,
  managementNumber: false,
  powerUpMs: 0,
};
export type IdCardSimulatorOptions = typeof OPTIONS;

const hexByte = (text: string): number => {
  if (!/^[0-9A-Fa-f]{2}$/.test(text)) throw new RangeError('two hexadecimal digits are wanted: SW3, as 41');
  return Number.parseInt(text, 16);
};

const onOff = (text: string): boolean => {
  if (text !== 'on' && text !== 'off') throw new RangeError('on or off is wanted');
  return text === 'on';
};

function oneOf<const T extends string>(option: string, text: string, ...words: readonly T[]): T {
  const word = words.find((known) => known === text);
  if (!word) throw new RangeError(`${option} is one of ${words.join(', ')}`);
  return word;
}

/** An identity-card reader that can be started alone. */
export const idCardSimulatorDefinition: SimulatorDefinition<IdCardSimulatorOptions> = {
  device: 'idCard',
  name: 'id-card',
  options: OPTIONS,
  optionsSay: {
    family: 'sdt, or cvr-sum for the older CVR-100AU',
    continuousReading: 'repeats: finds a card again while it lies there; once: only after it was taken away',
    baudRate: 'that the kiosk is told to set; 0: 115200, or 9600 for cvr-sum',
    fingerprint: 'cards have a fingerprint, and the kiosk asks for it',
    reset: 'the module knows a reset command',
    managementNumber: 'the module knows a command for the management number of a card',
    powerUpMs: 'hears nothing for so long after its power came back',
  },
  async start(options, around) {
    const family: SimulatedFamily = oneOf('family', options.family, 'sdt', 'cvr-sum');
    const continuousReading = oneOf('continuousReading', options.continuousReading, 'repeats', 'once');
    return run({ ...options, family, continuousReading }, around);
  },
};

interface Chosen extends Omit<IdCardSimulatorOptions, 'family' | 'continuousReading'> {
  readonly family: SimulatedFamily;
  readonly continuousReading: 'repeats' | 'once';
}

async function run(options: Chosen, { clock, openPort }: SimulatorSurroundings): Promise<RunningSimulator> {
  const { family, continuousReading, fingerprint, reset, managementNumber, powerUpMs } = options;
  const baudRate = options.baudRate > 0 ? options.baudRate : { sdt: 115_200, 'cvr-sum': 9600 }[family];
  const port = await openPort('id-card');
  const simulator = createIdCardSimulator({
    port,
    clock,
    family,
    continuousReading,
    powerUpMs,
    resetCode: reset ? RESET_CODE : undefined,
    managementNumberCode: managementNumber ? MANAGEMENT_NUMBER_CODE : undefined,
  });
  const transport = { kind: 'serial', path: port.path, baudRate };
  const extras = fingerprint ? { fingerprint: FINGERPRINT } : {};
  const sdtOnly = {
    fingerprint,
    ...(reset && { resetCommand: '10FF' }),
    ...(managementNumber && { managementNumberCommand: '3005' }),
  };
  return {
    config: { driver: family, transport, continuousReading, ...(family === 'sdt' ? sdtOnly : {}) },
    port,
    hand: {
      put: {
        says: 'lays a specimen card on the reader; with fields as JSON: put {"name": "…"}, also latestAddress',
        do(argument) {
          const { card, latestAddress } = cardFrom(argument);
          simulator.putCard(card, latestAddress === undefined ? extras : { ...extras, latestAddress });
        },
      },
      take: { says: 'takes the card away', do: () => simulator.takeCard() },
      unreadable: {
        says: 'lays down a card whose every read is answered with this SW3: unreadable 41',
        do: (argument) => simulator.putUnreadable(hexByte(argument)),
      },
      silent: {
        says: 'takes requests and answers none: silent on|off',
        do: (word) => simulator.setSilent(onOff(word)),
      },
      fault: {
        says: 'answers every command with this SW3 until mended, or reset where it knows that: fault 66|off',
        do: (word) => simulator.setFault(word === 'off' ? undefined : hexByte(word), 'reset'),
      },
      powerLoss: { says: 'forgets what it found, and starts anew', do: () => simulator.losePower() },
    },
    close: () => port.close(),
  };
}
