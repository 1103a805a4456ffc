import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { initTRPC } from '@trpc/server';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { type ResidentEvent, residentEventSchema } from '../../contract/resident-event.ts';
import { sampleSnapshot } from '../gallery/samples.ts';
import { reconnectDelayMs } from './client.ts';
import { type Connection, connectToCore } from './connection.ts';

/** Something that speaks as the core does: one WebSocket, a subscription and a mutation. */
interface SmallCore {
  readonly port: number;
  readonly received: ResidentEvent[];
  say(snapshot: unknown): void;
  stop(): Promise<void>;
}

async function startCore(first: unknown, port = 0): Promise<SmallCore> {
  const trpc = initTRPC.create();
  const received: ResidentEvent[] = [];
  const waiting: unknown[] = [first];
  let wake = (): void => undefined;
  const router = trpc.router({
    snapshot: trpc.procedure.subscription(async function* ({ signal }) {
      signal?.addEventListener('abort', () => wake());
      while (!signal?.aborted) {
        const next = waiting.shift();
        if (next !== undefined) yield next;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    }),
    send: trpc.procedure.input(residentEventSchema).mutation(({ input }) => {
      received.push(input);
    }),
  });
  const server = new WebSocketServer({ port, host: '127.0.0.1' });
  applyWSSHandler({ wss: server, router });
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    received,
    say(snapshot) {
      waiting.push(snapshot);
      wake();
    },
    async stop() {
      for (const client of server.clients) client.terminate();
      server.close();
      await once(server, 'close');
    },
  };
}

const screenOf = (connection: Connection): string => {
  const view = connection.view();
  return view.kind === 'live' ? view.snapshot.screen.name : view.kind;
};
const shown = (connection: Connection, screen: string): Promise<void> =>
  vi.waitFor(() => expect(screenOf(connection)).toBe(screen), { timeout: 10_000, interval: 10 });

describe('the page and the core', () => {
  let core: SmallCore;
  let connection: Connection;
  let reports: unknown[][];

  beforeEach(async () => {
    reports = [];
    vi.spyOn(console, 'error').mockImplementation((...report: unknown[]) => void reports.push(report));
    core = await startCore(sampleSnapshot('attract'));
    connection = connectToCore(`ws://127.0.0.1:${core.port}`);
  });
  afterEach(async () => {
    connection.close();
    await core.stop();
    vi.restoreAllMocks();
  });

  test('the first snapshot is shown, and the next replaces it', async () => {
    expect(screenOf(connection)).toBe('oneMoment');
    await shown(connection, 'attract');
    core.say(sampleSnapshot('home'));
    await shown(connection, 'home');
  });

  test('what the person did arrives', async () => {
    await shown(connection, 'attract');
    connection.send({ type: 'chooseItem', code: '310000000101' });
    await vi.waitFor(() => expect(core.received).toEqual([{ type: 'chooseItem', code: '310000000101' }]));
  });

  test('a snapshot that does not fit is not shown, is reported without its values, and the next is shown', async () => {
    core.say({ ...sampleSnapshot('home'), visitor: { maskedName: 4711 } });
    await shown(connection, 'oneMoment');
    await vi.waitFor(() => expect(reports).toHaveLength(1));
    expect(JSON.stringify(reports)).not.toContain('4711');
    core.say(sampleSnapshot('home'));
    await shown(connection, 'home');
  });

  test('the core goes away: the person’s data goes; the core comes back: so does the page; no late touch arrives', async () => {
    core.say(sampleSnapshot('record'));
    await shown(connection, 'record');
    const { port } = core;
    await core.stop();
    await shown(connection, 'oneMoment');
    connection.send({ type: 'print' });
    core = await startCore(sampleSnapshot('home'), port);
    await shown(connection, 'home');
    connection.send({ type: 'leave' });
    await vi.waitFor(() => expect(core.received).toEqual([{ type: 'leave' }]));
  });
});

test('attempts to reconnect never end and never wait long', () => {
  const delays = [0, 1, 2, 5, 1_000, 1e9].map(reconnectDelayMs);
  expect(Math.max(...delays)).toBeLessThanOrEqual(2_000);
  expect(Math.min(...delays)).toBeGreaterThan(0);
});
