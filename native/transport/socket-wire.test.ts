import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../clock.ts';
import { localSocketOpener, tcpOpener } from './socket-wire.ts';
import type { Wire, WireOpener } from './wire.ts';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** A device behind a converter: what it heard, and how its connection ended. */
async function listening(at: { port: 0 } | { path: string }) {
  const server: Server = createServer();
  const sockets: Socket[] = [];
  const heard: string[] = [];
  const ended: string[] = [];
  server.on('connection', (socket) => {
    sockets.push(socket);
    socket.on('data', (bytes) => heard.push(bytes.toString()));
    socket.on('error', (error: NodeJS.ErrnoException) => ended.push(error.code ?? 'error'));
    socket.on('close', () => ended.push('close'));
  });
  server.listen('path' in at ? at : { host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  endings.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return { server, sockets, heard, ended, port: typeof address === 'object' ? (address?.port ?? 0) : 0 };
}

const tcp = (port: number): WireOpener =>
  tcpOpener({ host: '127.0.0.1', port, writeLimitMs: 1_000, clock: systemClock });

async function opened(opener: WireOpener): Promise<Wire> {
  const wire = await opener.open();
  if (!wire.ok) throw new Error(wire.error);
  endings.push(() => wire.value.close());
  return wire.value;
}

async function until(holds: () => boolean): Promise<void> {
  const limit = performance.now() + 5_000;
  while (!holds()) {
    if (performance.now() > limit) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test('bytes pass both ways', async () => {
  const far = await listening({ port: 0 });
  const wire = await opened(tcp(far.port));
  const back: string[] = [];
  wire.onData((bytes) => back.push(Buffer.from(bytes).toString()));
  expect(await wire.write(Buffer.from('open?'))).toEqual({ ok: true, value: undefined });
  await until(() => far.heard.length > 0);
  far.sockets[0]?.write('yes');
  await until(() => back.length > 0);
  expect([far.heard, back]).toEqual([['open?'], ['yes']]);
});

test('the converter is unplugged: the wire closes once, and takes nothing more', async () => {
  const far = await listening({ port: 0 });
  const wire = await opened(tcp(far.port));
  let closings = 0;
  wire.onClose(() => {
    closings += 1;
  });
  await until(() => far.sockets.length > 0);
  far.sockets[0]?.destroy();
  await until(() => closings > 0);
  expect(await wire.write(Buffer.from('x'))).toEqual({ ok: false, error: 'portGone' });
  await wire.close();
  expect(closings).toBe(1);
});

test('our own close resets the connection: what the network holds back is thrown away', async () => {
  const far = await listening({ port: 0 });
  const wire = await opened(tcp(far.port));
  await until(() => far.sockets.length > 0);
  await wire.close();
  await until(() => far.ended.includes('close'));
  expect(far.ended).toEqual(['ECONNRESET', 'close']);
});

test('nobody listens', async () => {
  const far = await listening({ port: 0 });
  far.server.close();
  await once(far.server, 'close');
  expect(await tcp(far.port).open()).toEqual({ ok: false, error: 'portMissing' });
  expect(await localSocketOpener('/nowhere/at-all', systemClock).open()).toEqual({ ok: false, error: 'portMissing' });
});

test('a local socket is a wire as well', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-socket-'));
  endings.push(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'daemon');
  const far = await listening({ path });
  const wire = await opened(localSocketOpener(path, systemClock));
  await wire.write(Buffer.from('hello'));
  await until(() => far.heard.join('') === 'hello');
});
