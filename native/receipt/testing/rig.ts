import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { type ReceiptProfileName, receiptConfigSchema } from '../../../contract/device-config/receipt.ts';
import type { HealthReport } from '../../../contract/device-health.ts';
import type { Log, LogEventId } from '../../../contract/log-events.ts';
import { type Clock, systemClock } from '../../clock.ts';
import { createMemoryWire } from '../../transport/memory-wire.ts';
import { openPseudoTerminal } from '../../transport/pseudo-terminal.ts';
import { serialPortOpener } from '../../transport/serial-port.ts';
import type { SimulatedPort } from '../../transport/simulated-port.ts';
import type { WireOpener } from '../../transport/wire.ts';
import { createEscposPrinter, type EscposPrinter } from '../escpos-printer.ts';
import { profileOf } from '../profiles/profiles.ts';
import { receiptFonts } from '../raster.ts';
import type { ReceiptEvent } from '../receipt.ts';
import { PRINTER_MODELS } from '../simulator/models.ts';
import {
  createReceiptSimulator,
  type ReceiptSimulator,
  type SimulatedReceipt,
} from '../simulator/receipt-simulator.ts';

export const TEST_FONTS = receiptFonts(resolve('assets/fonts'));

const REPORTS_LIMIT_MS = 5_000;

/** The driver's limits pass ten times as fast, so that a silent printer need not be waited for. */
export const hurriedClock = (times = 10): Clock => ({
  ...systemClock,
  now: () => systemClock.now() * times,
  after: (delayMs, call) => systemClock.after(delayMs / times, call),
});

export interface Rig {
  readonly printer: EscposPrinter;
  readonly simulator: ReceiptSimulator;
  readonly port: SimulatedPort;
  readonly received: SimulatedReceipt[];
  readonly logged: LogEventId[];
  /** What the driver said of its health, newest last. */
  readonly healths: HealthReport[];
  readonly events: ReceiptEvent[];
  /** Resolves once the printer was told so often to report by itself. */
  reportsEnabled(times: number): Promise<void>;
  /** The driver's end of the wire. */
  readonly opener: WireOpener;
  /** One more driver for the same wire: of a process that came before, or with other patience. */
  createPrinter(clock: Clock): EscposPrinter;
  close(): Promise<void>;
}

interface RigOptions {
  readonly on: 'memory' | 'pseudo-terminal';
  readonly widthDots?: 576 | 384;
  readonly qr?: 'native' | 'raster';
  readonly printMsPerLine?: number;
  readonly clock?: Clock;
  readonly maker?: string | null;
  /** Settings as in the configuration, where they are not the defaults. */
  readonly settings?: Partial<z.input<typeof receiptConfigSchema>>;
  /** The make at the far end, if not that of the settings. */
  readonly model?: ReceiptProfileName;
  /** Stands between the cable and the simulator. */
  readonly wrapPort?: (port: SimulatedPort) => SimulatedPort;
}

/** A driver and a simulated printer at the two ends of one wire. */
export async function openRig(options: RigOptions): Promise<Rig> {
  const { widthDots = 576, qr = 'raster', printMsPerLine = 0, clock = systemClock, maker } = options;
  const transport = { kind: 'serial', path: 'of the rig' } as const;
  const settings = receiptConfigSchema.parse({ driver: 'escpos', transport, widthDots, qr, ...options.settings });
  const { port, opener, clean } = await openWire(options.on);
  const received: SimulatedReceipt[] = [];
  const logged: LogEventId[] = [];
  const healths: HealthReport[] = [];
  const events: ReceiptEvent[] = [];
  const simulator = createReceiptSimulator({
    port: options.wrapPort?.(port) ?? port,
    clock: systemClock,
    widthDots,
    fonts: TEST_FONTS,
    printMsPerLine,
    model: PRINTER_MODELS[options.model ?? settings.profile],
    ...(maker !== undefined && { maker }),
  });
  simulator.onReceipt((receipt) => received.push(receipt));
  const log: Log = (id) => logged.push(id);
  const createPrinter = (clock: Clock): EscposPrinter =>
    createEscposPrinter({
      opener,
      clock,
      log,
      profile: profileOf(settings),
      textCode: settings.textCode,
      fonts: TEST_FONTS,
      report: (health) => healths.push(health),
      emit: (event) => events.push(event),
    });
  const printer = createPrinter(clock);
  return {
    printer,
    simulator,
    port,
    received,
    logged,
    healths,
    events,
    opener,
    async reportsEnabled(times) {
      const limit = performance.now() + REPORTS_LIMIT_MS;
      while (simulator.reportsEnabled() < times) {
        if (performance.now() > limit) throw new Error(`told ${simulator.reportsEnabled()} times`);
        await new Promise((tell) => setTimeout(tell, 3));
      }
    },
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
