import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PAGE, preventable, type StartedElectron, startedElectron } from '../testing/started-electron.ts';
import { DENIED_PERMISSIONS } from './permissions.ts';

// Electron's security checklist, point by point, under its own numbers. What a packaged kiosk does is looked at from
// outside, on a double of Electron's APIs; what must be absent is looked for in the sources.

const ROOT = path.resolve(import.meta.dirname, '../../..');

const sources = (folder: string): { readonly file: string; readonly text: string }[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|html|css)$/.test(entry.name))
    .filter((entry) => !/\.test\.tsx?$/.test(entry.name) && !entry.parentPath.includes('testing'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ file: path.relative(ROOT, file), text: readFileSync(file, 'utf8') }));

const filesWith = (folder: string, pattern: RegExp): string[] =>
  sources(folder)
    .filter(({ text }) => pattern.test(text))
    .map(({ file }) => file);

let shell: StartedElectron;
const signals = ['SIGINT', 'SIGTERM'] as const;

beforeEach(async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  shell = await startedElectron();
});

afterEach(() => {
  vi.restoreAllMocks();
  for (const signal of signals) process.removeAllListeners(signal);
});

const preferences = () => shell.window.options.webPreferences;
const request = (url: string) => shell.kioskSession.ask('onBeforeRequest', { url });

test('1 only secure content: no request but to the core on loopback', () => {
  expect(request('http://127.0.0.1:4711/main.js')).toEqual({ cancel: false });
  expect(request('ws://127.0.0.1:4711/api')).toEqual({ cancel: false });
  for (const url of [
    'http://127.0.0.1:4712/',
    'https://127.0.0.1:4711/',
    'http://localhost:4711/',
    'http://127.0.0.1:4711@example.com/',
    'http://user@127.0.0.1:4711/',
    'http://example.com/',
    'file:///etc/passwd',
    'chrome://version',
    'devtools://devtools/bundled/inspector.html',
    'data:text/html,x',
    'not an address',
  ]) {
    expect(request(url), url).toEqual({ cancel: true });
  }
  expect(shell.app.switches.get('host-resolver-rules')).toContain('MAP * ~NOTFOUND');
  expect(shell.kioskSession.ask('certificate', { hostname: '127.0.0.1' })).toBe(-2);
});

test('2 no Node integration', () => {
  expect(preferences()).toMatchObject({
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
  });
  expect(preferences()).not.toHaveProperty('preload');
});

test('3 context isolation', () => {
  expect(preferences()?.contextIsolation).toBe(true);
});

test('4 process sandboxing', () => {
  expect(preferences()?.sandbox).toBe(true);
  expect(shell.app.sandboxed).toBe(true);
});

describe('5 every permission is denied, with a reason', () => {
  test.each(Object.entries(DENIED_PERMISSIONS))('%s', (permission, reason) => {
    expect(reason.length).toBeGreaterThan(10);
    for (const session of [shell.kioskSession, shell.defaultSession]) {
      const answers: boolean[] = [];
      const ask = session.handlers.get('permissionRequest') as unknown as (...all: unknown[]) => void;
      ask({}, permission, (granted: boolean) => answers.push(granted), {});
      expect(answers).toEqual([false]);
      expect(session.ask('permissionCheck', null, permission, PAGE)).toBe(false);
    }
  });

  test('a permission that nobody has heard of', () => {
    const answers: boolean[] = [];
    const ask = shell.kioskSession.handlers.get('permissionRequest') as unknown as (...all: unknown[]) => void;
    ask({}, 'telepathy', (granted: boolean) => answers.push(granted), {});
    expect(answers).toEqual([false]);
  });

  test('devices and screen sharing', () => {
    expect(shell.kioskSession.ask('devicePermission', { deviceType: 'hid' })).toBe(false);
    expect(shell.kioskSession.ask('displayMedia', {})).toBeNull();
    const event = preventable({});
    shell.kioskSession.emit('select-serial-port', event, [], {}, () => undefined);
    expect(event.prevented).toBe(true);
  });
});

test('6 web security stays on', () => {
  expect(preferences()?.webSecurity).toBe(true);
  expect(filesWith('main/shell', /webSecurity: false|disable-web-security['"],/)).toEqual([
    'main/shell/electron/start-checks.ts',
  ]);
});

test('7 a content security policy, added to the one of the core', () => {
  const answer = shell.kioskSession.ask('onHeadersReceived', {
    responseHeaders: { 'content-security-policy': ["default-src 'self'"], 'content-type': ['text/html'] },
  }) as { responseHeaders: Record<string, string[]> };
  const policies = answer.responseHeaders['content-security-policy'] ?? [];
  expect(policies[0]).toBe("default-src 'self'");
  expect(policies[1]).toContain("default-src 'none'");
  expect(policies[1]).toContain('ws://127.0.0.1:4711');
  expect(policies[1]).not.toMatch(/unsafe|\*|https?:/);
  expect(answer.responseHeaders['content-type']).toEqual(['text/html']);
  const bare = shell.kioskSession.ask('onHeadersReceived', {}) as { responseHeaders: Record<string, string[]> };
  expect(bare.responseHeaders['Content-Security-Policy']).toHaveLength(1);
});

test('8 no insecure content', () => {
  expect(preferences()?.allowRunningInsecureContent).toBe(false);
});

test('9 no experimental features', () => {
  expect(preferences()?.experimentalFeatures).toBe(false);
  expect(filesWith('main/shell', /enable-experimental|enable-features/)).toEqual([]);
});

test('10 no Blink features switched on', () => {
  expect(preferences()).not.toHaveProperty('enableBlinkFeatures');
  expect(filesWith('main/shell', /enable-?blink-?features/i)).toEqual([]);
});

test('11 no webview, so none with allowpopups', () => {
  expect(preferences()?.webviewTag).toBe(false);
  expect(filesWith('renderer', /<webview|allowpopups/i)).toEqual([]);
});

test('12 a webview that is attached all the same is refused', () => {
  const event = preventable({});
  shell.contents.emit('will-attach-webview', event, {}, {});
  expect(event.prevented).toBe(true);
});

describe('13 navigation ends at the own origin', () => {
  test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s', (name) => {
    for (const url of ['http://example.com/', 'file:///etc/passwd', 'http://127.0.0.1:4712/', 'javascript:0', '']) {
      const away = preventable({ url });
      shell.contents.emit(name, away);
      expect(away.prevented, url).toBe(true);
    }
    const home = preventable({ url: PAGE });
    shell.contents.emit(name, home);
    expect(home.prevented).toBe(false);
    expect(shell.denied).toContain('navigation');
  });

  test('downloads are canceled', () => {
    const event = preventable({});
    shell.kioskSession.emit('will-download', event, {}, {});
    expect(event.prevented).toBe(true);
  });
});

test('14 no new windows, not even of the own origin', () => {
  expect(shell.contents.windowOpenHandler({ url: 'http://example.com/' })).toEqual({ action: 'deny' });
  expect(shell.contents.windowOpenHandler({ url: PAGE })).toEqual({ action: 'deny' });
});

test('15 nothing opens another program', () => {
  expect(filesWith('main', /openExternal\(|openPath\(|showItemInFolder/)).toEqual([]);
});

test('16 a current Electron', () => {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, 'node_modules/electron/package.json'), 'utf8'));
  expect(Number(manifest.version.split('.')[0])).toBeGreaterThanOrEqual(45);
});

test('17 no IPC with the page at all, so no sender to check', () => {
  expect(
    filesWith('main', /\bipcMain\b|\bipcRenderer\b|\bcontextBridge\b|webContents\.postMessage|webContents\.send/),
  ).toEqual([]);
  expect(filesWith('renderer', /\bipcRenderer\b|from 'electron'/)).toEqual([]);
  expect(shell.contents.eventNames()).not.toContain('ipc-message');
});

test('18 nothing comes from file://', () => {
  expect(shell.contents.loaded).toEqual([PAGE]);
  expect(filesWith('main/shell', /loadFile\(|loadURL\(['"`]file:/)).toEqual([]);
});

test('19 fuses are set in the build, each to the safe side', () => {
  // Read as text: the shell imports nothing outside its folder, and neither does its test at run time.
  const text = readFileSync(path.join(ROOT, 'electron-builder.ts'), 'utf8');
  const block = /electronFuses: \{([^}]*)\}/.exec(text)?.[1] ?? '';
  const fuses = Object.fromEntries([...block.matchAll(/(\w+): (true|false)/g)].map((match) => [match[1], match[2]]));
  expect(fuses).toEqual({
    runAsNode: 'false',
    enableNodeOptionsEnvironmentVariable: 'false',
    enableNodeCliInspectArguments: 'false',
    enableCookieEncryption: 'true',
    enableEmbeddedAsarIntegrityValidation: 'true',
    onlyLoadAppFromAsar: 'true',
    grantFileProtocolExtraPrivileges: 'false',
  });
});

test('20 no API of Electron is within reach of the page', () => {
  expect(preferences()).not.toHaveProperty('preload');
  expect(filesWith('main', /exposeInMainWorld|setPreloads|registerPreloadScript/)).toEqual([]);
});
