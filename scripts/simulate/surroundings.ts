import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { systemClock } from '../../native/clock.ts';
import { faultyPort } from '../../native/simulation/faulty-port.ts';
import type { SimulatorSurroundings } from '../../native/simulation/simulator.ts';
import { openPseudoTerminal } from '../../native/transport/pseudo-terminal.ts';
import { tapPort, type WireReport } from '../../native/transport/wire-tap.ts';

export interface OpenedSurroundings extends SimulatorSurroundings {
  close(): void;
}

/** Cables and a folder for a simulator that runs alone. `report` hears every chunk that passes a cable. */
export function openSurroundings(
  { port, out }: { readonly port: string | undefined; readonly out: string | undefined },
  report: WireReport,
): OpenedSurroundings {
  const own = mkdtempSync(join(tmpdir(), 'tongban-simulate-'));
  const folder = out === undefined ? own : resolve(out);
  mkdirSync(folder, { recursive: true });
  return {
    clock: systemClock,
    folder,
    async openPort(name, spoilCheck) {
      const far = await openPseudoTerminal(port === undefined ? join(own, name) : resolve(port));
      return faultyPort(tapPort(far, report), { clock: systemClock, ...(spoilCheck && { spoilCheck }) });
    },
    close: () => rmSync(own, { recursive: true, force: true }),
  };
}
