import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UpsEvent } from '../../contract/ups.ts';
import { systemClock } from '../clock.ts';
import { tcpOpener } from '../transport/socket-wire.ts';
import { createNutUps } from './nut-ups.ts';
import type { Ups } from './ups.ts';

// The real upsd, with NUT's own stand-in for a UPS behind it (Debian package nut-server). /sbin/upsd is a script of Debian's
// that refuses to run until the machine is configured; the program lies beside the drivers.
const FOLDER = ['/lib/nut', '/usr/lib/nut'].find((folder) => existsSync(join(folder, 'dummy-ups'))) ?? '/lib/nut';
const POLL_INTERVAL_MS = 200;
/** dummy-ups reads its file every two seconds. */
const NEWS_LIMIT = { timeout: 20_000 };

let workDir: string;
let ups: Ups;
let port: number;
const children: ChildProcess[] = [];
const events: UpsEvent['type'][] = [];
const words: string[] = [];

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** What dummy-ups plays: one line for each variable. */
const play = (status: string, charge: number) =>
  writeFile(join(workDir, 'kiosk.dev'), `ups.status: ${status}\nbattery.charge: ${charge}\ninput.voltage: 230.0\n`);

function run(program: string, ...args: string[]): ChildProcess {
  const env = { ...process.env, NUT_CONFPATH: workDir, NUT_STATEPATH: workDir, NUT_ALTPIDPATH: workDir };
  const child = spawn(join(FOLDER, program), ['-F', '-u', userInfo().username, ...args], { env, stdio: 'ignore' });
  children.push(child);
  return child;
}
async function end(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

beforeAll(async () => {
  workDir = await mkdtemp(join(tmpdir(), 'tongban-nut-'));
  await mkdir(workDir, { recursive: true });
  port = await freePort();
  const driver = `[kiosk]\n driver = dummy-ups\n port = ${join(workDir, 'kiosk.dev')}\n mode = dummy-loop\n`;
  await writeFile(join(workDir, 'ups.conf'), `maxretry = 1\n${driver}`);
  await writeFile(join(workDir, 'upsd.conf'), `LISTEN 127.0.0.1 ${port}\nSTATEPATH ${workDir}\n`);
  await writeFile(join(workDir, 'upsd.users'), '');
  await play('OL', 100);
  run('dummy-ups', '-a', 'kiosk');
  run('upsd');
  ups = createNutUps({
    opener: tcpOpener({ host: '127.0.0.1', port, writeLimitMs: 1_000 }),
    ups: 'kiosk',
    clock: systemClock,
    log: () => undefined,
    pollIntervalMs: POLL_INTERVAL_MS,
    onStatus: (status) => words.push(status.ups),
    onEvent: ({ type }) => events.push(type),
  });
});
afterAll(async () => {
  await ups?.stop();
  for (const child of children) await end(child);
  await rm(workDir, { recursive: true, force: true });
});

test('a power cut from beginning to end, told by the real upsd', async () => {
  await expect.poll(() => ups.status(), NEWS_LIMIT).toMatchObject({ power: 'mains', ups: 'good', battery: 'full' });
  await play('OB DISCHRG', 60);
  await expect.poll(() => ups.status(), NEWS_LIMIT).toMatchObject({ power: 'battery', ups: 'powering', charge: 60 });
  await play('OB DISCHRG LB', 8);
  await expect.poll(() => ups.status(), NEWS_LIMIT).toMatchObject({ ups: 'low', battery: 'critical' });
  await play('OL CHRG', 30);
  await expect.poll(() => ups.status(), NEWS_LIMIT).toMatchObject({ ups: 'recovered', charging: 'charging' });
  await play('OL', 99);
  await expect.poll(() => ups.status(), NEWS_LIMIT).toMatchObject({ ups: 'good', battery: 'full' });
  expect(events).toEqual(['mainsLost', 'batteryLow', 'mainsBack']);
});

test('upsd whose driver died says so, and that is no power cut', async () => {
  await end(children[0]);
  await expect.poll(() => ups.status(), NEWS_LIMIT).toMatchObject({ device: 'offline', power: 'unknown' });
  expect(ups.status().reasons[0]).toMatch(/^(DRIVER-NOT-CONNECTED|DATA-STALE)$/);
  expect(events).toHaveLength(3);
});

test('upsd itself gone is offline, with the reason of the wire', async () => {
  await end(children[1]);
  await expect.poll(() => ups.status(), NEWS_LIMIT).toMatchObject({ device: 'offline', reasons: ['portMissing'] });
});
