import { fileURLToPath } from 'node:url';
import { systemClock } from '../../clock.ts';
import { createIdCardSimulator } from '../../idcard/simulator/id-card-simulator.ts';
import { createCabinet, type SimulatedCabinet } from '../../lockboard/simulator/cabinet.ts';
import { FAMILIES } from '../../lockboard/simulator/families.ts';
import { createSimulatedLine } from '../../lockboard/simulator/simulated-line.ts';
import { serveSlaves } from '../../modbus/simulator/line.ts';
import { createSimulatedSlave, type SimulatedSlave } from '../../modbus/simulator/slave.ts';
import { receiptFonts } from '../../receipt/raster.ts';
import { PRINTER_MODELS } from '../../receipt/simulator/models.ts';
import { createReceiptSimulator, type ReceiptSimulator } from '../../receipt/simulator/receipt-simulator.ts';
import { createSerialScanner, type SimulatedSerialScanner } from '../../scanner/simulator/serial-scanner.ts';
import type { SimulatedPort } from '../../transport/simulated-port.ts';

/** For tests: simulated devices at the far end of any cable, with what was done to them in sight. */
export function lockerAt(
  port: SimulatedPort,
  driver: string,
  { boards = 1, cells = 8 }: { readonly boards?: number; readonly cells?: number } = {},
): SimulatedCabinet {
  const shelf = FAMILIES[driver];
  if (!shelf) throw new RangeError(driver);
  const cabinet = createCabinet({ clock: systemClock, cells: boards * cells, closedIs: 1 });
  if (driver === 'modbus-relay') {
    serveSlaves(port, [relayBoard(cabinet)], { clock: systemClock });
    return cabinet;
  }
  createSimulatedLine({
    port,
    clock: systemClock,
    family: shelf.family,
    cabinet,
    reports: false,
    boards: Array.from({ length: boards }, (_, index) => ({
      address: shelf.firstAddress + index,
      cells,
      channels: shelf.channels(cells),
    })),
  });
  return cabinet;
}

/** One board; behind a line that forgets an incomplete frame after silence, as the standard wants. */
const relayBoard = (cabinet: SimulatedCabinet): SimulatedSlave =>
  createSimulatedSlave({
    clock: systemClock,
    address: 1,
    relays: cabinet.cells,
    inputs: cabinet.cells,
    readInput: (channel) => cabinet.line(channel + 1) === 1,
    onRelay: (channel, state, forMs = 0) => {
      if (state === 'on') cabinet.pulse(channel + 1, forMs);
    },
  });

export interface WatchedPrinter {
  readonly simulator: ReceiptSimulator;
  /** Whether a single line was printed or the paper moved. */
  printed(): boolean;
}

export function printerAt(port: SimulatedPort, model: keyof typeof PRINTER_MODELS): WatchedPrinter {
  const simulator = createReceiptSimulator({
    port,
    clock: systemClock,
    widthDots: 576,
    fonts: receiptFonts(fileURLToPath(new URL('../../../assets/fonts', import.meta.url))),
    printMsPerLine: 0,
    model: PRINTER_MODELS[model],
  });
  let printed = false;
  void simulator.whenPrinted(0).then(() => {
    printed = true;
  });
  return { simulator, printed: () => printed };
}

export const scannerAt = (port: SimulatedPort): SimulatedSerialScanner =>
  createSerialScanner({ port, trigger: 'newland' });

export const cardReaderAt = (port: SimulatedPort): ReturnType<typeof createIdCardSimulator> =>
  createIdCardSimulator({ port, clock: systemClock, continuousReading: 'repeats' });
