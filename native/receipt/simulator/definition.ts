import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { receiptProfileNameSchema } from '../../../contract/device-config/receipt.ts';
import type { HandAct, SimulatorDefinition } from '../../simulation/simulator.ts';
import { receiptFonts } from '../raster.ts';
import { RECEIPT_CONDITIONS, type ReceiptCondition } from './conditions.ts';
import { PRINTER_MODELS } from './models.ts';
import { createReceiptSimulator, type ReceiptSimulator, type SimulatedReceipt } from './receipt-simulator.ts';

const OPTIONS = { model: 'epson', widthDots: 576, lineMs: 15 };
type Options = typeof OPTIONS;

const CONDITIONS_SAY: Readonly<Record<ReceiptCondition, string>> = {
  paperEnd: 'the roll is at its end',
  nearEnd: 'the roll is nearly at its end',
  coverOpen: 'the cover is open',
  cutterError: 'the knife is stuck',
  mechanicalError: 'the mechanism is stuck',
  headHot: 'the head is too hot',
  silent: 'no power',
};
const ARGUMENT = /^(?:|(?<onOff>on|off)|after (?<lines>[1-9]\d{0,3}))$/;

/** `paperEnd`, `paperEnd off`, `paperEnd after 5`. */
const conditionAct = (simulator: ReceiptSimulator, condition: ReceiptCondition): HandAct => ({
  says: `${CONDITIONS_SAY[condition]} [on | off | after LINES]`,
  do(argument) {
    const found = ARGUMENT.exec(argument.trim());
    if (!found) throw new RangeError(`${condition} on, ${condition} off, or ${condition} after LINES`);
    simulator.set(condition, found.groups?.onOff !== 'off', Number(found.groups?.lines ?? 0));
  },
});

/** Writes each receipt into the folder as picture and text. */
function keepReceipts(simulator: ReceiptSimulator, folder: string): () => Promise<void> {
  let count = 0;
  let written: Promise<unknown> = Promise.resolve();
  const keep = async (receipt: SimulatedReceipt, path: string): Promise<void> => {
    await writeFile(`${path}.png`, receipt.png);
    await writeFile(`${path}.txt`, `${receipt.text}\n`);
  };
  simulator.onReceipt((receipt) => {
    count += 1;
    const path = join(folder, `receipt-${String(count).padStart(4, '0')}`);
    written = written.then(() => keep(receipt, path));
  });
  return async () => {
    await written;
  };
}

/** A receipt printer of a make that the profiles know, alone at the end of a cable. */
export const receiptSimulatorDefinition: SimulatorDefinition<Options> = {
  device: 'receipt',
  name: 'receipt',
  options: OPTIONS,
  optionsSay: {
    model: `make: ${receiptProfileNameSchema.options.join(', ')}`,
    widthDots: 'printable width: 576 or 384',
    lineMs: 'milliseconds that a line takes on paper',
  },
  async start({ model, widthDots, lineMs }, { clock, openPort, folder }) {
    const profile = receiptProfileNameSchema.parse(model);
    if (widthDots !== 576 && widthDots !== 384) throw new RangeError('widthDots: 576 or 384');
    const port = await openPort('receipt');
    const simulator = createReceiptSimulator({
      port,
      clock,
      widthDots,
      fonts: receiptFonts(fileURLToPath(new URL('../../../assets/fonts', import.meta.url))),
      printMsPerLine: lineMs,
      model: PRINTER_MODELS[profile],
    });
    const allKept = keepReceipts(simulator, folder);
    const conditionActs = RECEIPT_CONDITIONS.map(
      (condition) => [condition, conditionAct(simulator, condition)] as const,
    );
    return {
      config: { driver: 'escpos', profile, widthDots, transport: { kind: 'serial', path: port.path } },
      port,
      hand: {
        ...Object.fromEntries(conditionActs),
        ticketTaken: { says: 'the receipt is taken out of the mouth', do: () => simulator.takeTicket() },
      },
      async close() {
        await simulator.close();
        await allKept();
        await port.close();
      },
    };
  },
};
