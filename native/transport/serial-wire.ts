import type { SerialPort } from 'serialport';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import type { Wire, WireFailure } from './wire.ts';

export interface SerialWire extends Wire {
  /** For the opener: what it watches beside the wire ends with it. */
  afterClose(call: () => void): void;
}

/**
 * Turns an opened port into a wire that is used once. The port is told dead by whatever comes first: its `close`, `end`
 * or `error`, a failed write, a write past `writeLimitMs`, or our own `close`; from then on nothing reaches it, because
 * serialport keeps a write to a closed port and would send it if the same object were opened again.
 */
export function createSerialWire(port: SerialPort, clock: Clock, writeLimitMs: number): SerialWire {
  const endings: (() => void)[] = [];
  let onClose: (() => void) | undefined;
  let closed = false;
  let closing: Promise<void> | undefined;
  const failWrites = new Set<(failure: WireFailure) => void>();

  const end = (failure: WireFailure): void => {
    if (closed) return;
    closed = true;
    closing = closePort(port, failWrites.size > 0);
    for (const fail of failWrites) fail(failure);
    for (const call of endings) call();
    onClose?.();
  };
  port.on('close', () => end('portGone'));
  // A hang-up can arrive as an end of file, which serialport does not follow by `close`.
  port.on('end', () => end('portGone'));
  port.on('error', () => end('portGone'));

  return {
    write(bytes): Promise<Result<void, WireFailure>> {
      if (closed || !port.isOpen) {
        end('portGone');
        return Promise.resolve(err('portGone'));
      }
      return new Promise((resolve) => {
        const settle = (result: Result<void, WireFailure>): void => {
          cancelLimit();
          failWrites.delete(fail);
          resolve(result);
        };
        const fail = (failure: WireFailure): void => settle(err(failure));
        const cancelLimit = clock.after(writeLimitMs, () => end('writeTimeout'));
        failWrites.add(fail);
        port.write(bytes, (error) => {
          if (error) end('portGone');
          else if (!closed) settle(ok(undefined));
        });
      });
    },
    onData(listener) {
      port.on('data', (chunk: Buffer) => {
        if (!closed) listener(chunk);
      });
    },
    onClose(listener) {
      onClose = listener;
      if (closed) listener();
    },
    afterClose(call) {
      endings.push(call);
      if (closed) call();
    },
    async close() {
      end('portGone');
      await closing;
    },
  };
}

/**
 * What the system still holds back is thrown away first: a close would send it for half a minute more, and an adapter that
 * hung until then would open a door for somebody who has long gone.
 */
function closePort(port: SerialPort, writing: boolean): Promise<void> {
  if (!port.isOpen) return Promise.resolve();
  return new Promise((resolve) => {
    // The answers of the system change nothing: the wire is not used again either way.
    const close = (): void => port.close(() => resolve());
    // Room in the buffers would only let out more of a write that waits for it.
    if (writing) close();
    else port.flush(close);
  });
}
