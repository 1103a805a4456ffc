import { afterEach, expect, test } from 'vitest';
import type { DeviceHealth } from '../../contract/device-health.ts';
import type { LogEventId } from '../../contract/log-events.ts';
import { systemClock } from '../../native/clock.ts';
import { type DeviceLink, openDeviceLink } from './device-link.ts';
import { nodeHostStarter } from './host-starter.ts';

const MISBEHAVING = new URL('./testing/misbehaving-host.ts', import.meta.url);
const LIMITS = { beginMs: 10_000, endMs: 20_000 };
const LIMIT_MS = 20_000;
const FIRST_REPORT = { report: 'present', evidence: 'first' };

const opened: DeviceLink[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((link) => link.stop()));
});

function open(settings: Record<string, unknown> = {}) {
  const healths: DeviceHealth[] = [];
  const events: unknown[] = [];
  const logged: LogEventId[] = [];
  const link = openDeviceLink({
    device: 'locker',
    settings: { driver: 'misbehaving', ...FIRST_REPORT, ...settings },
    assetsDir: '/nowhere',
    startHost: nodeHostStarter(MISBEHAVING),
    clock: systemClock,
    log: (id) => logged.push(id),
    onEvent: (event) => events.push(event),
    onHealth: (health) => healths.push(health),
  });
  opened.push(link);
  link.start();
  return { link, healths, events, logged };
}

async function until(holds: () => boolean): Promise<void> {
  const limit = performance.now() + LIMIT_MS;
  while (!holds()) {
    if (performance.now() > limit) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('a call waits for the process, and bytes stay bytes on their way', async () => {
  const { link } = open();
  const answer = await link.call('echo', [Uint8Array.of(1, 2, 3)], LIMITS);
  expect(answer).toEqual({ ok: true, value: Uint8Array.of(1, 2, 3) });
});

test('a driver that loops for 5 s stalls neither this process nor another device', async () => {
  const looping = open();
  const other = open();
  await Promise.all([looping.link.call('echo', [1], LIMITS), other.link.call('echo', [1], LIMITS)]);
  let ended = false;
  const loop = looping.link.call('loop', [5_000], LIMITS).then(() => {
    ended = true;
  });
  // As many turns as there are in a second: each answered while the other one loops.
  for (let turn = 0; turn < 50; turn += 1) {
    expect(await other.link.call('echo', [turn], LIMITS)).toEqual({ ok: true, value: turn });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(ended).toBe(false);
  }
  await loop;
});

test('a driver that hangs is ended and started again, and its call is lost', async () => {
  const { link, healths, logged } = open();
  const before = await link.call('pid', [], LIMITS);
  expect(await link.call('loop', [600_000], { beginMs: 1_000, endMs: 60_000 })).toEqual({ ok: false, error: 'lost' });
  const after = await link.call('pid', [], LIMITS);
  expect(after.ok && before.ok && after.value !== before.value).toBe(true);
  expect(logged).toContain('device-process-exit');
  expect(healths.map(({ state, reasons }) => [state, ...reasons].join(' '))).toEqual([
    'online',
    'offline driverHung',
    'online',
  ]);
  expect(link.health().processRestarts).toBe(1);
});

test('an abort of native code ends only its own process, which is back soon', async () => {
  const aborting = open();
  const other = open();
  const { value: pid } = (await other.link.call('pid', [], LIMITS)) as { value: number };
  expect(await aborting.link.call('abort', [], LIMITS)).toEqual({ ok: false, error: 'lost' });
  expect(await aborting.link.call('echo', ['again'], LIMITS)).toEqual({ ok: true, value: 'again' });
  expect(aborting.link.health().evidence).toBe('first');
  expect(aborting.healths.find(({ state }) => state === 'offline')?.evidence).toBe('its process ended: SIGABRT');
  expect(await other.link.call('pid', [], LIMITS)).toEqual({ ok: true, value: pid });
});

test('a bug in a driver ends its process; calls that were not begun go to the next one', async () => {
  const { link } = open();
  await link.call('echo', [1], LIMITS);
  const lost = link.call('throws', [], LIMITS);
  expect(await lost).toEqual({ ok: false, error: 'lost' });
  expect(await link.call('echo', [2], LIMITS)).toEqual({ ok: true, value: 2 });
});

test('a call that comes too late is not made', async () => {
  const { link } = open();
  await link.call('echo', [1], LIMITS);
  const loop = link.call('loop', [1_500], LIMITS);
  const late = link.call('emit', ['too late'], { beginMs: 300, endMs: 10_000 });
  expect(await late).toEqual({ ok: false, error: 'notMade' });
  expect((await loop).ok).toBe(true);
});

test('a call that is never answered is lost at its limit', async () => {
  const { link } = open();
  await link.call('echo', [1], LIMITS);
  expect(await link.call('never', [], { beginMs: 100, endMs: 300 })).toEqual({ ok: false, error: 'lost' });
});

test('events arrive in order; health is told only when it changed, and its state keeps its since', async () => {
  const { link, healths, events } = open();
  await link.call('emit', ['one'], LIMITS);
  await link.call('emit', ['two'], LIMITS);
  for (const media of ['present', 'present', 'notPresent', 'notPresent']) await link.call('report', [media], LIMITS);
  await until(() => healths.length === 2);
  expect(events).toEqual(['one', 'two']);
  expect(healths.map(({ details }) => details.media)).toEqual(['present', 'notPresent']);
  expect(healths[1]?.since).toBe(healths[0]?.since);
  expect(link.health().evidence).toBe('asked');
});

test('a process that cannot be started is offline, and calls end at their limit', async () => {
  const link = openDeviceLink({
    device: 'locker',
    settings: { driver: 'misbehaving' },
    assetsDir: '/nowhere',
    startHost: nodeHostStarter(new URL('./no-such-file.ts', import.meta.url)),
    clock: systemClock,
    log: () => undefined,
  });
  opened.push(link);
  link.start();
  expect(await link.call('echo', [1], { beginMs: 500, endMs: 1_000 })).toEqual({ ok: false, error: 'notMade' });
  await until(() => link.health().state === 'offline');
  expect(link.health().reasons).toEqual(['driverCrashed']);
});
