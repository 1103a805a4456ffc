import path from 'node:path';
import type { CoreProcess, StartCore } from '../core-process.ts';
import type { ElectronApis } from './apis.ts';
import { serveDeviceHosts } from './device-hosts.ts';
import { killProcess } from './kill-process.ts';

/** The core as Electron's utility process: with the RunAsNode fuse off, `child_process.fork` cannot start it. */
export function coreUtilityStarter(
  apis: Pick<ElectronApis, 'utilityProcess' | 'MessageChannelMain'>,
  coreEntry: string,
): StartCore {
  return (environment): CoreProcess => {
    const child = apis.utilityProcess.fork(coreEntry, [], {
      env: { ...inherited(), ...environment },
      serviceName: 'tongban-core',
      stdio: 'inherit',
    });
    serveDeviceHosts(apis, child, path.join(path.dirname(coreEntry), 'host-process.mjs'));
    // Without a listener it would be an exception here, in the shell; the `exit` that follows is what counts.
    child.on('error', () => undefined);
    let gone = false;
    child.once('exit', () => {
      gone = true;
    });
    return {
      // Known only once it has been spawned.
      get pid() {
        return child.pid;
      },
      send: (message) => {
        if (!gone) child.postMessage(message);
      },
      onMessage: (listener) => void child.on('message', listener),
      // Electron gives one number; a death by signal is not told apart.
      onExit: (listener) => void child.once('exit', (code) => listener({ code, signal: null })),
      kill() {
        if (!gone) killProcess(child);
      },
    };
  };
}

const inherited = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined));
