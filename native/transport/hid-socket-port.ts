import { once } from 'node:events';
import { lstat, unlink } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { createHidSocketDecoder, encodeHidSocketFrame } from './hid-socket-frames.ts';

/** The far end of a simulated HID device, where its simulator sits. */
export interface SimulatedHidPort {
  /** The same name after every replug. */
  readonly path: string;
  /** An input report, with its id in front where the device numbers its reports. Lost while nobody has the device open. */
  sendReport(report: Uint8Array): void;
  /** At most one listener. */
  onReport(listener: (kind: 'output' | 'feature', report: Uint8Array) => void): void;
  /** Somebody opened the device. At most one listener. */
  onOpened(listener: () => void): void;
  unplug(): Promise<void>;
  plug(): Promise<void>;
  /** Ends for good and leaves no file behind. */
  close(): Promise<void>;
}

/** Listens on a local socket. Throws when the name is taken by something that is no socket, or is too long for one. */
export async function openHidSocketPort(path: string): Promise<SimulatedHidPort> {
  let server: Server | undefined;
  let socket: Socket | undefined;
  let receive: ((kind: 'output' | 'feature', report: Uint8Array) => void) | undefined;
  let opened: (() => void) | undefined;

  const take = (next: Socket): void => {
    next.on('error', () => next.destroy());
    // A device has one reader here: a second one finds it taken.
    if (socket) return void next.destroy();
    socket = next;
    const decoder = createHidSocketDecoder();
    next.on('data', (bytes: Buffer) => {
      for (const event of decoder.push(bytes)) {
        if (event.type === 'frame' && event.frame.kind !== 'input') receive?.(event.frame.kind, event.frame.report);
        else return void next.destroy();
      }
    });
    next.on('close', () => {
      if (socket === next) socket = undefined;
    });
    opened?.();
  };
  const plug = async (): Promise<void> => {
    if (server) return;
    await removeStaleSocket(path);
    const next = createServer(take);
    next.listen(path);
    await once(next, 'listening');
    server = next;
  };
  const unplug = async (): Promise<void> => {
    const ending = server;
    if (!ending) return;
    server = undefined;
    const closed = once(ending, 'close');
    ending.close();
    socket?.destroy();
    socket = undefined;
    await closed;
  };

  await plug();
  return {
    path,
    sendReport(report) {
      if (socket && !socket.destroyed) socket.write(encodeHidSocketFrame({ kind: 'input', report }));
    },
    onReport(listener) {
      receive = listener;
    },
    onOpened(listener) {
      opened = listener;
    },
    plug,
    unplug,
    close: unplug,
  };
}

/** A simulator that was killed hard leaves its name, and a new one could not listen. */
async function removeStaleSocket(path: string): Promise<void> {
  const found = await lstat(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (found?.isSocket()) await unlink(path);
}
