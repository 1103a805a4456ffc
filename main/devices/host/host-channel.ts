import type { CoreToHost } from '../host-protocol.ts';
import type { HostChannel } from './serve-device.ts';

/** Electron's `process.parentPort`, and the port to the core that comes with its first message. */
interface ParentPort {
  once(event: 'message', listener: (event: { readonly ports: readonly MessagePortMain[] }) => void): unknown;
}
interface MessagePortMain {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
}

/**
 * The host's end: Node's IPC channel, or in Electron a port to the core that the shell hands over. `onGone`: the core has
 * ended, and nobody is left to work for.
 */
export function openHostChannel(onGone: () => void): HostChannel {
  const parent = (process as { parentPort?: ParentPort }).parentPort;
  if (parent) return electronChannel(parent, onGone);
  process.once('disconnect', onGone);
  return {
    send(message) {
      // A core that ended meanwhile shows as `disconnect`; the failed write says nothing more.
      if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
    },
    onMessage: (listener) => void process.on('message', (message) => listener(message as CoreToHost)),
  };
}

function electronChannel(parent: ParentPort, onGone: () => void): HostChannel {
  let port: MessagePortMain | undefined;
  let listener: ((message: CoreToHost) => void) | undefined;
  parent.once('message', ({ ports }) => {
    [port] = ports;
    port?.on('message', ({ data }) => listener?.(data as CoreToHost));
    port?.on('close', onGone);
    port?.start();
  });
  return {
    send: (message) => port?.postMessage(message),
    onMessage(call) {
      listener = call;
    },
  };
}
