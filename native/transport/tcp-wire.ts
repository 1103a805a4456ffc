import { connect, type Socket } from 'node:net';
import { err, ok, type Result } from '../../contract/result.ts';
import { type Clock, systemClock } from '../clock.ts';
import type { Wire, WireFailure, WireOpener } from './wire.ts';

export interface TcpSettings {
  readonly host: string;
  readonly port: number;
  /** After so many milliseconds a write that the other side did not take has failed, and the wire with it. */
  readonly writeLimitMs: number;
  readonly clock?: Clock;
}

/** A converter on the local network answers at once or not at all. */
export const TCP_CONNECT_LIMIT_MS = 2_000;
/** A converter that lost its power says nothing: the system asks it after so much silence, milliseconds. */
const KEEP_ALIVE_MS = 5_000;

/** Opens a TCP connection as a wire that is used once. Failures of `open`: `portMissing` (refused, unknown, no answer). */
export function tcpOpener({ host, port, writeLimitMs, clock = systemClock }: TcpSettings): WireOpener {
  return {
    open: () =>
      new Promise<Result<Wire, WireFailure>>((resolve) => {
        const socket = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS });
        const stopWaiting = (): void => {
          cancel();
          socket.removeAllListeners();
          // An error that follows has its `close` right behind it.
          socket.on('error', () => socket.destroy());
        };
        const fail = (): void => {
          stopWaiting();
          socket.destroy();
          resolve(err('portMissing'));
        };
        const cancel = clock.after(TCP_CONNECT_LIMIT_MS, fail);
        socket.once('error', fail);
        socket.once('close', fail);
        socket.once('connect', () => {
          stopWaiting();
          resolve(ok(tcpWire(socket, clock, writeLimitMs)));
        });
      }),
  };
}

function tcpWire(socket: Socket, clock: Clock, writeLimitMs: number): Wire {
  let onClose: (() => void) | undefined;
  let closed = false;
  const failWrites = new Set<(failure: WireFailure) => void>();
  const end = (failure: WireFailure): void => {
    if (closed) return;
    closed = true;
    // With a reset: bytes that the network still holds back must not reach the device when it is back.
    socket.resetAndDestroy();
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
