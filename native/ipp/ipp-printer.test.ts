import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { systemClock } from '../clock.ts';
import { attribute } from './attributes.ts';
import { decodeMessage, encodeMessage } from './frames.ts';
import { createIppPrinter } from './ipp-printer.ts';
import { VALUE_TAG } from './tags.ts';
import { IPP_HEADERS, type Served, serveBytes, serveHttp } from './testing/serve.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function printerOn(server: Promise<Served>, timeoutMs = 2_000) {
  const { uri, close } = await server;
  closers.push(close);
  return createIppPrinter({ uri, clock: systemClock, log: () => undefined, timeoutMs });
}
const printerAnswering = (listener: RequestListener, timeoutMs?: number) => printerOn(serveHttp(listener), timeoutMs);

const headers = IPP_HEADERS;
const reply = (code: number, requestId: number, jobId = 5): Buffer =>
  encodeMessage({
    version: [1, 1],
    code,
    requestId,
    groups: [{ tag: 2, attributes: [attribute('job-id', VALUE_TAG.integer, jobId)] }],
    data: new Uint8Array(),
  });

describe('a printer that answers badly', () => {
  test.each<[string, RequestListener, string]>([
    ['503', (_, response) => void response.writeHead(503, headers).end(), 'refused'],
    [
      'a web page',
      (_, response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>'),
      'badReply',
    ],
    ['nothing in the body', (_, response) => void response.writeHead(200, headers).end(), 'badReply'],
    [
      'half a message',
      (_, response) => void response.writeHead(200, headers).end(reply(0, 1).subarray(0, 12)),
      'badReply',
    ],
    [
      'the answer to another request',
      (_, response) => void response.writeHead(200, headers).end(reply(0, 99)),
      'badReply',
    ],
    ['two megabytes', (_, response) => void response.writeHead(200, headers).end(Buffer.alloc(2 << 20)), 'badReply'],
    [
      'client-error-not-found',
      (_, response) => void response.writeHead(200, headers).end(reply(0x0406, 1)),
      'jobNotFound',
    ],
    ['server-error-busy', (_, response) => void response.writeHead(200, headers).end(reply(0x0507, 1)), 'refused'],
    ['a broken connection', (request) => void request.socket.destroy(), 'unreachable'],
    [
      'a body that breaks off',
      (request, response) => {
        response.writeHead(200, { ...headers, 'Content-Length': '100' }).write(reply(0, 1).subarray(0, 10));
        setImmediate(() => request.socket.destroy());
      },
      'unreachable',
    ],
  ])('%s', async (_, listener, error) => {
    const printer = await printerAnswering(listener);
    expect(await printer.createJob('tb-1')).toEqual({ ok: false, error });
  });

  const OK = 'HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\n';
  test.each([
    ['bytes that are no HTTP', '\x00\x01\x02 nonsense', 'badReply'],
    ['chunks that are none', `${OK}Transfer-Encoding: chunked\r\n\r\nzz\r\nnonsense\r\n`, 'badReply'],
    ['a chunk longer than can be', `${OK}Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n`, 'badReply'],
    ['headers without end', `${OK}${'X-Padding: nonsense\r\n'.repeat(2000)}`, 'badReply'],
    ['two lengths', `${OK}Content-Length: 1\r\nContent-Length: 9\r\n\r\nx`, 'badReply'],
    ['a length that lies', `${OK}Content-Length: 9\r\n\r\nx`, 'unreachable'],
  ])('%s', async (_, bytes, error) => {
    const answer = (socket: Socket) => void socket.once('data', () => socket.end(bytes));
    const printer = await printerOn(serveBytes(answer));
    expect(await printer.job(1)).toEqual({ ok: false, error });
  });

  test('another job than the one that was asked for', async () => {
    const printer = await printerAnswering((_, response) => {
      const attributes = [
        attribute('job-id', VALUE_TAG.integer, 6),
        attribute('job-name', VALUE_TAG.name, 'tb-6'),
        attribute('job-state', VALUE_TAG.enum, 9),
      ];
      const groups = [{ tag: 2, attributes }];
      response.writeHead(200, headers);
      response.end(encodeMessage({ version: [1, 1], code: 0, requestId: 1, groups, data: new Uint8Array() }));
    });
    expect(await printer.job(5)).toEqual({ ok: false, error: 'badReply' });
  });

  test.each<[string, RequestListener]>([
    ['never answers', () => undefined],
    ['sends headers and then nothing', (_, response) => void response.writeHead(200, headers).write(Buffer.of(1))],
    [
      'sends a byte now and then',
      (_, response) => {
        response.writeHead(200, headers);
        const drip = setInterval(() => response.write(Buffer.of(1)), 20);
        response.on('close', () => clearInterval(drip));
      },
    ],
  ])('one that %s is given up at the limit', async (_, listener) => {
    const printer = await printerAnswering(listener, 150);
    expect(await printer.job(1)).toEqual({ ok: false, error: 'timeout' });
  });

  test('a port that nobody listens on is unreachable', async () => {
    const printer = await printerAnswering(() => undefined);
    for (const close of closers.splice(0)) await close();
    expect(await printer.status()).toEqual({ ok: false, error: 'unreachable' });
  });
});

test('the document follows the attributes unchanged, and the target comes third', async () => {
  const bodies: Buffer[] = [];
  const printer = await printerAnswering(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    bodies.push(Buffer.concat(chunks));
    response.writeHead(200, headers).end(reply(0, bodies.length));
  });
  const pdf = Buffer.from('%PDF-1.7 …');
  expect(await printer.createJob('tb-1')).toEqual({ ok: true, value: { jobId: 5 } });
  expect(await printer.sendDocument(5, pdf)).toEqual({ ok: true, value: undefined });
  const sent = decodeMessage(bodies[1] ?? Buffer.alloc(0));
  if (!sent.ok) throw new Error(sent.error);
  expect(sent.value.code).toBe(0x0006);
  expect(Buffer.from(sent.value.data)).toEqual(pdf);
  expect(sent.value.groups[0]?.attributes.map(({ name }) => name)).toEqual([
    'attributes-charset',
    'attributes-natural-language',
    'printer-uri',
    'job-id',
    'document-format',
    'last-document',
    'requesting-user-name',
  ]);
});
