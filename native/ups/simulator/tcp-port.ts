import { createServer, type Server, type Socket } from 'node:net';
import type { SimulatedPort } from '../../transport/simulated-port.ts';

export interface TcpPort extends SimulatedPort {
  readonly port: number;
}

/** A cable in the shape of a TCP port of this machine: one host at a time; unplugged, nobody listens there. */
export async function openTcpPort(): Promise<TcpPort> {
  let receive: ((bytes: Uint8Array) => void) | undefined;
  let host: Socket | undefined;
  let server: Server | undefined;
  let port = 0;

  const take = (socket: Socket): void => {
    // A host that comes again has lost its old connection, whether or not that was noticed here.
    host?.destroy();
    host = socket;
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => {
      if (host === socket) receive?.(bytes);
    });
  };
  const plug = async (): Promise<void> => {
    if (server) return;
    const opened = createServer(take);
    await new Promise<void>((resolve, reject) => {
      opened.once('error', reject);
      opened.listen(port, '127.0.0.1', resolve);
    });
    const address = opened.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    port = address.port;
    server = opened;
  };
  const unplug = async (): Promise<void> => {
    const closing = server;
    server = undefined;
    host?.destroy();
    host = undefined;
    if (closing) await new Promise((resolve) => closing.close(resolve));
  };

  await plug();
  return {
    path: `127.0.0.1:${port}`,
    port,
    send(bytes) {
      if (host && !host.destroyed) host.write(bytes);
    },
    onReceive(listener) {
      receive = listener;
    },
    plug,
    unplug,
    close: unplug,
  };
}
