import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectRoot } from '../../scripts/rig/places.ts';
import { Resident } from '../support/resident.ts';

const ENTRY = join(projectRoot, 'scripts', 'start', 'main.ts');
const READY_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 5_000;

let dir: string;
let running: ChildProcess | undefined;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tongban-start-'));
});
afterEach(() => {
  if (running?.exitCode === null && running.signalCode === null) running.kill('SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

function start(...args: string[]): { child: ChildProcess; ready: Promise<string>; said: () => string } {
  const child = spawn(process.execPath, [ENTRY, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  running = child;
  let said = '';
  child.stderr?.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  const ready = new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not ready: ${said}`)), READY_LIMIT_MS);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)));
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /^READY (\S+)$/.exec(line)?.[1];
      if (!url) return;
      clearTimeout(timer);
      resolve(url);
    });
  });
  return { child, ready, said: () => said };
}

/** Everything that runs and names this test's folder. */
function processesOf(folder: string): string {
  const all = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' });
  return all
    .split('\n')
    .filter((line) => line.includes(folder))
    .join('\n');
}

async function interrupt(child: ChildProcess): Promise<number> {
  const startedAt = performance.now();
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  await ended;
  return performance.now() - startedAt;
}

test('the demo starts, is used, ends on Ctrl-C with nothing left behind, and goes on where it was', async () => {
  const first = start('--shell', 'none', '--data', dir);
  const url = await first.ready;
  const page = await fetch(url, { redirect: 'manual' });
  expect(page.status).toBe(303);
  expect(page.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
  expect((await fetch(new URL('/', url))).status).toBe(403);
  const resident = new Resident(url);
  await resident.sees('attract');
  resident.leave();
  expect(await interrupt(first.child)).toBeLessThan(STOP_LIMIT_MS);
  expect(first.child.exitCode).toBe(0);
  expect(processesOf(dir)).toBe('');

  const second = start('--shell', 'none', '--data', dir);
  await second.ready;
  expect(second.said()).not.toContain('store-moved-aside');
  await interrupt(second.child);
});

test('told to end while it still starts, it leaves nothing behind', async () => {
  const { child, ready } = start('--shell', 'none', '--data', dir);
  const early = ready.catch(() => 'ended');
  // The first thing of the rig is there, the rest is not.
  for (let waited = 0; waited < 10_000 && processesOf(join(dir, 'center')) === ''; waited += 20) await wait(20);
  expect(await interrupt(child)).toBeLessThan(STOP_LIMIT_MS);
  expect(await early).toBe('ended');
  expect(processesOf(dir)).toBe('');
});

test('a wrong config key stops the start, naming file, line, key and what was expected', async () => {
  const file = join(dir, 'kiosk.json');
  writeFileSync(
    file,
    '{\n  "kiosk": { "id": "310120-0042", "site": "x", "division": "310120" },\n  "centre": {},\n  "devices": {}\n}\n',
  );
  const { child, ready, said } = start('--shell', 'none', '--config', file, '--data', dir);
  await expect(ready).rejects.toThrow('ended with 78');
  expect(child.exitCode).toBe(78);
  expect(said()).toContain(`${file}:3: centre: no such key`);
  expect(said()).toMatch(/center: .*expected object/);
});

test('a kiosk without a single device starts and says that it cannot serve', async () => {
  const file = join(dir, 'kiosk.json');
  writeFileSync(
    file,
    JSON.stringify({
      kiosk: { id: '310120-0042', site: 'x', division: '310120' },
      center: { url: 'http://127.0.0.1:9' },
      devices: {},
    }),
  );
  const { child, ready } = start('--shell', 'none', '--config', file, '--data', dir);
  const resident = new Resident(await ready);
  await resident.sees('outOfService');
  resident.leave();
  await interrupt(child);
});

test('an option that does not exist is refused with a sentence', async () => {
  const { ready } = start('--shell', 'firefox');
  await expect(ready).rejects.toThrow('expected one of electron, chromium, none');
});
