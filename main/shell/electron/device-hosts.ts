import type { UtilityProcess } from 'electron';
import { readHostRequest, type ShellTellsOfHost } from '../host-protocol.ts';
import type { ElectronApis } from './apis.ts';
import { killProcess } from './kill-process.ts';

/** What a device's process may see of the environment; no secrets of the kiosk are among it. */
const PASSED_ON = ['PATH', 'HOME', 'LANG', 'TZ', 'XDG_RUNTIME_DIR', 'TONGBAN_DEVELOPMENT'] as const;

/**
 * Starts and ends processes for devices when the core asks for them, each with a port that leads to the core and past the
 * shell. They end with the core.
 */
export function serveDeviceHosts(
  { utilityProcess, MessageChannelMain }: Pick<ElectronApis, 'utilityProcess' | 'MessageChannelMain'>,
  core: Pick<UtilityProcess, 'on' | 'once' | 'postMessage'>,
  hostEntry: string,
): void {
  const hosts = new Map<number, UtilityProcess>();
  let coreGone = false;
  const tell = (news: ShellTellsOfHost, ports: Electron.MessagePortMain[] = []): void => {
    if (!coreGone) core.postMessage(news, ports);
  };
  const start = (number: number): void => {
    const env = Object.fromEntries(PASSED_ON.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
    const host = utilityProcess.fork(hostEntry, [], { env, serviceName: `tongban-device-${number}`, stdio: 'inherit' });
    hosts.set(number, host);
    // Without a listener it would be an exception here, in the shell; the `exit` that follows is what counts.
    host.on('error', () => undefined);
    host.once('exit', (code) => {
      hosts.delete(number);
      tell({ kind: 'hostExit', host: number, code });
    });
    const { port1, port2 } = new MessageChannelMain();
    host.postMessage({ kind: 'port' }, [port1]);
    tell({ kind: 'hostStarted', host: number }, [port2]);
  };
  core.on('message', (raw: unknown) => {
    const asked = readHostRequest(raw);
    if (asked?.kind === 'startHost') start(asked.host);
    if (asked?.kind === 'killHost') killProcess(hosts.get(asked.host));
  });
  core.once('exit', () => {
    coreGone = true;
    for (const host of hosts.values()) killProcess(host);
  });
}
