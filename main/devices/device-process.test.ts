import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type { LogEventId } from '../../contract/log-events.ts';
import { systemClock } from '../../native/clock.ts';
import { ManualClock } from '../../native/manual-clock.ts';
import { type DeviceLink, openDeviceLink } from './device-link.ts';
import type { HostToCore } from './host-protocol.ts';
import { type HostProcess, nodeHostStarter } from './host-starter.ts';
import { createHostWatch, HOST_SILENCE_LIMIT_MS } from './host-watch.ts';

const MISBEHAVING = new URL('./testing/misbehaving-host.ts', import.meta.url);
const SETTINGS = { driver: 'misbehaving', report: 'present', evidence: 'first' };
const LIMITS = { beginMs: 10_000, endMs: 20_000 };

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

function open(entry = MISBEHAVING) {
  const events: unknown[] = [];
  const logged: LogEventId[] = [];
  const link: DeviceLink = openDeviceLink({
    device: 'locker',
    settings: SETTINGS,
    assetsDir: '/nowhere',
    startHost: nodeHostStarter(entry),
    clock: systemClock,
    log: (id) => logged.push(id),
    onEvent: (event) => events.push(event),
  });
  closing.push(() => link.stop());
  link.start();
  return { link, events, logged };
}

const pidOf = async (link: DeviceLink): Promise<number> => {
  const answer = await link.call('pid', [], LIMITS);
  if (!answer.ok) throw new Error(answer.error);
  return Number(answer.value);
};

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s to the whole group: the driver is still stopped in order',
  async (signal) => {
    const { link, events, logged } = open();
    process.kill(await pidOf(link), signal);
    expect(await link.call('echo', [1], LIMITS)).toEqual({ ok: true, value: 1 });
    // Twice at once, as when somebody is impatient.
    await Promise.all([link.stop(), link.stop()]);
    expect(events).toEqual(['stopped in order']);
    expect(logged).not.toContain('device-process-exit');
  },
);

test('a call made at the news that the process is gone waits for the next one', async () => {
  let asked: ReturnType<DeviceLink['call']> | undefined;
  const link: DeviceLink = openDeviceLink({
    device: 'locker',
    settings: SETTINGS,
    assetsDir: '/nowhere',
    startHost: nodeHostStarter(MISBEHAVING),
    clock: systemClock,
    log: () => undefined,
    onHealth({ state }) {
      if (state === 'offline') asked ??= link.call('echo', ['after'], LIMITS);
    },
  });
  closing.push(() => link.stop());
  link.start();
  expect(await link.call('abort', [], LIMITS)).toEqual({ ok: false, error: 'lost' });
  expect(await asked).toEqual({ ok: true, value: 'after' });
});

test('a process is started from a folder whose name has a space and hanzi', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tong ban 通办-'));
  closing.push(() => rm(folder, { recursive: true }));
  const entry = join(folder, 'alone.mjs');
  await copyFile(new URL('./testing/answering-host.mjs', import.meta.url), entry);
  const { link } = open(pathToFileURL(entry));
  expect(await link.call('anything', [], LIMITS)).toEqual({ ok: true, value: 'here' });
});

/** A process that opens one link, makes one call, and ends; what it and the host printed. */
async function printedBy(method: string, argument: string): Promise<{ out: string; err: string }> {
  const child = spawn(
    process.execPath,
    [new URL('./testing/one-call.ts', import.meta.url).pathname, method, argument],
    {
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const printed = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => {
    printed.out += text.toString();
  });
  child.stderr.on('data', (text: Buffer) => {
    printed.err += text.toString();
  });
  await new Promise((resolve) => child.once('close', resolve));
  return printed;
}

test('a driver that prints does not get into the answer of a command', async () => {
  const { out, err } = await printedBy('print', 'chatter of a driver');
  expect(out).toBe('');
  expect(err).toContain('chatter of a driver');
});

test('a rejection outside of a call ends the process, and its message is told to nobody', async () => {
  const { out, err } = await printedBy('rejectsLater', '王桂兰 11010519491231002X');
  expect(out + err).not.toContain('11010519491231002X');
  expect(err).toContain('a bug in a driver: TypeError');
  expect(err).toContain('misbehaving-host.ts');
  expect(err).toContain('device-process-exit');
});

function watched() {
  const clock = new ManualClock();
  const killed: number[] = [];
  let say: (message: HostToCore) => void = () => undefined;
  let starts = 0;
  const startHost = (): HostProcess => {
    starts += 1;
    const mine = starts;
    return {
      pid: mine,
      send: () => undefined,
      onMessage(listener) {
        say = listener;
      },
      onExit: () => undefined,
      kill: () => void killed.push(mine),
    };
  };
  const watch = createHostWatch({
    startHost,
    clock,
    greeting: { type: 'stop' },
    onMessage: () => undefined,
    onGone: () => undefined,
  });
  watch.start();
  say({ type: 'started' });
  return { clock, killed, say: () => say({ type: 'started' }) };
}

test('the core stood still longer than a host may be silent: what the host said meanwhile is heard first', async () => {
  const { clock, killed, say } = watched();
  // The late timer runs before the messages that wait are read.
  clock.after(HOST_SILENCE_LIMIT_MS - 1, say);
  await clock.advance(HOST_SILENCE_LIMIT_MS + 100);
  expect(killed).toEqual([]);
  await clock.advance(HOST_SILENCE_LIMIT_MS);
  expect(killed).toEqual([1]);
});
