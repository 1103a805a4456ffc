import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Log, LogEventId } from '../../../contract/log-events.ts';
import { type Clock, systemClock } from '../../clock.ts';
import { createMemoryWire } from '../../transport/memory-wire.ts';
import { openPseudoTerminal } from '../../transport/pseudo-terminal.ts';
import { serialPortOpener } from '../../transport/serial-port.ts';
import type { SimulatedPort } from '../../transport/simulated-port.ts';
import type { WireOpener } from '../../transport/wire.ts';
import { createEscposPrinter } from '../escpos-printer.ts';
import { receiptFonts } from '../raster.ts';
import type { ReceiptPrinter } from '../receipt.ts';
import {
  createReceiptSimulator,
  type ReceiptSimulator,
  type SimulatedReceipt,
} from '../simulator/receipt-simulator.ts';

export const TEST_FONTS = receiptFonts(resolve('assets/fonts'));

/** The driver's limits pass ten times as fast, so that a silent printer need not be waited for. */
export const hurriedClock = (times = 10): Clock => ({
  ...systemClock,
  after: (delayMs, call) => systemClock.after(delayMs / times, call),
});

export interface Rig {
  readonly printer: ReceiptPrinter;
  readonly simulator: ReceiptSimulator;
  readonly port: SimulatedPort;
  readonly received: SimulatedReceipt[];
  readonly logged: LogEventId[];
  /** The driver's end of the wire. */
  readonly opener: WireOpener;
  /** One more driver for the same wire: of a process that came before, or with other patience. */
  createPrinter(clock: Clock): ReceiptPrinter;
  close(): Promise<void>;
}

interface RigOptions {
  readonly on: 'memory' | 'pseudo-terminal';
  readonly widthDots?: 576 | 384;
  readonly qr?: 'native' | 'raster';
  readonly printMsPerLine?: number;
  readonly clock?: Clock;
  readonly maker?: string | null;
}

/** A driver and a simulated printer at the two ends of one wire. */
export async function openRig(options: RigOptions): Promise<Rig> {
  const { widthDots = 576, qr = 'raster', printMsPerLine = 0, clock = systemClock, maker = 'SIMULATOR' } = options;
  const { port, opener, clean } = await openWire(options.on);
  const received: SimulatedReceipt[] = [];
  const logged: LogEventId[] = [];
  const simulator = createReceiptSimulator({
    port,
    clock: systemClock,
    widthDots,
    fonts: TEST_FONTS,
    printMsPerLine,
    maker,
  });
  simulator.onReceipt((receipt) => received.push(receipt));
  const log: Log = (id) => logged.push(id);
  const createPrinter = (clock: Clock): ReceiptPrinter =>
    createEscposPrinter({ opener, clock, log, widthDots, qr, fonts: TEST_FONTS });
  const printer = createPrinter(clock);
  return {
    printer,
    simulator,
    port,
    received,
    logged,
    opener,
    createPrinter,
    async close() {
      await printer.close();
      await simulator.close();
      await port.close();
      await clean();
    },
  };
}

async function openWire(
  on: RigOptions['on'],
): Promise<{ port: SimulatedPort; opener: WireOpener; clean: () => Promise<void> }> {
  if (on === 'memory') return { ...createMemoryWire(), clean: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'receipt-'));
  const path = join(folder, 'printer');
  const port = await openPseudoTerminal(path);
  const opener = serialPortOpener({ path, baudRate: 115_200, writeLimitMs: 2_000 });
  return { port, opener, clean: () => rm(folder, { recursive: true, force: true }) };
}
