import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import type { ShellClock } from '../shell-clock.ts';

/** `ready-to-show` may never come for a kiosk window on Linux; then the window is shown after this. */
export const SHOW_LIMIT_MS = 3000;
/** In memory only: no `persist:` before the name. */
export const PARTITION = 'kiosk';

/** The one window. No preload script and no IPC: the page has the powers of any web page on its own origin, no more. */
export function windowOptions(development: boolean): BrowserWindowConstructorOptions {
  return {
    kiosk: true,
    fullscreen: true,
    frame: false,
    show: false,
    closable: false,
    autoHideMenuBar: true,
    // The page's own ground, so that a slow first paint is no white flash.
    backgroundColor: '#F4F6F8',
    title: '通办',
    webPreferences: {
      partition: PARTITION,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      plugins: false,
      spellcheck: false,
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
      devTools: development,
    },
  };
}

/** Shows the window when its first frame is painted, or after `SHOW_LIMIT_MS`. */
export function showWhenPainted(window: BrowserWindow, clock: ShellClock): void {
  let shown = false;
  const show = (): void => {
    if (shown || window.isDestroyed()) return;
    shown = true;
    window.show();
    window.focus();
  };
  window.once('ready-to-show', show);
  clock.after(SHOW_LIMIT_MS, show);
}
