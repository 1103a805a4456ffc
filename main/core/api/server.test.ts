import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { LogEventId, LogFields } from '../../../contract/log-events.ts';
import { snapshotSchema } from '../../../contract/screen.ts';
import { type OpenedSession, openSession } from '../../session/testing.ts';
import { startPageServer } from './server.ts';

const TOKEN = 'a-token-of-this-start';
const LIMIT_MS = 5_000;

let dir: string;
let opened: OpenedSession;
let server: Awaited<ReturnType<typeof startPageServer>>;
let origin: string;
let logged: { id: LogEventId; fields: LogFields }[];
let sockets: WebSocket[];

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'tongban-page-'));
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>page</title>');
  opened = openSession();
  logged = [];
  sockets = [];
  server = await startPageServer({
    session: opened.session,
    log: (id, fields = {}) => logged.push({ id, fields }),
    token: TOKEN,
    port: 0,
    pageDir: dir,
    fontsDir: dir,
    dockUrl: 'http://127.0.0.1:1/dock',
  });
  ({ origin } = new URL(server.url));
});
afterEach(async () => {
  for (const socket of sockets) socket.terminate();
  await server.close();
  opened.session.stop();
  rmSync(dir, { recursive: true, force: true });
});

const cookie = `tongban=${TOKEN}`;
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(origin + path, { headers, redirect: 'manual' });

describe('the page', () => {
  test('the token in the address becomes a cookie that scripts cannot read, and leaves the address', async () => {
    const answer = await fetch(server.url, { redirect: 'manual' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/');
    expect(answer.headers.get('set-cookie')).toBe(`${cookie}; Path=/; HttpOnly; SameSite=Strict`);
    expect((await get('/', { cookie })).status).toBe(200);
  });

  test.each([
    ['no cookie', '/', {}],
    ['a wrong cookie', '/', { cookie: 'tongban=wrong' }],
    ['a wrong token', '/?token=wrong', {}],
    ['the token twice', `/?token=${TOKEN}&token=${TOKEN}`, {}],
    ['a file that is not there', '/absent', {}],
    ['the dock', '/dock', {}],
    ['a font', '/fonts/index.html', {}],
    ['an address that is none', '//', {}],
  ])('%s: forbidden', async (_, path, headers) => {
    const answer = await get(path, headers);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toBe('forbidden');
  });

  test('every answer says that nothing from elsewhere may be loaded', async () => {
    for (const headers of [{}, { cookie }]) {
      const answer = await get('/', headers);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'; script-src 'self'; style-src 'self'");
      expect(policy).toContain(`connect-src 'self' ${origin.replace('http', 'ws')};`);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  test('nothing outside its folder is served', async () => {
    const { port } = new URL(origin);
    const outgoing = request({ port, host: '127.0.0.1', path: '/../../../../etc/hostname', headers: { cookie } });
    outgoing.end();
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    answer.resume();
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  });
});

describe('the WebSocket', () => {
  const heard = new WeakMap<WebSocket, unknown[]>();
  const open = (headers: Record<string, string>, path = '/trpc'): WebSocket => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, { headers });
    sockets.push(socket);
    const messages: unknown[] = [];
    heard.set(socket, messages);
    socket.on('message', (data) => {
      if (data.toString() !== 'PING') messages.push(JSON.parse(data.toString()));
    });
    return socket;
  };
  const end = (socket: WebSocket): Promise<'open' | 'refused'> =>
    new Promise((resolve) => {
      socket.once('open', () => resolve('open'));
      socket.once('error', () => resolve('refused'));
    });
  const page = async (): Promise<WebSocket> => {
    const socket = open({ origin, cookie });
    expect(await end(socket)).toBe('open');
    return socket;
  };
  /** The next message that is no heartbeat. */
  const answer = async (socket: WebSocket): Promise<unknown> => {
    const signal = AbortSignal.timeout(LIMIT_MS);
    const waiting = heard.get(socket) ?? [];
    while (waiting.length === 0) await once(socket, 'message', { signal });
    return waiting.shift();
  };
  const call = (socket: WebSocket, input: unknown, id = 1): void =>
    socket.send(JSON.stringify({ id, jsonrpc: '2.0', method: 'mutation', params: { path: 'send', input } }));
  const listen = (socket: WebSocket, id = 1): void =>
    socket.send(JSON.stringify({ id, jsonrpc: '2.0', method: 'subscription', params: { path: 'snapshot' } }));

  test('opens for our own page with the cookie, and shows the present snapshot', async () => {
    const socket = await page();
    listen(socket);
    expect(await answer(socket)).toMatchObject({ result: { type: 'started' } });
    const { result } = (await answer(socket)) as { result: { data: unknown } };
    expect(snapshotSchema.parse(result.data).screen.name).toBe('attract');
  });

  test.each([
    ['no cookie', { origin: 'OWN' }, '/trpc'],
    ['a wrong cookie', { origin: 'OWN', cookie: 'tongban=wrong' }, '/trpc'],
    ['the page of another origin', { origin: 'http://127.0.0.1:1', cookie }, '/trpc'],
    ['no origin at all', { cookie }, '/trpc'],
    ['another path', { origin: 'OWN', cookie }, '/'],
    ['the token in the address instead', { origin: 'OWN' }, `/trpc?token=${TOKEN}`],
  ] as const)('%s: refused', async (_, headers, path) => {
    const own = Object.fromEntries(
      Object.entries(headers).map(([key, value]) => [key, value === 'OWN' ? origin : value]),
    );
    expect(await end(open(own, path))).toBe('refused');
    expect(logged).toContainEqual({ id: 'page-refused', fields: { reason: 'websocket' } });
  });

  test('takes what the contract declares and has it done', async () => {
    const socket = await page();
    call(socket, { type: 'setLanguage', language: 'en' });
    expect(await answer(socket)).toMatchObject({ id: 1, result: {} });
    expect(opened.look().language).toBe('en');
  });

  test.each([
    ['an event that does not exist', { type: 'openDoor', cell: 7 }],
    ['a language that does not exist', { type: 'setLanguage', language: 'de' }],
    ['a code that is too long', { type: 'chooseItem', code: 'x'.repeat(41) }],
    ['a rating of six', { type: 'rate', level: 6 }],
    ['nothing', undefined],
  ])('%s is refused, and the connection goes on', async (_, input) => {
    const socket = await page();
    call(socket, input);
    expect(await answer(socket)).toMatchObject({ error: { data: { code: 'BAD_REQUEST' } } });
    call(socket, { type: 'stillHere' }, 2);
    expect(await answer(socket)).toMatchObject({ id: 2, result: {} });
  });

  test.each(['{', '[]', '"x"', 'null', '{"id":1,"method":"query","params":{"path":"__proto__"}}'])(
    'a message that is none of ours (%s) does no harm',
    async (text) => {
      const socket = await page();
      socket.send(text);
      call(socket, { type: 'stillHere' }, 2);
      let last = await answer(socket);
      while ((last as { id?: unknown }).id !== 2) last = await answer(socket);
      expect(last).toMatchObject({ result: {} });
    },
  );

  test('a message that is too long ends the connection, not the core', async () => {
    const socket = await page();
    const closed = once(socket, 'close', { signal: AbortSignal.timeout(LIMIT_MS) });
    call(socket, { type: 'chooseItem', code: 'x'.repeat(20_000) });
    const [code] = await closed;
    // RFC 6455 7.4.1: message too big.
    expect(code).toBe(1009);
    await page();
  });

  test('only so many connections at a time, and a place is free again when a page goes', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => end(open({ origin, cookie }))));
    expect(all.filter((how) => how === 'open')).toHaveLength(8);
    const first = sockets.find(({ readyState }) => readyState === WebSocket.OPEN);
    first?.terminate();
    let how: string = 'refused';
    for (let tries = 0; tries < 50 && how === 'refused'; tries++) how = await end(open({ origin, cookie }));
    expect(how).toBe('open');
  });

  test('closing ends every connection', async () => {
    const socket = await page();
    listen(socket);
    const closed = once(socket, 'close', { signal: AbortSignal.timeout(LIMIT_MS) });
    await server.close();
    await closed;
  });
});
