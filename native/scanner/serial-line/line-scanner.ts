import type { SerialLineConfig } from '../../../contract/device-config/scanner.ts';
import type { HealthReport } from '../../../contract/device-health.ts';
import type { Log } from '../../../contract/log-events.ts';
import type { Clock } from '../../clock.ts';
import type { Wire, WireOpener } from '../../transport/wire.ts';
import { type FaceSurroundings, runScanner, type ScannerFace } from '../run-scanner.ts';
import type { BarcodeScanner, ScannerEvent } from '../scanner.ts';
import { createLineIntake } from './line-intake.ts';
import { newlandLight, silentLight } from './line-light.ts';
import { createNewlandHost } from './newland-host.ts';
import { silentTrigger } from './triggers.ts';

export interface LineScannerSettings {
  readonly settings: Omit<SerialLineConfig, 'driver' | 'transport'>;
  readonly opener: WireOpener;
  readonly clock: Clock;
  readonly log: Log;
  readonly emit: (event: ScannerEvent) => void;
  readonly report: (health: HealthReport) => void;
}

/** Both are known to every scanner with unified commands, and reading them changes nothing [inf]. */
const CHECK_QUERIES = ['SCNMOD*', 'ORTSET*'] as const;

/**
 * A scanner that sends its codes as lines on a serial port or USB CDC. A Newland scanner is asked now and then and so is
 * offline within two seconds of falling silent; one that answers nothing is online as long as its port is there.
 */
export function createLineScanner({ settings, opener, ...around }: LineScannerSettings): BarcodeScanner {
  const { clock, log } = around;
  let openings = 0;
  const newlandFace = (wire: Wire, { intake, alive, dead }: FaceSurroundings): ScannerFace => {
    const host = createNewlandHost({ wire, clock, log });
    const lines = createLineIntake({ settings, clock, log, intake, onReply: host.take });
    let lastHeardMs = clock.now();
    wire.onData((bytes) => {
      lastHeardMs = clock.now();
      host.heard();
      lines.push(bytes);
    });
    const checkQuery = CHECK_QUERIES[openings % 2 === 0 ? 0 : 1];
    openings += 1;
    const light = newlandLight({ host, clock, settings, checkQuery, lastHeardMs: () => lastHeardMs, alive, dead });
    return { ...light, busy: lines.busy, drop: both(light.drop, lines.drop) };
  };
  const silentFace = (wire: Wire, { intake }: FaceSurroundings): ScannerFace => {
    const lines = createLineIntake({ settings, clock, log, intake, onReply: () => false });
    wire.onData((bytes) => lines.push(bytes));
    return { ...silentLight(wire, silentTrigger(settings.trigger)), busy: lines.busy, drop: lines.drop };
  };
  return runScanner<Wire>({
    ...around,
    open: () => opener.open(),
    face: settings.trigger === 'newland' ? newlandFace : silentFace,
    sameCodeMs: settings.sameCodeMs,
    relightMs: settings.trigger === 'none' ? 0 : settings.relightMs,
  });
}

const both = (first: () => void, second: () => void) => (): void => {
  first();
  second();
};
