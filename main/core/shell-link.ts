/** What the core and the shell that started it say to each other. The same over a forked process and a utility process. */
export type ToShell =
  | { readonly kind: 'ready'; readonly url: string }
  | { readonly kind: 'alive' }
  | { readonly kind: 'page'; readonly connected: boolean };
export type ToCore = { readonly kind: 'stop' };

/** The shell takes a silent core for dead after a few of these. */
export const ALIVE_INTERVAL_MS = 1_000;

interface ParentPort {
  postMessage(message: ToShell): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

export interface ShellLink {
  send(message: ToShell): void;
  /** Calls once when the shell asks for the end, or is gone. */
  onStop(listener: () => void): void;
}

const isStop = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'stop';

/** The link to whatever started this process: Electron's parent port, a fork's channel, or nothing (a bare terminal). */
export function openShellLink(): ShellLink {
  const { parentPort } = process as { parentPort?: ParentPort };
  return {
    send(message) {
      if (parentPort) parentPort.postMessage(message);
      else if (process.connected) process.send?.(message);
    },
    onStop(listener) {
      parentPort?.on('message', ({ data }) => {
        if (isStop(data)) listener();
      });
      process.on('message', (message) => {
        if (isStop(message)) listener();
      });
      process.once('disconnect', listener);
      process.once('SIGTERM', listener);
      process.once('SIGINT', listener);
    },
  };
}
