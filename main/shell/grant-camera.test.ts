import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHROMIUM_BINARY } from './chromium.ts';
import { type ChromiumProcess, startChromium } from './chromium-process.ts';
import { PageLock } from './page-lock.ts';
import { shellClock } from './shell-clock.ts';

// What the page may do with the devices of the machine, asked in a real browser that has a camera and a microphone of
// its own making.

let folder: string;
let server: Server;
let origin: string;
let browser: ChromiumProcess;
let lock: PageLock;
let session: string;

/** The browser as the shell starts it, and two devices that would answer if they were asked. */
function browserWithDevices(): string {
  const file = path.join(folder, 'chromium');
  writeFileSync(file, `#!/bin/sh\nexec ${CHROMIUM_BINARY} --use-fake-device-for-media-stream "$@"\n`);
  chmodSync(file, 0o700);
  return file;
}

/** The files below `folder` that have one of the words in them, as UTF-8 or as UTF-16. */
function filesWith(folder: string, words: readonly string[]): string[] {
  const looked = words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')]);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => looked.some((bytes) => readFileSync(file).includes(bytes)));
}

async function run(expression: string): Promise<unknown> {
  const { result } = await browser.devtools.send(
    'Runtime.evaluate',
    { expression, userGesture: true, awaitPromise: true, returnByValue: true },
    session,
  );
  return (result as { value: unknown }).value;
}

const open = (what: string): Promise<unknown> =>
  run(`navigator.mediaDevices.getUserMedia(${what}).then(
    (stream) => stream.getTracks().map((track) => { track.stop(); return track.kind; }).join(),
    (error) => error.name)`);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tongban-camera-'));
  server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>home</title><p>specimen-document');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('listening on no port');
  origin = `http://127.0.0.1:${address.port}`;
  browser = startChromium(browserWithDevices(), true);
  await new Promise<void>((resolve, reject) => {
    lock = new PageLock({
      devtools: browser.devtools,
      url: `${origin}/?token=specimen-token`,
      fullscreen: false,
      clock: shellClock,
      log: () => undefined,
      onLoaded: resolve,
      onBroken: reject,
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
  server.close();
  rmSync(folder, { recursive: true });
});

test('the page opens a camera, and sees it by its name', async () => {
  expect(await open('{ video: true }')).toBe('video');
  const labels = `navigator.mediaDevices.enumerateDevices().then((all) =>
    all.filter(({ kind }) => kind === 'videoinput').map(({ label }) => label).join())`;
  expect(await run(labels)).toMatch(/fake/);
});

test.each(['{ audio: true }', '{ video: true, audio: true }'])(
  '%s: no microphone, alone or with the camera',
  async (what) => {
    expect(await open(what)).toBe('NotAllowedError');
  },
);

test('a microphone has no name', async () => {
  const labels = `navigator.mediaDevices.enumerateDevices().then((all) =>
    all.filter(({ kind }) => kind !== 'videoinput').map(({ label }) => label).join(''))`;
  expect(await run(labels)).toBe('');
});

test('the place of the machine is not told', async () => {
  const ask =
    'new Promise((done) => navigator.geolocation.getCurrentPosition(() => done(0), ({ code }) => done(code)))';
  expect(await run(ask)).toBe(1);
});

test.each([
  'camera',
  'microphone',
  'geolocation',
  'notifications',
  'midi',
  'clipboard-read',
  'clipboard-write',
  'idle-detection',
  'local-fonts',
  'persistent-storage',
  'window-management',
  'screen-wake-lock',
  'background-sync',
  'accelerometer',
  'payment-handler',
])('permission %s: only the camera is granted', async (name) => {
  const state = await run(
    `navigator.permissions.query({ name: '${name}' }).then(({ state }) => state, ({ message }) => message)`,
  );
  expect(state).toBe(name === 'camera' ? 'granted' : 'denied');
});

test('the screen is not shared', async () => {
  // Nobody is there to answer: a question would stand for ever, and with it this answer.
  await run(`navigator.mediaDevices.getDisplayMedia({ video: true }).then(
    () => { window.shared = true; }, () => undefined); 0`);
  expect(await run('new Promise((done) => setTimeout(() => done(window.shared ?? false), 1000))')).toBe(false);
});

test('what a page shows is in no file of the profile', async () => {
  await run("document.title = document.body.textContent = '王桂兰 ' + 'specimen-resident'; 0");
  await run('history.replaceState({}, "", "/specimen-resident"); 0');
  await run('new Promise((done) => setTimeout(done, 4000))');
  expect(filesWith(browser.profile, ['specimen-resident', '王桂兰', 'specimen-document', 'specimen-token'])).toEqual(
    [],
  );
});
