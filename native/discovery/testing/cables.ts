import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPseudoTerminal } from '../../transport/pseudo-terminal.ts';
import type { SimulatedPort } from '../../transport/simulated-port.ts';

/** For tests: real pseudo-terminals in a folder of their own. */
export interface Cables {
  readonly folder: string;
  open(name: string): Promise<SimulatedPort>;
  close(): Promise<void>;
}

export async function openCables(): Promise<Cables> {
  const folder = await mkdtemp(join(tmpdir(), 'discovery-'));
  const ports: SimulatedPort[] = [];
  return {
    folder,
    async open(name) {
      const port = await openPseudoTerminal(join(folder, name));
      ports.push(port);
      return port;
    },
    async close() {
      await Promise.all(ports.map((port) => port.close()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
