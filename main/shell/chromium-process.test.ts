import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KioskBrowser } from './chromium.ts';
import { PROFILE_PREFIX, startChromium, sweepProfiles } from './chromium-process.ts';
import { RESTART_DELAY_MS } from './restart-budget.ts';
import { ClockDouble } from './testing/core-double.ts';

// What the shell makes of its browser's process and of its profile; a shell script stands in for the browser.

let folder: string;
let before: string | undefined;

const nothing = (): void => undefined;
const profiles = (): string[] => readdirSync(folder).filter((name) => name.startsWith(PROFILE_PREFIX));

function standIn(script: string): string {
  const file = path.join(folder, 'browser');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o700);
  return file;
}

beforeEach(() => {
  before = process.env.TMPDIR;
  folder = mkdtempSync(path.join(tmpdir(), 'b-'));
  process.env.TMPDIR = folder;
});

afterEach(() => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  rmSync(folder, { recursive: true });
});

test('a profile from before a loss of power is removed, though its pid is in use again', () => {
  const left = path.join(folder, `${PROFILE_PREFIX}${process.pid}-0badb0-abcdef`);
  mkdirSync(path.join(left, 'Default'), { recursive: true });
  sweepProfiles();
  expect(existsSync(left)).toBe(false);
});

test('what only has the name of a profile stays, and stops no start', () => {
  const name = `${PROFILE_PREFIX}1-0badb0-`;
  const elsewhere = path.join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  symlinkSync(elsewhere, path.join(folder, `${name}link`));
  writeFileSync(path.join(folder, `${name}file`), '');
  sweepProfiles();
  expect(profiles()).toHaveLength(2);
  expect(existsSync(elsewhere)).toBe(true);
});

test('a living browser keeps its profile; what it leaves in the temporary directory goes with it', async () => {
  const browser = startChromium(standIn('touch "$TMPDIR/left"; exec sleep 60'), true);
  await expect.poll(() => existsSync(path.join(browser.profile, 't', 'left')), { timeout: 20_000 }).toBe(true);
  sweepProfiles();
  expect(profiles()).toEqual([path.basename(browser.profile)]);
  const gone = new Promise<void>((resolve) => browser.onExit(() => resolve()));
  browser.kill();
  await gone;
  expect(readdirSync(folder)).toEqual(['browser']);
});

test('the core comes back under another address while a crashed browser waits for its restart: one browser, not two', async () => {
  const clock = new ClockDouble();
  const events: string[] = [];
  const binary = standIn(`[ -e "${folder}/once" ] && exec sleep 60; touch "${folder}/once"`);
  const browser = new KioskBrowser({
    binary,
    headless: true,
    clock,
    onLoaded: nothing,
    log: (event) => events.push(event),
  });
  browser.show('http://127.0.0.1:1/');
  await expect.poll(() => events, { timeout: 20_000 }).toContain('shell-child-exit');
  browser.show('http://127.0.0.1:2/');
  clock.pass(RESTART_DELAY_MS);
  expect(profiles()).toHaveLength(1);
  await browser.stop();
  expect(profiles()).toEqual([]);
});

test('a core that is ready after the stop opens no browser', async () => {
  const browser = new KioskBrowser({
    binary: standIn('exec sleep 60'),
    headless: true,
    onLoaded: nothing,
    log: nothing,
  });
  await browser.stop();
  browser.show('http://127.0.0.1:1/');
  expect(browser.pid).toBeUndefined();
  expect(profiles()).toEqual([]);
});
