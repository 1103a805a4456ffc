import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import type { StaffSnapshot } from '../../../contract/staff.ts';
import type { StaffEvent } from '../../../contract/staff-event.ts';
import type { StaffDesk } from '../../staff/staff-desk.ts';
import { COOKIE as cookie, openPageServer, TOKEN } from './testing.ts';

const LIMIT_MS = 5_000;

/** A desk that shows how many touches it got. */
function countingDesk() {
  const received: StaffEvent[] = [];
  const listeners = new Set<(snapshot: StaffSnapshot) => void>();
  const snapshot = (): StaffSnapshot => ({
    sequence: received.length,
    screen: { name: 'closed' },
    offline: false,
    kiosk: { id: '310120-0042', site: '关港村' },
    idleSecondsLeft: null,
  });
  const desk: StaffDesk = {
    send(event) {
      received.push(event);
      for (const listener of listeners) listener(snapshot());
    },
    snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wantsCard: () => false,
    knows: async () => false,
    card: () => false,
    cardFailed: () => undefined,
    scanned: () => false,
    busy: () => false,
    refresh: () => undefined,
    stop: () => undefined,
  };
  return { desk, received, listeners };
}

/** A page's socket: what it says, and the messages that come, one by one. */
async function openSocket(staff: StaffDesk | undefined) {
  const { origin } = await openPageServer({ staff });
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/trpc`, { headers: { origin, cookie } });
  onTestFinished(() => socket.terminate());
  const messages: unknown[] = [];
  socket.on('message', (data) => {
    if (data.toString() !== 'PING') messages.push(JSON.parse(data.toString()));
  });
  const signal = AbortSignal.timeout(LIMIT_MS);
  await once(socket, 'open', { signal });
  return {
    say: (id: number, method: string, path: string, input?: unknown) =>
      socket.send(JSON.stringify({ id, jsonrpc: '2.0', method, params: { path, input } })),
    answer: async (): Promise<unknown> => {
      while (messages.length === 0) await once(socket, 'message', { signal });
      return messages.shift();
    },
  };
}

test('the staff’s snapshot comes at once, then every change that a touch makes', async () => {
  const { desk, received, listeners } = countingDesk();
  const page = await openSocket(desk);
  page.say(1, 'subscription', 'staff');
  expect(await page.answer()).toMatchObject({ result: { type: 'started' } });
  expect(await page.answer()).toMatchObject({ id: 1, result: { data: { sequence: 0, screen: { name: 'closed' } } } });
  page.say(2, 'mutation', 'sendStaff', { type: 'key', key: '7' });
  const both = [await page.answer(), await page.answer()];
  expect(both).toContainEqual(expect.objectContaining({ id: 2 }));
  expect(both).toContainEqual(expect.objectContaining({ id: 1, result: expect.objectContaining({ type: 'data' }) }));
  expect(received).toEqual([{ type: 'key', key: '7' }]);
  page.say(1, 'subscription.stop', 'staff');
  expect(await page.answer()).toMatchObject({ id: 1, result: { type: 'stopped' } });
  expect(listeners.size).toBe(0);
});

test.each([{ type: 'openDoor', cell: 7 }, { type: 'key', key: 'A' }, { type: 'chooseCell', cell: 0 }, undefined])(
  'a touch that the contract does not know (%j) is refused and reaches nobody',
  async (input) => {
    const { desk, received } = countingDesk();
    const page = await openSocket(desk);
    page.say(1, 'mutation', 'sendStaff', input);
    expect(await page.answer()).toMatchObject({ error: { data: { code: 'BAD_REQUEST' } } });
    expect(received).toEqual([]);
  },
);

test('on a machine without a locker the staff’s snapshots end at once, and a touch has no effect', async () => {
  const page = await openSocket(undefined);
  page.say(1, 'subscription', 'staff');
  expect(await page.answer()).toMatchObject({ id: 1, result: { type: 'started' } });
  expect(await page.answer()).toMatchObject({ id: 1, result: { type: 'stopped' } });
  page.say(2, 'mutation', 'sendStaff', { type: 'open' });
  expect(await page.answer()).toMatchObject({ id: 2, result: {} });
});

test('the second screen keeps its address when it brings the token', async () => {
  const { origin } = await openPageServer();
  const answer = await fetch(`${origin}/staff.html?token=${TOKEN}`, { redirect: 'manual' });
  expect(answer.headers.get('location')).toBe('/staff.html');
  expect((await fetch(`${origin}/staff.html?token=wrong`, { redirect: 'manual' })).status).toBe(403);
});
