import { ALIVE_INTERVAL_MS, type CoreToShell, readShellMessage } from './core-protocol.ts';

/** The core's end of the channel to its shell. */
export interface ShellLink {
  /** Says where the page is, once it can be used. */
  ready(url: string): void;
  /** Ends the heartbeat; the process may then run out. */
  close(): void;
}

interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
}

/**
 * Connects the core to whatever shell started it: Node's IPC channel, Electron's `process.parentPort`, or none at all
 * (started by hand). Says `alive` every second from the first moment. `onStop` is called once: when the shell says
 * stop, when the shell is gone, or on SIGINT or SIGTERM.
 */
export function connectToShell(onStop: (reason: 'asked' | 'shell-gone' | 'signal') => void): ShellLink {
  let stopping = false;
  const stop = (reason: 'asked' | 'shell-gone' | 'signal'): void => {
    if (stopping) return;
    stopping = true;
    onStop(reason);
  };
  const send = openChannel(stop);
  process.once('SIGINT', () => stop('signal'));
  process.once('SIGTERM', () => stop('signal'));
  const heartbeat = setInterval(() => send({ kind: 'alive' }), ALIVE_INTERVAL_MS);
  send({ kind: 'alive' });
  return {
    ready: (url) => send({ kind: 'ready', url }),
    close() {
      clearInterval(heartbeat);
      if (process.connected) process.disconnect();
    },
  };
}

function openChannel(stop: (reason: 'asked' | 'shell-gone') => void): (message: CoreToShell) => void {
  const heard = (raw: unknown): void => {
    if (readShellMessage(raw)) stop('asked');
  };
  const port = (process as { parentPort?: ParentPort }).parentPort;
  if (port) {
    port.on('message', (event) => heard(event.data));
    return (message) => port.postMessage(message);
  }
  if (process.send) {
    process.on('message', heard);
    process.once('disconnect', () => stop('shell-gone'));
    // A shell that ended meanwhile shows as `disconnect`; the failed write says nothing more.
    return (message) => void (process.connected && process.send?.(message, undefined, undefined, () => undefined));
  }
  return () => undefined;
}
