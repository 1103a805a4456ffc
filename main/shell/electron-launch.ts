import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Environment } from './core-process.ts';
import { killGroup } from './kill-group.ts';

export interface ElectronLaunchOptions {
  readonly binary: string;
  /** The project's folder, whose package.json names the built shell; `npm run build` makes it. */
  readonly appPath: string;
  readonly environment: Environment;
  /** Called once, when the page is loaded. */
  readonly onReady: (url: string) => void;
  /** Electron has ended without being asked. */
  readonly onEnded: (code: number) => void;
}

/** Time for the core to finish its writes and for Electron to close, before all of it is ended by force. */
const STOP_LIMIT_MS = 4000;

/** Runs the Electron shell as a process of its own, outside packaging (`npm start`). */
export function launchElectron(options: ElectronLaunchOptions): { stop(): Promise<void> } {
  const root = process.getuid?.() === 0;
  const child = spawn(options.binary, [options.appPath, ...(root ? ['--no-sandbox'] : [])], {
    // As root Chromium's sandbox cannot work, and the shell accepts `--no-sandbox` in development only.
    env: { ...process.env, TONGBAN_DEVELOPMENT: '1', ...options.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  let stopping = false;
  let ended = false;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const url = /^READY (http:\S+)$/.exec(line)?.[1];
    if (url !== undefined) options.onReady(url);
  });
  const gone = new Promise<void>((resolve) => {
    const end = (code: number): void => {
      if (ended) return;
      ended = true;
      if (child.pid !== undefined) killGroup(child.pid);
      resolve();
      if (!stopping) options.onEnded(code);
    };
    child.once('exit', (code) => end(code ?? 1));
    child.once('error', () => end(127));
  });
  return {
    async stop() {
      stopping = true;
      if (!ended) child.kill('SIGTERM');
      const limit = setTimeout(() => {
        if (child.pid !== undefined && !ended) killGroup(child.pid);
      }, STOP_LIMIT_MS);
      await gone;
      clearTimeout(limit);
    },
  };
}
