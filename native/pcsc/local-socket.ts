import { connect, type Socket } from 'node:net';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import type { Wire, WireFailure, WireOpener } from '../transport/wire.ts';

/** A daemon on the same machine takes a connection at once, also when systemd has to start it for that. */
export const LOCAL_CONNECT_LIMIT_MS = 500;
/** It takes what it is given, or hangs. */
export const LOCAL_WRITE_LIMIT_MS = 500;

/** Opens a Unix socket as a wire that is used once. `portMissing`: nobody listens; `portBusy`: we are not let in. */
export function localSocketOpener(path: string, clock: Clock): WireOpener {
  return {
    open: () =>
      new Promise<Result<Wire, WireFailure>>((resolve) => {
        const socket = connect({ path });
        const stopWaiting = (): void => {
          cancel();
          socket.removeAllListeners();
          // An error that follows has its `close` right behind it.
          socket.on('error', () => socket.destroy());
        };
        const fail = (failure: WireFailure): void => {
          stopWaiting();
          socket.destroy();
          resolve(err(failure));
        };
        const cancel = clock.after(LOCAL_CONNECT_LIMIT_MS, () => fail('portMissing'));
        socket.once('error', (error: NodeJS.ErrnoException) => {
          fail(error.code === 'EACCES' || error.code === 'EPERM' ? 'portBusy' : 'portMissing');
        });
        socket.once('connect', () => {
          // The wire has listeners of its own: first these go, then those come.
          stopWaiting();
          resolve(ok(localWire(socket, clock)));
        });
      }),
  };
}

function localWire(socket: Socket, clock: Clock): Wire {
  let onClose: (() => void) | undefined;
  let closed = false;
  const failWrites = new Set<(failure: WireFailure) => void>();
  const end = (failure: WireFailure): void => {
    if (closed) return;
    closed = true;
    socket.destroy();
    for (const fail of failWrites) fail(failure);
    onClose?.();
  };
  socket.on('close', () => end('portGone'));
  socket.on('end', () => end('portGone'));
  return {
    write(bytes): Promise<Result<void, WireFailure>> {
      if (closed) return Promise.resolve(err('portGone'));
      return new Promise((resolve) => {
        const settle = (result: Result<void, WireFailure>): void => {
          cancel();
          failWrites.delete(fail);
          resolve(result);
        };
        const fail = (failure: WireFailure): void => settle(err(failure));
        const cancel = clock.after(LOCAL_WRITE_LIMIT_MS, () => end('writeTimeout'));
        failWrites.add(fail);
        socket.write(bytes, (error) => {
          if (error) end('portGone');
          else if (!closed) settle(ok(undefined));
        });
      });
    },
    onData(listener) {
      socket.on('data', (chunk: Buffer) => {
        if (!closed) listener(chunk);
      });
    },
    onClose(listener) {
      onClose = listener;
      if (closed) listener();
    },
    async close() {
      end('portGone');
    },
  };
}
