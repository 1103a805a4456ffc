import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import { findElectronBinary } from '../../main/shell/electron-binary.ts';
import { buildBundle } from '../../scripts/build/bundles.ts';

// The Electron shell for real, where Electron's binary is. The core is the shell's stand-in: what is looked at is the lock.

const ROOT = path.resolve(import.meta.dirname, '../..');
const binary = findElectronBinary();
const display = process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY;

const reason =
  binary === null ? 'skipped: no Electron binary' : display === undefined ? 'skipped: no display for Electron' : null;

test('the locked window shows the page of the core, and nothing leads out of it', async () => {
  // The list of results does not give reasons.
  if (reason !== null) console.log(reason);
  test.skip(reason !== null, reason ?? '');
  const folder = mkdtempSync(path.join(tmpdir(), 'tongban-electron-'));
  const main = await buildBundle({ entry: 'main/shell/electron.ts', folder: 'shell', file: 'electron.mjs' }, ROOT);
  const core = await buildBundle(
    { entry: 'main/shell/testing/stand-in-core.ts', folder: 'stand-in', file: 'main.mjs' },
    ROOT,
  );
  expect(existsSync(main)).toBe(true);
  const app = await _electron.launch({
    executablePath: binary ?? '',
    args: [main, `--user-data-dir=${folder}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...process.env, TONGBAN_DEVELOPMENT: '1', TONGBAN_CORE_ENTRY: core },
  });
  try {
    const page = await app.firstWindow();
    await expect(page.getByText('stand-in')).toBeVisible();
    const home = page.url();
    expect(home).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
    expect(await page.evaluate(() => 'require' in globalThis || 'process' in globalThis)).toBe(false);

    for (const address of ['https://example.com/', 'file:///etc/passwd', 'data:text/html,x', 'about:blank']) {
      await page.evaluate((to) => {
        location.href = to;
      }, address);
    }
    expect(await page.evaluate(() => window.open('/second'))).toBeNull();
    await expect.poll(() => page.url()).toBe(home);
    expect(app.windows()).toHaveLength(1);
    expect(await page.evaluate(() => navigator.permissions.query({ name: 'geolocation' }).then((it) => it.state))).toBe(
      'denied',
    );

    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    await expect
      .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isCrashed()), {
        timeout: 5000,
      })
      .toBe(false);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
