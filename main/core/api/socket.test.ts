import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { snapshotSchema } from '../../../contract/screen.ts';
import { COOKIE as cookie, openPageServer, TOKEN } from './testing.ts';

const LIMIT_MS = 5_000;

let server: Awaited<ReturnType<typeof openPageServer>>;
let origin: string;
let sockets: WebSocket[];
beforeEach(async () => {
  sockets = [];
  server = await openPageServer();
  ({ origin } = server);
});
afterEach(() => {
  for (const socket of sockets) socket.terminate();
});

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
  expect(server.logged).toContainEqual({ id: 'page-refused', fields: { reason: 'websocket' } });
});

test('takes what the contract declares and has it done', async () => {
  const socket = await page();
  call(socket, { type: 'setLanguage', language: 'en' });
  expect(await answer(socket)).toMatchObject({ id: 1, result: {} });
  expect(server.opened.look().language).toBe('en');
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
  call(socket, { type: 'chooseItem', code: 'x'.repeat(200_000) });
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

test('one connection cannot listen without end, and a page that begins anew can', async () => {
  const socket = await page();
  /** Of ten more wishes to listen, how many are refused. */
  const refused = async (first: number): Promise<number> => {
    for (let id = first; id < first + 10; id++) listen(socket, id);
    let shown = 0;
    let errors = 0;
    while (shown + errors < 10) {
      const { error, result } = (await answer(socket)) as { error?: unknown; result?: { type: string } };
      if (error) errors++;
      if (result?.type === 'data') shown++;
    }
    return errors;
  };
  expect(await refused(1)).toBe(6);
  for (let id = 1; id <= 10; id++) socket.send(JSON.stringify({ id, jsonrpc: '2.0', method: 'subscription.stop' }));
  expect(await refused(100)).toBe(6);
});

test('closing ends every connection', async () => {
  const socket = await page();
  listen(socket);
  const closed = once(socket, 'close', { signal: AbortSignal.timeout(LIMIT_MS) });
  await server.close();
  await closed;
});
