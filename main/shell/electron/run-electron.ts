import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { type ShellClock, shellClock } from '../shell-clock.ts';
import { type ShellLog, stderrShellLog } from '../shell-log.ts';
import { Supervisor } from '../supervisor.ts';
import type { ElectronApis } from './apis.ts';
import { coreUtilityStarter } from './core-utility.ts';
import { PARTITION, showWhenPainted, windowOptions } from './kiosk-window.ts';
import { lockAllContents } from './lock-contents.ts';
import { lockSession } from './lock-session.ts';
import { logHelpers, PageWatch } from './page-watch.ts';
import { refusalReason } from './start-checks.ts';

export interface ElectronShellOptions {
  readonly clock?: ShellClock;
  readonly log?: ShellLog;
  /** As given to the program; `process.argv` and `process.env` but in tests. */
  readonly commandLine?: readonly string[];
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** The whole Electron shell: checks, locks, one window, one core. Prints `READY <url>` when the page is loaded. */
export async function runElectron(electron: ElectronApis, options: ElectronShellOptions = {}): Promise<void> {
  const { app, BrowserWindow, Menu, powerSaveBlocker, session } = electron;
  const clock = options.clock ?? shellClock;
  const log = options.log ?? stderrShellLog;
  const environment = options.environment ?? process.env;
  // A packaged kiosk is never in development, whatever its environment says.
  const development = !app.isPackaged && environment.TONGBAN_DEVELOPMENT === '1';

  const refused = development ? null : refusalReason((options.commandLine ?? process.argv).slice(1), environment);
  if (refused !== null) {
    process.stderr.write(`tongban: ${refused}\n`);
    return app.exit(1);
  }
  if (!app.requestSingleInstanceLock()) return app.exit(0);
  app.enableSandbox();
  for (const [name, value] of SWITCHES) app.commandLine.appendSwitch(name, value);
  Menu.setApplicationMenu(null);

  let address: string | null = null;
  const origin = (): string | null => (address === null ? null : new URL(address).origin);
  lockAllContents(app, origin, log);
  logHelpers(app, log);
  await app.whenReady();
  lockSession(session.defaultSession, origin, log);
  lockSession(session.fromPartition(PARTITION), origin, log);
  powerSaveBlocker.start('prevent-display-sleep');

  const window = new BrowserWindow(windowOptions(development));
  window.removeMenu();
  showWhenPainted(window, clock);
  let told = false;
  const page = new PageWatch(window.webContents, clock, log, () => {
    if (!told) process.stdout.write(`READY ${address}\n`);
    told = true;
  });

  const supervisor = new Supervisor({
    startCore: coreUtilityStarter(electron, coreEntry(app.getAppPath(), app.isPackaged, environment)),
    environment: { TONGBAN_TOKEN: randomBytes(32).toString('base64url') },
    clock,
    log,
    onReady(url) {
      address = url;
      page.show(url);
    },
    onGivenUp: (exit) => app.exit(exit.code ?? 1),
  });
  supervisor.start();

  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    supervisor.stop().then(() => app.exit(0));
  };
  // Only the system ends a kiosk: no key and no page closes its window.
  window.on('close', (event) => event.preventDefault());
  app.on('window-all-closed', () => undefined);
  app.on('before-quit', (event) => {
    event.preventDefault();
    end();
  });
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

const SWITCHES: readonly (readonly [name: string, value: string])[] = [
  ['disable-pinch', ''],
  ['overscroll-history-navigation', '0'],
  ['disable-features', 'Translate,OverscrollHistoryNavigation,MediaRouter,LiveCaption'],
  ['disable-breakpad', ''],
  ['disable-background-networking', ''],
  ['disable-component-update', ''],
  ['no-proxy-server', ''],
  ['host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE [::1]'],
];

/** The built core beside the shell; before packaging another may be named. */
function coreEntry(
  appPath: string,
  packaged: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const built = path.join(appPath, 'dist/core/main.mjs');
  return packaged ? built : (environment.TONGBAN_CORE_ENTRY ?? built);
}
