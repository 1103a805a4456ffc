import { connect, type Socket } from 'node:net';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import type { HidDevice, HidOpener } from './hid.ts';
import { createHidSocketDecoder, encodeHidSocketFrame } from './hid-socket-frames.ts';
import type { WireFailure } from './wire.ts';

/** A simulator answers on its own machine at once, or is not there. */
export const HID_SOCKET_CONNECT_LIMIT_MS = 1_000;

/** Opens the near end of a simulated HID device (`hid-socket-port.ts`). Failure of `open`: `portMissing`. */
export function hidSocketOpener(path: string, clock: Clock, writeLimitMs: number): HidOpener {
  return {
    open: () =>
      new Promise<Result<HidDevice, WireFailure>>((resolve) => {
        const socket = connect({ path });
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
        const cancel = clock.after(HID_SOCKET_CONNECT_LIMIT_MS, fail);
        socket.once('error', fail);
        socket.once('close', fail);
        socket.once('connect', () => {
          stopWaiting();
          resolve(ok(socketDevice(socket, clock, writeLimitMs)));
        });
      }),
  };
}

function socketDevice(socket: Socket, clock: Clock, writeLimitMs: number): HidDevice {
  const decoder = createHidSocketDecoder();
  const failWrites = new Set<(failure: WireFailure) => void>();
  let onClose: (() => void) | undefined;
  let closed = false;
  const end = (failure: WireFailure): void => {
    if (closed) return;
    closed = true;
    socket.destroy();
    for (const fail of failWrites) fail(failure);
    onClose?.();
  };
  socket.on('close', () => end('portGone'));
  socket.on('end', () => end('portGone'));

  const pass = (kind: 'output' | 'feature', report: Uint8Array): Promise<Result<void, WireFailure>> => {
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
      socket.write(encodeHidSocketFrame({ kind, report }), (error) => {
        if (error) end('portGone');
        else if (!closed) settle(ok(undefined));
      });
    });
  };
  return {
    write: (report) => pass('output', report),
    sendFeature: (report) => pass('feature', report),
    onReport(listener) {
      socket.on('data', (bytes: Buffer) => {
        for (const event of decoder.push(bytes)) {
          if (closed) return;
          if (event.type === 'frame' && event.frame.kind === 'input') listener(event.frame.report);
          // Nothing is lost on a local socket: what is no frame is a broken far end.
          else if (event.type === 'refused' || event.type === 'discarded') end('portGone');
        }
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
