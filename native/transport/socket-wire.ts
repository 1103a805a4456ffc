import { connect, type Socket } from 'node:net';
import { err, ok, type Result } from '../../contract/result.ts';
import { type Clock, systemClock } from '../clock.ts';
import type { Wire, WireFailure, WireOpener } from './wire.ts';

export interface SocketWireSettings {
  /** Makes a connection that is on its way. */
  readonly connect: () => Socket;
  readonly clock: Clock;
  /** Whoever is there takes a connection by then. */
  readonly connectLimitMs: number;
  /** After so many milliseconds a write that the other side did not take has failed, and the wire with it. */
  readonly writeLimitMs: number;
  /** Ends the connection, and what it still holds back. */
  readonly end: (socket: Socket) => void;
}

/** Opens a stream socket as a wire that is used once. `portMissing`: nobody listens; `portBusy`: we are not let in. */
export function socketWireOpener(settings: SocketWireSettings): WireOpener {
  return {
    open: () =>
      new Promise<Result<Wire, WireFailure>>((resolve) => {
        const socket = settings.connect();
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
        const cancel = settings.clock.after(settings.connectLimitMs, () => fail('portMissing'));
        socket.once('error', (error: NodeJS.ErrnoException) => {
          fail(error.code === 'EACCES' || error.code === 'EPERM' ? 'portBusy' : 'portMissing');
        });
        socket.once('close', () => fail('portMissing'));
        socket.once('connect', () => {
          // The wire has listeners of its own: first these go, then those come.
          stopWaiting();
          resolve(ok(socketWire(socket, settings)));
        });
      }),
  };
}

function socketWire(socket: Socket, { clock, writeLimitMs, end: endSocket }: SocketWireSettings): Wire {
  let onClose: (() => void) | undefined;
  let closed = false;
  const failWrites = new Set<(failure: WireFailure) => void>();
  const end = (failure: WireFailure): void => {
    if (closed) return;
    closed = true;
    endSocket(socket);
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
        const cancel = clock.after(writeLimitMs, () => end('writeTimeout'));
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

/** A daemon on the same machine takes a connection at once, also when the system has to start it for that. */
export const LOCAL_CONNECT_LIMIT_MS = 500;
/** It takes what it is given, or hangs. */
export const LOCAL_WRITE_LIMIT_MS = 500;

/** Opens a Unix socket as a wire. */
export const localSocketOpener = (path: string, clock: Clock): WireOpener =>
  socketWireOpener({
    connect: () => connect({ path }),
    clock,
    connectLimitMs: LOCAL_CONNECT_LIMIT_MS,
    writeLimitMs: LOCAL_WRITE_LIMIT_MS,
    end: (socket) => socket.destroy(),
  });

export interface TcpSettings {
  readonly host: string;
  readonly port: number;
  readonly writeLimitMs: number;
  readonly clock?: Clock;
}

/** A converter on the local network answers at once or not at all. */
export const TCP_CONNECT_LIMIT_MS = 2_000;
/** A converter that lost its power says nothing: the system asks it after so much silence, milliseconds. */
const KEEP_ALIVE_MS = 5_000;

/** Opens a TCP connection as a wire. */
export const tcpOpener = ({ host, port, writeLimitMs, clock = systemClock }: TcpSettings): WireOpener =>
  socketWireOpener({
    connect: () => connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS }),
    clock,
    connectLimitMs: TCP_CONNECT_LIMIT_MS,
    writeLimitMs,
    // With a reset: bytes that the network still holds back must not reach the device when it is back.
    end: (socket) => socket.resetAndDestroy(),
  });
