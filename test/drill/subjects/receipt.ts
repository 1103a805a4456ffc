import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { receiptPrinterOver } from '../../../main/devices/facades/receipt-printer.ts';
import type { ReceiptDocument } from '../../../native/receipt/receipt.ts';
import { receiptSimulatorDefinition } from '../../../native/receipt/simulator/definition.ts';
import { scannerSimulator } from '../../../native/scanner/simulator/definition.ts';
import { untilAsync } from '../cell-watch.ts';
import { simulator, startOnLine } from '../plants.ts';
import { DONE, type DrillSubject, type WorkParts } from '../subject.ts';

/** The last line: the receipt is in the printer, and what it answers next counts. */
const LAST_LINE = 'end of the slip';
/** For the pictures of slips. */
const DRAWING_LIMIT_MS = 5_000;
/** As real mechanisms: 4 mm at 80 mm a second. Evidence is sought while paper moves. */
const LINE_MS = 50;
const titleOf = (round: number): string => `Drill slip ${round}`;

const slip = (round: number): ReceiptDocument => [
  { kind: 'text', text: titleOf(round), align: 'center' },
  { kind: 'pair', label: '事项', value: '社会保险参保证明' },
  { kind: 'rule' },
  { kind: 'text', text: LAST_LINE },
];

export const receiptSubjects: readonly DrillSubject[] = (['epson', 'custom-vkp80'] as const).map((model) => ({
  name: `receipt ${model}`,
  device: 'receipt',
  strikesAt: new RegExp(Buffer.from(LAST_LINE).toString('hex')),
  stuckIs: 'no paper, and nobody who brings any',
  strangerIs: 'a serial scanner that reads codes',
  async start(around) {
    const bench = await startOnLine(around, simulator(receiptSimulatorDefinition, { model, lineMs: LINE_MS }), {
      start: simulator(scannerSimulator),
      says: 'scan 6901234567892',
    });
    const calledPrinted = new Set<number>();
    const slipsOf = async (round: number): Promise<number> => {
      const files = (await readdir(around.folder)).filter((file) => /^receipt-.*\.txt$/.test(file));
      const texts = await Promise.all(files.map((file) => readFile(join(around.folder, file), 'utf8')));
      return texts.filter((text) => text.includes(titleOf(round)) && text.includes(LAST_LINE)).length;
    };
    return {
      ...bench,
      stuck: { set: () => bench.hand('paperEnd on'), clear: () => bench.hand('paperEnd off') },
      async work({ link, round }: WorkParts) {
        const printed = await receiptPrinterOver(link).print(slip(round));
        // What waits in the mouth of a presenter is taken.
        await bench.hand('ticketTaken');
        if (printed.ok) calledPrinted.add(round);
        return printed.ok ? DONE : printed.error;
      },
      async harm() {
        // Its picture is drawn after the cut.
        for (const round of calledPrinted) await untilAsync(async () => (await slipsOf(round)) > 0, DRAWING_LIMIT_MS);
        const counts = await Promise.all([1, 2].map(slipsOf));
        return [
          ...(counts.some((count) => count > 1) ? ['one slip came out twice'] : []),
          ...([...calledPrinted].some((round) => counts[round - 1] === 0)
            ? ['a slip was called printed and is none']
            : []),
        ];
      },
    };
  },
}));
