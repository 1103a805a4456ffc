import { join } from 'node:path';
import type { HandAct, SimulatorDefinition } from '../../simulation/simulator.ts';
import { type PrinterCondition, type SimulatedIppPrinter, SUPPLIES, TRAYS } from './printer.ts';
import { startIppPrinter } from './start-ipp-printer.ts';

const CONDITIONS: readonly PrinterCondition[] = [
  'media-empty',
  'media-jam',
  'cover-open',
  'toner-empty',
  'lose-job',
  'abort-job',
];
const TRAY_NAMES = ['main', 'by-pass-tray'] as const satisfies readonly (keyof typeof TRAYS)[];

const defaults = { firstPageMs: 1_500, pageMs: 700, twoSided: false };

function oneOf<Word extends string>(text: string | undefined, words: readonly Word[]): Word {
  const found = words.find((word) => word === text);
  if (found === undefined) throw new RangeError(`one of ${words.join(', ')}, not ${text ?? 'nothing'}`);
  return found;
}

function wholeNumber(text: string | undefined, most: number): number {
  const value = Number(text);
  if (text === undefined || !Number.isInteger(value) || value > most || value < -2) {
    throw new RangeError(`a whole number up to ${most}, not ${text ?? 'nothing'}`);
  }
  return value;
}

const handOf = (printer: SimulatedIppPrinter): Readonly<Record<string, HandAct>> => ({
  set: {
    says: `CONDITION [PAGES]: ${CONDITIONS.join(', ')}; comes when so many pages of a job are out`,
    do(argument) {
      const [condition, pages = '0'] = argument.split(/\s+/);
      return printer.set(oneOf(condition, CONDITIONS), wholeNumber(pages, 10_000));
    },
  },
  clear: { says: 'CONDITION: mends it', do: (argument) => printer.clear(oneOf(argument, CONDITIONS)) },
  tray: {
    says: 'main|by-pass-tray SHEETS: 250, 125, 50, 25, 5, 0, or -2 for unknown',
    do(argument) {
      const [tray, sheets] = argument.split(/\s+/);
      const name = oneOf(tray, TRAY_NAMES);
      return printer.setTray(name, wholeNumber(sheets, TRAYS[name]));
    },
  },
  supply: {
    says: 'waste|toner PERCENT',
    do(argument) {
      const [supply, percent] = argument.split(/\s+/);
      return printer.setSupply(oneOf(supply, SUPPLIES), wholeNumber(percent, 100));
    },
  },
  unplug: {
    says: '[silent]: pulls the plug; silent: keeps the port and says nothing',
    do: (argument) => printer.unplug(argument === 'silent' ? 'silent' : 'gone'),
  },
  plug: { says: 'plugs it in again', do: () => printer.plug() },
});

/** The A4 printer: a real ippeveprinter whose engine can be told to fail. */
export const ippSimulator: SimulatorDefinition<typeof defaults> = {
  device: 'document',
  name: 'document',
  options: defaults,
  optionsSay: {
    firstPageMs: 'time of the first page, milliseconds',
    pageMs: 'time of every further page, milliseconds',
    twoSided: 'can print on both sides',
  },
  async start(options, { folder }) {
    const printer = await startIppPrinter({ name: 'A4', outDir: join(folder, 'tray'), ...options });
    return {
      config: { driver: 'ipp', uri: printer.uri },
      hand: handOf(printer),
      close: () => printer.close(),
    };
  },
};
