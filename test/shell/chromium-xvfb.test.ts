import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROFILE_PREFIX } from '../../main/shell/chromium-process.ts';
import { type RunningShell, runShell } from '../../main/shell/run-shell.ts';
import type { ShellEventId } from '../../main/shell/shell-log.ts';
import { eventually, processesWith } from './processes.ts';
import { startXvfb, type VirtualDisplay } from './xvfb.ts';

// The Chromium shell for real: a virtual screen, Debian's browser in kiosk mode, and a stand-in for the core.

const CORE = path.resolve(import.meta.dirname, '../../main/shell/testing/stand-in-core.ts');
const WIDTH = 540;
const HEIGHT = 960;

let display: VirtualDisplay;
let shell: RunningShell;
let url: string;
const events: ShellEventId[] = [];

interface Report {
  /** Another one for every document, so that the last word of a page that is gone is not taken for the next one's. */
  readonly load: string;
  readonly width: string;
  readonly height: string;
  readonly fullscreen: string;
  readonly age: number;
}

const ask = async (path: string): Promise<unknown> => (await fetch(new URL(path, url))).json();

/** What the page last told the core about itself, if that is not long ago. */
async function page(): Promise<Report | null> {
  const reports = (await ask('/seen').catch(() => [])) as Report[];
  const last = reports.at(-1);
  return last && last.age < 1000 ? last : null;
}

const anotherThan = async (before: Report): Promise<Report | null> => {
  const report = await page();
  return report?.load === before.load ? null : report;
};

beforeAll(async () => {
  display = await startXvfb(WIDTH, HEIGHT);
  process.env.DISPLAY = display.display;
  url = await new Promise<string>((resolve, reject) => {
    shell = runShell({
      kind: 'chromium',
      coreEntry: CORE,
      nodePath: process.execPath,
      environment: { TONGBAN_CONFIG: 'none' },
      onReady: resolve,
      onGivenUp: (exit) => reject(new Error(`the core gave up: ${exit.code}`)),
      log: (event) => events.push(event),
    });
  });
}, 60_000);

afterAll(async () => {
  await shell.stop();
  await display.stop();
});

test('the page covers the whole screen in kiosk mode', async () => {
  // Chromium may draw one pixel more than the screen has; never less.
  const covers = (shown: string, screen: number): boolean => [0, 1].includes(Number(shown) - screen);
  await eventually('the page covers the screen', async () => {
    const report = await page();
    return report?.fullscreen === 'true' && covers(report.width, WIDTH) && covers(report.height, HEIGHT);
  });
});

test('the token stands in no command line of the browser', async () => {
  const { token } = (await ask('/who')) as { token: string };
  expect(token.length).toBeGreaterThan(40);
  expect(processesWith(token)).toEqual([]);
});

test('a page that leads away from its origin is brought back', async () => {
  const before = events.filter((event) => event === 'shell-denied').length;
  const left = await eventually('the page reports', page);
  await ask('/command?go=about:blank');
  await eventually('the way out is refused', () => events.filter((event) => event === 'shell-denied').length > before);
  await eventually('the page is back', () => anotherThan(left));
}, 130_000);

test('kill -9 of the browser: the page is back', async () => {
  const left = await eventually('the page reports', page);
  const pid = await eventually('the browser runs', () => shell.pagePid());
  process.kill(pid, 'SIGKILL');
  await eventually('another browser runs', () => shell.pagePid() !== undefined && shell.pagePid() !== pid);
  await eventually('another page reports', () => anotherThan(left));
}, 100_000);

test('a page in an endless loop is noticed and replaced', async () => {
  const left = await eventually('the page reports', page);
  const pid = shell.pagePid();
  const faults = (): number => events.filter((event) => event === 'shell-page-fault').length;
  const before = faults();
  await ask('/command?hang=1');
  await eventually('the hang is noticed', () => faults() > before);
  await eventually('another browser runs', () => shell.pagePid() !== undefined && shell.pagePid() !== pid);
  await eventually('another page reports', () => anotherThan(left));
}, 130_000);

test('kill -9 of the core: it is back under the same address with the same token', async () => {
  const before = (await ask('/who')) as { pid: number; token: string };
  process.kill(before.pid, 'SIGKILL');
  const after = await eventually('another core answers', async () => {
    const who = (await ask('/who').catch(() => null)) as { pid: number; token: string } | null;
    return who && who.pid !== before.pid ? who : null;
  });
  expect(after.token).toBe(before.token);
  await eventually('the page reports to the new core', page);
}, 100_000);

test('a core in an endless loop is ended and started again', async () => {
  const { pid } = (await ask('/who')) as { pid: number };
  await ask('/hang').catch(() => null);
  await eventually('another core runs', () => shell.corePid() !== undefined && shell.corePid() !== pid);
  expect(events).toContain('shell-child-silent');
}, 100_000);

test('stop leaves no process behind', async () => {
  await shell.stop();
  // Other tests have browsers of their own at the same time.
  const own = `${PROFILE_PREFIX}${process.pid}-`;
  await eventually('the browser is gone', () => processesWith(own).length === 0);
  expect(shell.corePid()).toBeUndefined();
  expect(shell.pagePid()).toBeUndefined();
  await expect(ask('/who')).rejects.toThrow();
});
