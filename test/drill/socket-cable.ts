import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type NetConnectOpts, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { DrillCable } from './cable.ts';

/** A cable for devices that listen on a socket: it stands between, and passes on what both sides say. */
export interface SocketCable extends DrillCable {
  /** Its own port; 0 for a local socket. */
  readonly port: number;
  close(): Promise<void>;
}

export interface SocketCableSettings {
  /** Its own name; absent: a free TCP port. */
  readonly path?: string;
  readonly device: NetConnectOpts;
  readonly stranger: NetConnectOpts;
}

const noiseOf = (bytes: number): Uint8Array =>
  Uint8Array.from({ length: bytes }, (_, index) => (index * 167 + 13) & 0xff);

export async function openSocketCable({ path, device, stranger }: SocketCableSettings): Promise<SocketCable> {
  const hosts = new Set<Socket>();
  let server: Server | undefined;
  let port = 0;
  let target = device;
  let silent = false;
  let slowMs = 0;
  let noiseBefore = 0;
  let cut: (() => void) | undefined;
  let request: ((bytes: Uint8Array) => void) | undefined;

  const pass = async (host: Socket, reply: Uint8Array): Promise<void> => {
    if (slowMs > 0) await wait(slowMs);
    if (silent || host.destroyed) return;
    if (noiseBefore > 0) host.write(noiseOf(noiseBefore));
    noiseBefore = 0;
    if (!cut) return void host.write(reply);
    const whenOut = cut;
    cut = undefined;
    await new Promise((resolve) => host.write(reply.subarray(0, reply.length >> 1), resolve));
    await unplug();
    whenOut();
  };
  const join = (host: Socket): void => {
    const far = connect(target);
    let passing = Promise.resolve();
    hosts.add(host);
    host.on('error', () => host.destroy());
    far.on('error', () => far.destroy());
    host.on('data', (bytes: Buffer) => {
      request?.(bytes);
      far.write(bytes);
    });
    far.on('data', (bytes: Buffer) => {
      passing = passing.then(() => pass(host, bytes));
    });
    host.on('close', () => {
      hosts.delete(host);
      far.destroy();
    });
    far.on('close', () => void passing.then(() => (silent ? undefined : host.end())));
  };
  const plug = async (): Promise<void> => {
    if (server) return;
    const opened = createServer(join);
    if (path !== undefined) await rm(path, { force: true });
    opened.listen(path === undefined ? { port, host: '127.0.0.1' } : { path });
    await once(opened, 'listening');
    if (path === undefined) port = (opened.address() as AddressInfo).port;
    server = opened;
  };
  async function unplug(): Promise<void> {
    const closing = server;
    server = undefined;
    if (!closing) return;
    const closed = once(closing, 'close');
    closing.close();
    for (const host of hosts) host.destroy();
    await closed;
  }

  await plug();
  return {
    port,
    unplug,
    plug,
    setSilent(on) {
      silent = on;
    },
    setSlow(delayMs) {
      slowMs = delayMs;
    },
    noise(bytes) {
      for (const host of hosts) host.write(noiseOf(bytes));
    },
    noiseBeforeNextReply(bytes) {
      noiseBefore = bytes;
    },
    cutNextReply: () =>
      new Promise((resolve) => {
        cut = resolve;
      }),
    spoilNextReply() {
      throw new RangeError('what passes here has no check of its own');
    },
    onRequest(listener) {
      request = listener;
    },
    seat(who) {
      target = who === 'device' ? device : stranger;
    },
    close: unplug,
  };
}
