import { spawn } from 'node:child_process';
import type { CoreProcess, StartCore } from './core-process.ts';
import { killGroup } from './kill-group.ts';

export interface CoreForkOptions {
  /** The Node binary that runs the core, an absolute path. */
  readonly nodePath: string;
  readonly nodeArguments?: readonly string[];
  /** The core's entry: `main/core/main.ts`, or `dist/core/main.mjs` in a packaged kiosk. */
  readonly coreEntry: string;
}

/**
 * The core as a child of Node with an IPC channel. It leads its own process group: Ctrl-C in a terminal then reaches the
 * shell only, which ends the core in order, and nothing that the core started outlives it.
 */
export function coreForkStarter(options: CoreForkOptions): StartCore {
  return (environment): CoreProcess => {
    const child = spawn(options.nodePath, [...(options.nodeArguments ?? []), options.coreEntry], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, ...environment },
      detached: true,
    });
    return {
      pid: child.pid,
      send(message) {
        // The channel may have closed between the check and the write; the exit that follows is what counts.
        if (child.connected) child.send(message, () => undefined);
      },
      onMessage: (listener) => void child.on('message', listener),
      onExit(listener) {
        let told = false;
        const tell = (code: number | null, signal: string | null): void => {
          if (told) return;
          told = true;
          if (child.pid !== undefined) killGroup(child.pid);
          listener({ code, signal });
        };
        child.once('exit', tell);
        child.once('error', () => {
          if (child.pid === undefined) tell(127, null);
        });
      },
      kill() {
        if (child.pid !== undefined) killGroup(child.pid);
      },
    };
  };
}
