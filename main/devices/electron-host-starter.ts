import { type CoreAsksForHost, readHostNews } from '../shell/host-protocol.ts';
import type { CoreToHost, HostToCore } from './host-protocol.ts';
import type { HostExit, HostProcess, StartHost } from './host-starter.ts';

/** Electron's `process.parentPort`, as far as it is used here. */
export interface ShellPort {
  postMessage(message: CoreAsksForHost): void;
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly HostPort[] }) => void,
  ): unknown;
}

/** A port to one host. */
export interface HostPort {
  postMessage(message: CoreToHost): void;
  on(event: 'message', listener: (event: { readonly data: HostToCore }) => void): unknown;
  start(): void;
}

interface Asked {
  started(port: HostPort): void;
  exited(exit: HostExit): void;
}

/** Hosts as utility processes of Electron, which only the shell can start: see `main/shell/host-protocol.ts`. */
export function electronHostStarter(shell: ShellPort): StartHost {
  const asked = new Map<number, Asked>();
  let lastHost = 0;
  shell.on('message', ({ data, ports }) => {
    const news = readHostNews(data);
    if (!news) return;
    const [port] = ports;
    if (news.kind === 'hostExit') asked.get(news.host)?.exited({ code: news.code, signal: null });
    else if (port) asked.get(news.host)?.started(port);
  });

  return (): HostProcess => {
    lastHost += 1;
    const host = lastHost;
    const unsent: CoreToHost[] = [];
    let port: HostPort | undefined;
    let onMessage: ((message: HostToCore) => void) | undefined;
    let onExit: ((exit: HostExit) => void) | undefined;
    asked.set(host, {
      started(given) {
        port = given;
        port.on('message', ({ data }) => onMessage?.(data));
        port.start();
        for (const message of unsent.splice(0)) port.postMessage(message);
      },
      exited(exit) {
        asked.delete(host);
        onExit?.(exit);
      },
    });
    shell.postMessage({ kind: 'startHost', host });
    return {
      pid: undefined,
      send(message) {
        if (port) port.postMessage(message);
        else unsent.push(message);
      },
      onMessage(listener) {
        onMessage = listener;
      },
      onExit(listener) {
        onExit = listener;
      },
      kill: () => shell.postMessage({ kind: 'killHost', host }),
    };
  };
}
