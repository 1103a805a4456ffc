import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FrameJournal } from './frame-journal.ts';
import { type Network, openNetwork } from './network.ts';

const ANSWER = '{"outcome":"noRecord","holderIdNumber":"310120194803120021"}';

let center: Server;
let centerUrl: string;
let network: Network;
let frames: FrameJournal;
let asked: { url: string | undefined; key: string | undefined; body: string }[];

beforeEach(async () => {
  asked = [];
  center = createServer(async (request, reply) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    asked.push({ url: request.url, key: request.headers['idempotency-key'] as string | undefined, body });
    reply.writeHead(201, { 'content-type': 'application/json' });
    reply.end(ANSWER);
  });
  center.listen(0, '127.0.0.1');
  await once(center, 'listening');
  const address = center.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  centerUrl = `http://127.0.0.1:${address.port}`;
  frames = new FrameJournal();
  network = await openNetwork(() => centerUrl, frames);
});
afterEach(async () => {
  await network.close();
  center.closeAllConnections();
  center.close();
});

const ask = () =>
  fetch(`${network.url}/v1/queries?who=310120194803120021`, {
    method: 'POST',
    body: 'question',
    headers: { 'idempotency-key': 'k' },
  });

test('passes question and answer on whole, and notes neither person nor question', async () => {
  const answer = await ask();
  expect(answer.status).toBe(201);
  expect(await answer.text()).toBe(ANSWER);
  expect(asked).toEqual([{ url: '/v1/queries?who=310120194803120021', key: 'k', body: 'question' }]);
  expect(frames.last().map(({ text }) => text)).toEqual(['POST /v1/queries', '201 (60 bytes) POST /v1/queries']);
});

test.each([
  ['error500', 500, /internal/],
  ['html', 200, /^<!doctype html>/],
  ['halfJson', 201, /^\{"outcome":"noRecord","holderI$/],
  ['wrongPerson', 201, /"holderIdNumber":"319999190001010008"/],
] as const)('spoils the answer: %s', async (mode, status, body) => {
  network.mode = mode;
  const answer = await ask();
  expect(answer.status).toBe(status);
  expect(await answer.text()).toMatch(body);
});

test('slow: the head comes, the body does not in the time that anybody waits', async () => {
  network.mode = 'slow';
  const answer = await ask();
  expect(answer.status).toBe(201);
  const reader = answer.body?.getReader();
  expect((await reader?.read())?.value?.length).toBeLessThan(3);
  await reader?.cancel();
});

test('unplugged nothing gets through, not even what was under way; plugged again it is the same address', async () => {
  network.mode = 'slow';
  const under = await ask();
  const broken = under.text().then(
    () => 'whole',
    () => 'broken',
  );
  await network.unplug();
  expect(network.plugged).toBe(false);
  expect(await broken).toBe('broken');
  await expect(ask()).rejects.toThrow();
  network.mode = 'normal';
  await network.plug();
  await network.plug();
  expect((await ask()).status).toBe(201);
});

test('a center that is gone is a broken connection, not an answer', async () => {
  center.closeAllConnections();
  center.close();
  await expect(ask()).rejects.toThrow();
});
