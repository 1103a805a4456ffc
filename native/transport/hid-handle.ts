import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import type { HidDevice } from './hid.ts';
import type { WireFailure } from './wire.ts';

/** What is used of an opened device of `node-hid`. A report that fails rejects its promise. */
export interface HidHandle {
  write(report: Buffer): Promise<number>;
  sendFeatureReport(report: Buffer): Promise<number>;
  on(event: 'data', listener: (report: Buffer) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

export interface OpenedHidDevice extends HidDevice {
  /** For the opener: what it watches beside the device ends with it. */
  afterClose(call: () => void): void;
}

/**
 * Turns an opened handle into a device that is used once. Unplugging shows as an error of reading; from the first error,
 * failed report or report past `writeLimitMs` on, nothing reaches the handle any more.
 */
export function hidDeviceOf(handle: HidHandle, clock: Clock, writeLimitMs: number): OpenedHidDevice {
  const endings: (() => void)[] = [];
  const failWrites = new Set<(failure: WireFailure) => void>();
  let onReport: ((report: Uint8Array) => void) | undefined;
  let onClose: (() => void) | undefined;
  let closed = false;
  let closing: Promise<void> | undefined;

  const end = (failure: WireFailure): void => {
    if (closed) return;
    closed = true;
    // Closing what is already gone may fail: it is not used again either way.
    closing = handle.close().catch(() => undefined);
    for (const fail of failWrites) fail(failure);
    for (const call of endings) call();
    onClose?.();
  };
  handle.on('error', () => end('portGone'));

  const pass = (send: () => Promise<number>): Promise<Result<void, WireFailure>> => {
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
      send().then(
        () => settle(closed ? err('portGone') : ok(undefined)),
        () => end('portGone'),
      );
    });
  };

  return {
    write: (report) => pass(() => handle.write(Buffer.from(report))),
    sendFeature: (report) => pass(() => handle.sendFeatureReport(Buffer.from(report))),
    onReport(listener) {
      const first = onReport === undefined;
      onReport = listener;
      // The library begins to read with its first listener; before that nothing is lost.
      if (first) handle.on('data', (report) => !closed && onReport?.(Uint8Array.from(report)));
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
