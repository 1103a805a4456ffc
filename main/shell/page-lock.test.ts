import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { CHROMIUM_BINARY } from './chromium.ts';
import { type ChromiumProcess, startChromium } from './chromium-process.ts';
import { PageLock } from './page-lock.ts';
import { shellClock } from './shell-clock.ts';

// Attempts to get out of the page, in a real browser without a window.

let own: string;
let other: string;
let servers: Server[];
let browser: ChromiumProcess;
let lock: PageLock;
let session: string;
let denied: string[];
let otherAsked: string[];
let broken: (how: string) => void;
let nextBroken: Promise<string>;

function serve(answer: (path: string) => string): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(answer(request.url ?? '/'));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('listening on no port');
      resolve({ server, origin: `http://127.0.0.1:${address.port}` });
    });
  });
}

const run = (expression: string): Promise<Record<string, unknown>> =>
  browser.devtools.send('Runtime.evaluate', { expression, userGesture: true, awaitPromise: true }, session);

/** Null while the page is being replaced. */
const titleAfterLoad = (): Promise<unknown> =>
  run('document.title').then(
    ({ result }) => (result as { value: unknown }).value,
    () => null,
  );

async function pages(): Promise<string[]> {
  const { targetInfos } = await browser.devtools.send('Target.getTargets');
  const infos = targetInfos as { type: string; url: string }[];
  return infos.filter((info) => info.type === 'page').map((info) => info.url);
}

beforeAll(async () => {
  const home = await serve(() => '<!doctype html><title>home</title>');
  otherAsked = [];
  const away = await serve((path) => {
    otherAsked.push(path);
    return 'away';
  });
  servers = [home.server, away.server];
  own = home.origin;
  other = away.origin;
  denied = [];
  browser = startChromium(CHROMIUM_BINARY, true);
  nextBroken = new Promise((resolve) => {
    broken = resolve;
  });
  await new Promise<void>((resolve, reject) => {
    lock = new PageLock({
      devtools: browser.devtools,
      url: `${own}/`,
      fullscreen: false,
      clock: shellClock,
      log: (event, fields) => event === 'shell-denied' && denied.push(String(fields?.what)),
      onLoaded: resolve,
      onBroken: (how) => broken(how),
    });
    lock.open().catch(reject);
  });
  const { targetInfos } = await browser.devtools.send('Target.getTargets');
  const page = (targetInfos as { type: string; targetId: string }[]).find((info) => info.type === 'page');
  session = String(
    (await browser.devtools.send('Target.attachToTarget', { targetId: page?.targetId, flatten: true })).sessionId,
  );
});

afterAll(async () => {
  lock.close();
  const gone = new Promise<void>((resolve) => browser.onExit(() => resolve()));
  browser.kill();
  await gone;
  for (const server of servers) server.close();
});

beforeEach(() => {
  denied.length = 0;
  otherAsked.length = 0;
});

test('a window opened by a touch is closed', async () => {
  await run("window.open('/second')");
  await expect.poll(pages).toEqual([`${own}/`]);
  expect(denied).toContain('window');
});

test('another server on the same machine is never asked for a document', async () => {
  await run(`document.body.append(Object.assign(document.createElement('iframe'), { src: '${other}/frame' }))`);
  await run(`location.href = '${other}/away'`);
  await expect.poll(() => denied).toContain('navigation');
  await expect.poll(pages).toEqual([`${own}/`]);
  expect(otherAsked).toEqual([]);
});

test('location = about:blank is undone', async () => {
  await run("location.href = 'about:blank'");
  await expect.poll(() => denied).toContain('navigation');
  await expect.poll(pages, { timeout: 5000 }).toEqual([`${own}/`]);
  // What answers is the page that was loaded again, not the one that is about to go.
  await expect.poll(titleAfterLoad, { timeout: 5000 }).toBe('home');
});

test.each(['data:text/html,away', 'chrome://version', 'view-source:http://127.0.0.1', 'file:///etc/passwd'])(
  'location = %s has no effect at all',
  async (address) => {
    await run(`window.mark = 1; location.href = ${JSON.stringify(address)}`);
    const { result } = await run('new Promise((done) => setTimeout(() => done(window.mark), 300))');
    expect((result as { value: unknown }).value).toBe(1);
    expect(await pages()).toEqual([`${own}/`]);
  },
);

test.each([
  ["new KeyboardEvent('keydown', { key: 'p', ctrlKey: true, cancelable: true })", false],
  ["new KeyboardEvent('keydown', { key: 'F12', cancelable: true })", false],
  ["new KeyboardEvent('keydown', { key: 'ArrowLeft', altKey: true, cancelable: true })", false],
  ["new MouseEvent('contextmenu', { cancelable: true })", false],
  ["new WheelEvent('wheel', { ctrlKey: true, cancelable: true })", false],
  ["new KeyboardEvent('keydown', { key: 'p', cancelable: true })", true],
  ["new WheelEvent('wheel', { cancelable: true })", true],
])('%s passes: %s', async (event, passes) => {
  const { result } = await run(`dispatchEvent(${event})`);
  expect((result as { value: unknown }).value).toBe(passes);
});

test('a storm of alerts does not stop the page', async () => {
  await run('for (let i = 0; i < 20; i++) alert(i)');
  expect(await pages()).toEqual([`${own}/`]);
});

test('the crash of the page is noticed', async () => {
  browser.devtools.tell('Page.crash', {}, session);
  expect(await nextBroken).toBe('crashed');
});
