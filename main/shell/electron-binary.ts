import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { killGroup } from './kill-group.ts';

/** The npm package; since Electron 45 it comes without its binary, which its own `install.js` fetches. */
const PACKAGE = path.resolve(import.meta.dirname, '../../node_modules/electron');

/** Electron's binary, or null. `ELECTRON_OVERRIDE_DIST_PATH` names the folder of one kept elsewhere. */
export function findElectronBinary(): string | null {
  const elsewhere = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const binary = path.join(elsewhere ?? path.join(PACKAGE, 'dist'), 'electron');
  if (!existsSync(binary)) return null;
  // A fetch that was cut off leaves a folder without `version`.
  return elsewhere !== undefined || existsSync(path.join(PACKAGE, 'dist/version')) ? binary : null;
}

/**
 * Lets the package fetch its binary, for at most `limitMs`; quietly false when it cannot be had (no network, a proxy
 * that does not let it through).
 */
export function tryFetchElectron(limitMs = 90_000): Promise<boolean> {
  const installer = path.join(PACKAGE, 'install.js');
  if (!existsSync(installer)) return Promise.resolve(false);
  const child = spawn(process.execPath, [installer], { cwd: PACKAGE, stdio: 'ignore', detached: true });
  return new Promise((resolve) => {
    const limit = setTimeout(() => {
      if (child.pid !== undefined) killGroup(child.pid);
    }, limitMs);
    const done = (): void => {
      clearTimeout(limit);
      resolve(findElectronBinary() !== null);
    };
    child.once('exit', done);
    child.once('error', done);
  });
}
