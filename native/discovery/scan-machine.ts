import type { Clock } from '../clock.ts';
import { cameraSource } from './cameras.ts';
import { cardTerminalSource } from './card-terminals.ts';
import { consoleCheck } from './consoles.ts';
import { type Finding, type SourceReport, unknownFinding } from './finding.ts';
import { hidSource } from './hid.ts';
import { pagePrinterSource } from './page-printers.ts';
import { USUAL_ADDRESSES } from './probes/table.ts';
import { portScanMs, scanPort } from './scan-port.ts';
import { serialNames } from './serial-names.ts';
import { lookAt, type Source } from './sources.ts';
import { upsSource } from './ups.ts';
import { usbSource } from './usb.ts';

/** On top of what a port may take: the list of ports. */
const PORT_LIST_LIMIT_MS = 5_000;

export interface MachineScanOptions {
  readonly clock: Clock;
  /** Addresses of each family of boards that are asked. */
  readonly addresses?: number;
  /** Only these serial ports and printers, and nothing else of the machine; absent: everything. */
  readonly only?: { readonly ports: readonly string[]; readonly printers: readonly string[] };
  /** Called as each source is done. */
  readonly onReport?: (report: SourceReport) => void;
}

/** Looks everywhere at once. Each source is bounded in time and answers why where it finds nothing. */
export function scanMachine(options: MachineScanOptions): Promise<readonly SourceReport[]> {
  const { clock, only, onReport } = options;
  const sources: readonly Source[] = only
    ? [
        ...(only.ports.length > 0 ? [serialSource(options)] : []),
        ...(only.printers.length > 0 ? [pagePrinterSource(clock, only.printers, undefined)] : []),
      ]
    : [
        serialSource(options),
        hidSource(),
        usbSource(clock),
        cardTerminalSource(clock),
        pagePrinterSource(clock, []),
        cameraSource(),
        upsSource(clock),
      ];
  return Promise.all(
    sources.map(async (source) => {
      const report = await lookAt(source, clock);
      onReport?.(report);
      return report;
    }),
  );
}

/** All ports at once: each is a line of its own. */
function serialSource({ clock, addresses = USUAL_ADDRESSES, only }: MachineScanOptions): Source {
  return {
    name: 'serial ports',
    limitMs: PORT_LIST_LIMIT_MS + portScanMs(addresses).longest,
    async look() {
      const { paths, reason } = only ? { paths: only.ports, reason: undefined } : await serialNames({ clock });
      const isConsole = await consoleCheck();
      const scan = async (path: string): Promise<Finding> =>
        (await isConsole(path))
          ? unknownFinding(path, 'the console of this system: not opened', 'the kernel names it as its console')
          : scanPort({ path, clock, addresses });
      const findings = await Promise.all(paths.map(scan));
      return { findings, ...(reason !== undefined && { reason }) };
    },
  };
}
