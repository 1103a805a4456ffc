import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RESTART_DELAY_MS } from '../restart-budget.ts';
import { ClockDouble } from '../testing/core-double.ts';
import { electronDouble } from '../testing/electron-double.ts';
import { PAGE, preventable, startedElectron } from '../testing/started-electron.ts';
import { SHOW_LIMIT_MS } from './kiosk-window.ts';
import { PAGE_ANSWER_LIMIT_MS, PAGE_CHECK_INTERVAL_MS } from './page-watch.ts';
import { runElectron } from './run-electron.ts';
import { refusalReason } from './start-checks.ts';

let printed: string[];

beforeEach(() => {
  printed = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      printed.push(String(text));
      return true;
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  for (const signal of ['SIGINT', 'SIGTERM']) process.removeAllListeners(signal);
});

test('one window, in kiosk mode, without a menu, on a session that keeps nothing', async () => {
  const shell = await startedElectron();
  expect(shell.windows).toHaveLength(1);
  expect(shell.window.options).toMatchObject({ kiosk: true, fullscreen: true, frame: false, show: false });
  expect(shell.menus).toEqual([null]);
  expect(shell.window.menu).toBe(false);
  expect(shell.window.options.webPreferences?.partition).not.toMatch(/^persist:/);
  expect(shell.partitions).toContain(shell.window.options.webPreferences?.partition);
  expect(shell.window.options.webPreferences?.devTools).toBe(false);
});

test('READY is printed once, when the page is loaded', async () => {
  const shell = await startedElectron();
  shell.contents.emit('did-finish-load');
  expect(printed.filter((line) => line.startsWith('READY'))).toEqual([`READY ${PAGE}\n`]);
});

test('the window is shown although ready-to-show never comes', async () => {
  const shell = await startedElectron();
  expect(shell.window.shown).toBe(false);
  shell.clock.pass(SHOW_LIMIT_MS);
  expect(shell.window.shown).toBe(true);
});

test('the process of the page is gone: it is loaded again', async () => {
  const shell = await startedElectron();
  shell.contents.emit('render-process-gone', {}, { reason: 'oom' });
  shell.clock.pass(RESTART_DELAY_MS);
  expect(shell.contents.loaded).toEqual([PAGE, PAGE]);
});

test('a page that hangs while nobody touches it is noticed and loaded again within 5 s', async () => {
  const shell = await startedElectron();
  shell.contents.answers = false;
  shell.clock.pass(PAGE_CHECK_INTERVAL_MS + PAGE_ANSWER_LIMIT_MS + RESTART_DELAY_MS);
  expect(PAGE_CHECK_INTERVAL_MS + PAGE_ANSWER_LIMIT_MS + RESTART_DELAY_MS).toBeLessThanOrEqual(5000);
  expect(shell.contents.crashes).toBe(1);
  expect(shell.contents.loaded).toHaveLength(2);
});

test('the core did not answer the page: it is loaded again', async () => {
  const shell = await startedElectron();
  shell.contents.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', PAGE, true);
  shell.clock.pass(RESTART_DELAY_MS);
  expect(shell.contents.loaded).toHaveLength(2);
});

test('the core is gone: another one on the same port, and the page stays', async () => {
  const shell = await startedElectron();
  const token = shell.core().environment.TONGBAN_TOKEN;
  shell.core().emit('exit', 139);
  shell.clock.pass(RESTART_DELAY_MS);
  expect(shell.cores).toHaveLength(2);
  expect(shell.core().environment).toMatchObject({ TONGBAN_PORT: '4711', TONGBAN_TOKEN: token });
  shell.core().emit('message', { kind: 'ready', url: PAGE });
  expect(shell.contents.loaded).toEqual([PAGE]);
});

test.each([
  [{ key: 'r', control: true }],
  [{ key: 'I', control: true }],
  [{ key: 'F4', alt: true }],
  [{ key: 'F11' }],
  [{ key: 'd', meta: true }],
  [{ key: 'ContextMenu' }],
])('the shortcut %o has no effect', async (input) => {
  const shell = await startedElectron();
  const event = preventable({});
  shell.contents.emit('before-input-event', event, input);
  expect(event.prevented).toBe(true);
});

test('letters and digits pass', async () => {
  const shell = await startedElectron();
  const event = preventable({});
  shell.contents.emit('before-input-event', event, { key: 'f' });
  expect(event.prevented).toBe(false);
});

test('nobody at the screen can close the window; the system ends it in order', async () => {
  const shell = await startedElectron();
  const close = preventable({});
  shell.window.emit('close', close);
  expect(close.prevented).toBe(true);
  const quit = preventable({});
  shell.app.emit('before-quit', quit);
  expect(shell.core().posted).toEqual([{ kind: 'stop' }]);
  shell.core().emit('exit', 0);
  await vi.waitFor(() => expect(shell.app.exitCode).toBe(0));
});

test('a second instance ends at once', async () => {
  const double = electronDouble();
  double.app.lock = false;
  await runElectron(double.apis, { clock: new ClockDouble(), commandLine: ['tongban'], environment: {} });
  expect(double.app.exitCode).toBe(0);
  expect(double.windows).toHaveLength(0);
});

test.each([
  [['--remote-debugging-port=9222'], {}],
  [['--remote-debugging-pipe'], {}],
  [['--inspect'], {}],
  [['--inspect-brk=0'], {}],
  [['--INSPECT'], {}],
  [['--no-sandbox'], {}],
  [['--disable-web-security'], {}],
  [['--js-flags=--expose-gc'], {}],
  [[], { NODE_OPTIONS: '--require /tmp/x.js' }],
  [[], { ELECTRON_RUN_AS_NODE: '1' }],
])('a packaged kiosk does not start with %j %j, not even called development', async (switches, variables) => {
  const double = electronDouble();
  const environment = { ...variables, TONGBAN_DEVELOPMENT: '1' };
  await runElectron(double.apis, { clock: new ClockDouble(), commandLine: ['tongban', ...switches], environment });
  expect(double.app.exitCode).toBe(1);
  expect(double.windows).toHaveLength(0);
});

test('ordinary switches are no reason to refuse', () => {
  expect(refusalReason(['--ozone-platform=x11', '--kiosk'], { HOME: '/srv/kiosk', NODE_OPTIONS: '' })).toBeNull();
});
