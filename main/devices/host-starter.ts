import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CoreToHost, HostToCore } from './host-protocol.ts';

export interface HostExit {
  readonly code: number | null;
  readonly signal: string | null;
}

/** A running host, whatever kind of process it is. */
export interface HostProcess {
  readonly pid: number | undefined;
  send(message: CoreToHost): void;
  onMessage(listener: (message: HostToCore) => void): void;
  /** Called exactly once, also when the process could not be started at all. */
  onExit(listener: (exit: HostExit) => void): void;
  /** At once and for certain (SIGKILL): a driver in an endless loop hears nothing else. */
  kill(): void;
}

export type StartHost = () => HostProcess;

const HOST_ENTRY = new URL('./host/host-process.ts', import.meta.url);

/** What a host may see of the core's environment; no secrets of the kiosk are among it. */
const PASSED_ON = ['PATH', 'HOME', 'LANG', 'TZ', 'NODE_OPTIONS', 'XDG_RUNTIME_DIR', 'TONGBAN_DEVELOPMENT'] as const;

/** File descriptor of stderr. What a driver prints goes there too: stdout is the answer of a command, as `--json`. */
const STDERR = 2;

/** Hosts as children of Node with an IPC channel, in the process group of the core: what ends the core by force ends them. */
export function nodeHostStarter(entry: URL = HOST_ENTRY): StartHost {
  return () => {
    const env = Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]]));
    const child = spawn(process.execPath, [fileURLToPath(entry)], {
      stdio: ['ignore', STDERR, STDERR, 'ipc'],
      serialization: 'advanced',
      env,
    });
    return {
      pid: child.pid,
      send(message) {
        // The channel may close between the check and the write; the exit that follows is what counts.
        if (child.connected) child.send(message, () => undefined);
      },
      onMessage: (listener) => void child.on('message', (message) => listener(message as unknown as HostToCore)),
      onExit(listener) {
        child.once('exit', (code, signal) => listener({ code, signal }));
        child.once('error', () => {
          if (child.pid === undefined) listener({ code: 127, signal: null });
        });
      },
      kill: () => void child.kill('SIGKILL'),
    };
  };
}
