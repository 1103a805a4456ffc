import { mkdir } from 'node:fs/promises';
import type { NetConnectOpts } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { doByHand } from '../../native/simulation/scenario.ts';
import type { RunningSimulator, SimulatorDefinition } from '../../native/simulation/simulator.ts';
import { type LineCable, openLineCable } from './cable.ts';
import { openSocketCable, type SocketCable } from './socket-cable.ts';
import type { DrillSurroundings } from './subject.ts';

/** A simulated device with its cable; what it does as work is the subject's. */
export interface Bench<Cable> {
  readonly config: unknown;
  readonly cable: Cable;
  /** What a hand does at the device. */
  hand(line: string): Promise<void>;
  close(): Promise<void>;
}

export interface Stranger {
  /** Speaks once, as this device would by itself. */
  speak(): void;
}

/** Starts one simulator, whatever its options are. */
export type StartSimulator = (
  around: Parameters<SimulatorDefinition<unknown>['start']>[1],
) => Promise<RunningSimulator>;

export const simulator =
  <Options>(definition: SimulatorDefinition<Options>, options: Partial<Options> = {}): StartSimulator =>
  (around) =>
    definition.start({ ...definition.options, ...options }, around);

/** A device and a stranger at the far end of one pseudo-terminal. */
export async function startOnLine(
  { clock, folder }: DrillSurroundings,
  device: StartSimulator,
  { start, says }: { readonly start: StartSimulator; readonly says?: string },
): Promise<Bench<LineCable> & { strangerSpeaks(): void }> {
  const cable = await openLineCable(join(folder, 'cable'), clock);
  const running = await device({ clock, folder, openPort: async (_, spoil) => cable.openPort('device', spoil) });
  const strangers = join(folder, 'stranger');
  await mkdir(strangers);
  const stranger = await start({
    clock,
    folder: strangers,
    openPort: async (_, spoil) => cable.openPort('stranger', spoil),
  });
  return {
    config: running.config,
    cable,
    hand: (line) => doByHand(running, line),
    strangerSpeaks() {
      if (says !== undefined) void doByHand(stranger, says);
    },
    async close() {
      await stranger.close();
      await running.close();
      await cable.close();
    },
  };
}

/** A device that listens on a socket of its own, with a cable before it. `at` finds the socket in its configuration. */
export async function startOnSocket(
  { clock, folder }: DrillSurroundings,
  device: StartSimulator,
  settings: {
    readonly at: (config: unknown) => NetConnectOpts;
    readonly stranger: NetConnectOpts;
    /** Absent: the cable is a TCP port. */
    readonly path?: string;
  },
): Promise<Bench<SocketCable>> {
  const running = await device({
    clock,
    folder,
    openPort: async () => {
      throw new Error('this device has a socket of its own');
    },
  });
  const { at, stranger, path } = settings;
  const cable = await openSocketCable({ device: at(running.config), stranger, ...(path !== undefined && { path }) });
  return {
    config: running.config,
    cable,
    hand: (line) => doByHand(running, line),
    async close() {
      await cable.close();
      await running.close();
    },
  };
}

/** A server of another kind: whatever it is told, it answers with these words. */
export async function startTalker(words: string): Promise<{ readonly at: NetConnectOpts; close(): Promise<void> }> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', () => socket.write(words));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    at: { port: address.port, host: '127.0.0.1' },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
