import { existsSync } from 'node:fs';
import { findElectronBinary, tryFetchElectron } from '../../main/shell/electron-binary.ts';
import { type ShellKind, UsageError } from './options.ts';

/** How long a fetch of Electron's binary may hold up the start, milliseconds. */
export const ELECTRON_FETCH_LIMIT_MS = 90_000;

const hasDisplay = (): boolean => Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/** Electron where its binary is or can be had, else Chromium where there is a display, else none. */
export async function chooseShell(asked: ShellKind | undefined, say: (line: string) => void): Promise<ShellKind> {
  if (asked === 'chromium' || asked === 'none') return asked;
  if (asked === undefined && !hasDisplay()) {
    say('no display: the page is served, nothing shows it (--shell none)');
    return 'none';
  }
  if (findElectronBinary() !== null || (await tryFetchElectron(ELECTRON_FETCH_LIMIT_MS))) return 'electron';
  if (asked === 'electron')
    throw new UsageError("--shell electron: Electron's binary is not here and cannot be fetched");
  if (existsSync('/usr/bin/chromium')) {
    say("Electron's binary cannot be had here: the page is shown by Chromium");
    return 'chromium';
  }
  return 'none';
}
