import { join } from 'node:path';
import type {
  HandAct,
  RunningSimulator,
  SimulatorDefinition,
  SimulatorSurroundings,
} from '../../simulation/simulator.ts';
import { openHidSocketPort, type SimulatedHidPort } from '../../transport/hid-socket-port.ts';
import { createKeyboardSimulator } from './hid-keyboard-scanner.ts';
import { createHidPosScanner } from './hid-pos-scanner.ts';
import { type ScannerHand, scannerActs } from './scanner-hand.ts';
import { createSerialScanner, type SimulatedTrigger } from './serial-scanner.ts';

const OPTIONS = { driver: 'serial-line', trigger: 'none' };
const TRIGGERS: readonly string[] = ['none', 'honeywell', 'newland-short', 'newland'] satisfies SimulatedTrigger[];
const isTrigger = (word: string): word is SimulatedTrigger => TRIGGERS.includes(word);

/** A scanner of any of the three kinds, alone or for a rig. Throws a RangeError for an option it does not know. */
export const scannerSimulator: SimulatorDefinition<typeof OPTIONS> = {
  device: 'scanner',
  name: 'scanner',
  options: OPTIONS,
  optionsSay: {
    driver: 'serial-line, hid-pos or hid-keyboard',
    trigger: 'what tells it to look: none, honeywell, newland-short or newland; with hid-pos none or honeywell',
  },
  async start({ driver, trigger }, around): Promise<RunningSimulator> {
    if (!isTrigger(trigger)) throw new RangeError(`--trigger ${TRIGGERS.join('|')}`);
    if (driver === 'serial-line') return startSerial(trigger, around);
    if (driver === 'hid-keyboard') {
      const port = await openHidSocketPort(join(around.folder, 'scanner.hid'));
      return onHid(port, createKeyboardSimulator(port), { driver });
    }
    if (driver !== 'hid-pos' || (trigger !== 'none' && trigger !== 'honeywell')) {
      throw new RangeError('--driver serial-line|hid-pos|hid-keyboard; hid-pos with --trigger none|honeywell');
    }
    const port = await openHidSocketPort(join(around.folder, 'scanner.hid'));
    return onHid(port, createHidPosScanner({ port, commands: trigger }), { driver, commands: trigger });
  },
};

async function startSerial(trigger: SimulatedTrigger, around: SimulatorSurroundings): Promise<RunningSimulator> {
  const port = await around.openPort('scanner');
  return {
    config: { driver: 'serial-line', trigger, transport: { kind: 'serial', path: port.path } },
    port,
    hand: scannerActs(createSerialScanner({ port, trigger })),
    close: () => port.close(),
  };
}

/** There is no line that can be bad: only the plug. */
function onHid(port: SimulatedHidPort, hand: ScannerHand, config: object): RunningSimulator {
  const unplug: HandAct = { says: 'pulls the plug', do: () => port.unplug() };
  const plug: HandAct = { says: 'puts the plug in again', do: () => port.plug() };
  return {
    config: { ...config, transport: { kind: 'hidSocket', path: port.path } },
    hand: { ...scannerActs(hand), unplug, plug },
    close: () => port.close(),
  };
}
