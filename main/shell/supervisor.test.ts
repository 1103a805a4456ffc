import { beforeEach, expect, test } from 'vitest';
import type { ProcessExit } from './core-process.ts';
import { EXIT_WRONG_CONFIG } from './core-protocol.ts';
import { RESTART_DELAY_MS, RESTARTS_IN_WINDOW, SAFE_MODE_DELAY_MS } from './restart-budget.ts';
import {
  FAILED_STARTS_BEFORE_NEW_PORT,
  SILENCE_LIMIT_MS,
  START_LIMIT_MS,
  STOP_LIMIT_MS,
  Supervisor,
} from './supervisor.ts';
import { ClockDouble, CoreDouble } from './testing/core-double.ts';

const CRASH: ProcessExit = { code: null, signal: 'SIGSEGV' };
const READY = { kind: 'ready', url: 'http://127.0.0.1:4711/?token=t' };

let clock: ClockDouble;
let cores: CoreDouble[];
let ready: string[];
let events: string[];
let givenUp: ProcessExit[];
let supervisor: Supervisor;

const core = (): CoreDouble => {
  const last = cores.at(-1);
  if (!last) throw new Error('no core was started');
  return last;
};

beforeEach(() => {
  clock = new ClockDouble();
  cores = [];
  ready = [];
  events = [];
  givenUp = [];
  supervisor = new Supervisor({
    startCore: (environment) => {
      cores.push(new CoreDouble(environment));
      return core();
    },
    environment: { TONGBAN_TOKEN: 't' },
    onReady: (url) => ready.push(url),
    onGivenUp: (exit) => givenUp.push(exit),
    clock,
    log: (event) => events.push(event),
  });
  supervisor.start();
});

test('a core that crashes is started again on the same port with the same token', () => {
  expect(core().environment.TONGBAN_PORT).toBe('0');
  core().say(READY);
  core().end(CRASH);
  clock.pass(RESTART_DELAY_MS);
  expect(cores).toHaveLength(2);
  expect(core().environment).toEqual({ TONGBAN_TOKEN: 't', TONGBAN_PORT: '4711' });
  core().say(READY);
  expect(ready).toEqual([READY.url, READY.url]);
});

test('a core that falls silent is ended and started again', () => {
  core().say(READY);
  clock.pass(SILENCE_LIMIT_MS - 1);
  expect(core().killed).toBe(false);
  core().say({ kind: 'alive' });
  clock.pass(SILENCE_LIMIT_MS - 1);
  expect(core().killed).toBe(false);
  clock.pass(1);
  expect(cores[0]?.killed).toBe(true);
  clock.pass(RESTART_DELAY_MS);
  expect(cores).toHaveLength(2);
});

test('a machine with much to do: a core that says nothing while it loads is given its time', () => {
  clock.pass(SILENCE_LIMIT_MS * 2);
  expect(core().killed).toBe(false);
  core().say(READY);
  expect(ready).toEqual([READY.url]);
  expect(cores).toHaveLength(1);
});

test('a core that is alive but never ready is ended', () => {
  for (let passed = 0; passed < START_LIMIT_MS; passed += 1000) {
    core().say({ kind: 'alive' });
    clock.pass(1000);
  }
  expect(cores[0]?.killed).toBe(true);
});

test('a core that crashes at every start: slow retries after five, but no end', () => {
  for (let crash = 0; crash < RESTARTS_IN_WINDOW; crash += 1) {
    core().end(CRASH);
    clock.pass(RESTART_DELAY_MS);
  }
  expect(cores).toHaveLength(RESTARTS_IN_WINDOW + 1);
  core().end(CRASH);
  clock.pass(SAFE_MODE_DELAY_MS - 1);
  expect(cores).toHaveLength(RESTARTS_IN_WINDOW + 1);
  expect(events).toContain('shell-safe-mode');
  for (let crash = 0; crash < 40; crash += 1) {
    clock.pass(SAFE_MODE_DELAY_MS);
    core().end(CRASH);
  }
  expect(cores.length).toBeGreaterThan(40);
});

test('a port that another program took: any free one after three failed starts', () => {
  core().say(READY);
  for (let start = 0; start < FAILED_STARTS_BEFORE_NEW_PORT + 1; start += 1) {
    core().end(CRASH);
    clock.pass(RESTART_DELAY_MS);
  }
  expect(cores.map((each) => each.environment.TONGBAN_PORT)).toEqual(['0', '4711', '4711', '4711', '0']);
});

test('a wrong configuration is not tried again', () => {
  core().end({ code: EXIT_WRONG_CONFIG, signal: null });
  clock.pass(60 * 60_000);
  expect(cores).toHaveLength(1);
  expect(givenUp).toEqual([{ code: EXIT_WRONG_CONFIG, signal: null }]);
});

test.each([
  ['a foreign host', { kind: 'ready', url: 'http://example.com/' }],
  ['another scheme', { kind: 'ready', url: 'file:///etc/passwd' }],
  ['no object', 'ready'],
  ['an unknown kind', { kind: 'run', command: 'ls' }],
  ['a hostile prototype', JSON.parse('{"__proto__":{"kind":"ready","url":"http://127.0.0.1:1/"}}')],
])('a message with %s has no effect', (_what, raw) => {
  core().say(raw);
  expect(ready).toEqual([]);
});

test('stop: the core is asked first, and ended by force when it does not end', async () => {
  core().say(READY);
  const stopped = supervisor.stop();
  expect(core().received).toEqual([{ kind: 'stop' }]);
  clock.pass(STOP_LIMIT_MS);
  await stopped;
  expect(core().killed).toBe(true);
  clock.pass(60_000);
  expect(cores).toHaveLength(1);
});

test('stop between two starts: no other core is started', async () => {
  core().end(CRASH);
  await supervisor.stop();
  clock.pass(60_000);
  expect(cores).toHaveLength(1);
});
