import { createHash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import type { QueryRequest } from '../../contract/gateway.ts';
import { systemClock } from '../../native/clock.ts';
import { createCenterClient } from './center-client.ts';
import { type Behaviour, json, startFaultServer } from './fault-server.ts';

const request = {
  queryId: '1c8c5f0e-6f0a-4a55-9d0a-0f6d7f0f2a11',
  itemCode: '310000000001',
  holder: { cardKind: 'resident', name: '王建国', idNumber: '310120195001010029' },
  purpose: '本人查询',
  inputs: {},
} satisfies QueryRequest;
const echo = { queryId: request.queryId, itemCode: request.itemCode, holderIdNumber: request.holder.idNumber };
const record = {
  ...echo,
  outcome: 'record',
  document: { number: 'TB-00000001', issuedAt: '2026-11-21T10:00:00+08:00', verifyUrl: 'http://center/verify/1' },
  record: { subject: { name: '王建国' }, tables: { months: [{ month: '2026-10', amount: 12_345 }] } },
};
const limitReached = { ...echo, outcome: 'limitReached', perDay: 2 };
const QUERY_TIMEOUT_MS = 400;

async function connected(behaviour: Behaviour) {
  const server = await startFaultServer();
  server.behave(behaviour);
  const client = createCenterClient({
    url: server.url,
    kioskId: '310120-0042',
    key: 'test-key-0123456789',
    clock: systemClock,
    log: () => undefined,
    queryTimeoutMs: QUERY_TIMEOUT_MS,
  });
  onTestFinished(() => client.stop());
  return { server, client };
}

const raw =
  (status: number, type: string, body: string | Uint8Array): Behaviour =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': type }).end(body);

const drip: Behaviour = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 50);
  response.on('close', () => clearInterval(timer));
};

test.each([
  ['a record', json(200, record), record],
  ['no record', json(200, { ...echo, outcome: 'noRecord' }), { ...echo, outcome: 'noRecord' }],
  ['“not again today”', json(200, limitReached), limitReached],
])('%s comes through as it is', async (_what, behaviour, value) => {
  const { client } = await connected(behaviour);
  expect(await client.query(request)).toEqual({ ok: true, value });
  expect(client.reachable()).toBe(true);
});

test.each<[string, Behaviour, string]>([
  ['resets the connection', (incoming) => void incoming.socket.destroy(), 'center.unreachable'],
  [
    'resets it in the middle of the answer',
    (incoming, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"outcome":');
      setImmediate(() => incoming.socket.destroy());
    },
    'center.unreachable',
  ],
  ['is a black hole', () => undefined, 'center.timeout'],
  ['answers a byte at a time', drip, 'center.timeout'],
  ['answers 500', json(500, { error: 'x' }), 'center.failed'],
  ['answers 503 with a page', raw(503, 'text/html', '<h1>busy</h1>'), 'center.failed'],
  ['answers 403', json(403, {}), 'center.refused'],
  ['answers with a page', raw(200, 'text/html', '<html>login</html>'), 'center.badAnswer'],
  [
    'leads to a login page',
    (_, response) => void response.writeHead(302, { location: '/login' }).end(),
    'center.badAnswer',
  ],
  ['answers half a JSON', raw(200, 'application/json', JSON.stringify(record).slice(0, 150)), 'center.badAnswer'],
  [
    'answers with bytes that are no UTF-8',
    raw(200, 'application/json', Buffer.from([0x22, 0xff, 0x22])),
    'center.badAnswer',
  ],
  ['answers with nothing', raw(200, 'application/json', ''), 'center.badAnswer'],
  ['leaves a field out', json(200, { ...record, document: undefined }), 'center.badAnswer'],
  [
    'answers another query',
    json(200, { ...record, queryId: '2c8c5f0e-6f0a-4a55-9d0a-0f6d7f0f2a11' }),
    'center.badAnswer',
  ],
  ['answers about another item', json(200, { ...record, itemCode: '310000000002' }), 'center.badAnswer'],
  [
    "answers with someone else's record",
    json(200, { ...record, holderIdNumber: '310120195001010037' }),
    'center.wrongPerson',
  ],
  [
    'says “not again today” to somebody else',
    json(200, { ...limitReached, holderIdNumber: '310120195001010037' }),
    'center.wrongPerson',
  ],
  ['says “not again today” without how often', json(200, { ...limitReached, perDay: undefined }), 'center.badAnswer'],
  ['answers with more than 4 MB', raw(200, 'application/json', `"${'x'.repeat(4 * 1024 * 1024)}"`), 'center.badAnswer'],
  [
    'says it is compressed and is not',
    (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('{}'),
    'center.badAnswer',
  ],
  ['does not speak HTTP', (incoming) => void incoming.socket.end('SSH-2.0-OpenSSH\r\n\r\n'), 'center.badAnswer'],
])('a center that %s', async (_what, behaviour, code) => {
  const { client } = await connected(behaviour);
  expect(await client.query(request)).toEqual({ ok: false, error: code });
});

test('nobody listens', async () => {
  const { client, server } = await connected(json(200, record));
  await server.stop();
  const changes: boolean[] = [];
  client.onReachability((reachable) => changes.push(reachable));
  expect(await client.query(request)).toEqual({ ok: false, error: 'center.unreachable' });
  expect(client.reachable()).toBe(false);
  expect(changes).toEqual([false]);
});

test('a visit that ends calls its query off', async () => {
  const { client } = await connected(() => undefined);
  expect(await client.query(request, AbortSignal.abort())).toEqual({ ok: false, error: 'center.timeout' });
  expect(client.reachable()).toBe(true);
});

test('a kept-alive connection that the center closed meanwhile is not a failure', async () => {
  let asked = 0;
  const { client } = await connected((incoming, response, body) => {
    asked += 1;
    if (asked === 2) incoming.socket.destroy();
    else json(200, record)(incoming, response, body);
  });
  expect((await client.query(request)).ok).toBe(true);
  expect((await client.query(request)).ok).toBe(true);
});

test('the heartbeat sees the center go', async () => {
  const { client, server } = await connected(json(200, {}));
  await server.stop();
  const changed = new Promise<boolean>((resolve) => client.onReachability(resolve));
  client.start();
  expect(await changed).toBe(false);
});

const pdf = Buffer.from('%PDF-1.7 a document');
const delivered = {
  path: '/v1/documents/TB-00000001',
  sha256: createHash('sha256').update(pdf).digest('hex'),
  bytes: pdf.length,
  pages: 1,
};

test('a finished document is fetched and checked', async () => {
  const { client } = await connected(raw(200, 'application/pdf', pdf));
  const fetched = await client.fetchDelivered(delivered);
  expect(fetched.ok && Buffer.from(fetched.value).equals(pdf)).toBe(true);
});

test.each<[string, Behaviour, Partial<typeof delivered>, string]>([
  [
    'other content of the same length',
    raw(200, 'application/pdf', Buffer.alloc(pdf.length, 1)),
    {},
    'center.badDocument',
  ],
  ['a shorter document', raw(200, 'application/pdf', pdf.subarray(1)), {}, 'center.badDocument'],
  ['a longer document', raw(200, 'application/pdf', Buffer.concat([pdf, pdf])), {}, 'center.badDocument'],
  ['a document declared too large', raw(200, 'application/pdf', pdf), { bytes: 11_000_000 }, 'center.badDocument'],
  ['404', json(404, {}), {}, 'center.refused'],
  ['500', json(500, {}), {}, 'center.failed'],
])('instead of the document comes %s', async (_what, behaviour, changes, code) => {
  const { client } = await connected(behaviour);
  expect(await client.fetchDelivered({ ...delivered, ...changes })).toEqual({ ok: false, error: code });
});

const rating = {
  kind: 'rating',
  report: {
    transactionId: request.queryId,
    kioskId: '310120-0042',
    level: 5,
    ratedAt: '2026-11-21T02:00:00Z',
  },
} as const;

test.each<[string, Behaviour, unknown]>([
  ['409', json(409, {}), { kind: 'refused', status: 409 }],
  ['408', json(408, {}), { kind: 'retry', code: 'center.refused' }],
  ['425', json(425, {}), { kind: 'retry', code: 'center.refused' }],
  ['429', json(429, {}), { kind: 'retry', code: 'center.refused' }],
  ['500', json(500, {}), { kind: 'retry', code: 'center.failed' }],
  ['a login page with 200', raw(200, 'text/html', '<html>'), { kind: 'retry', code: 'center.badAnswer' }],
  [
    'an acknowledgement of another message',
    json(200, { key: 'b', stored: 'new' }),
    { kind: 'retry', code: 'center.badAnswer' },
  ],
])('to a message the center answers %s', async (_what, behaviour, error) => {
  const { client, server } = await connected(behaviour);
  expect(await client.deliver('a', rating)).toEqual({ ok: false, error });
  expect(server.requests[0]).toMatchObject({ method: 'PUT', path: `/v1/ratings/${request.queryId}`, key: 'a' });
});
