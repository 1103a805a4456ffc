import { ok } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import type { Wire, WireOpener } from '../transport/wire.ts';
import type { Meter } from './meter.ts';

/**
 * Measures exchanges on any wire without knowing its frames: from a write to the first byte that comes back. A write that
 * follows before any byte came leaves the first one unanswered, and so does the end of the wire; opening again counts as a
 * retry.
 */
export function meterOpener(opener: WireOpener, meter: Meter, clock: Clock): WireOpener {
  let openedBefore = false;
  return {
    async open() {
      if (openedBefore) meter.retry();
      openedBefore = true;
      const opened = await opener.open();
      return opened.ok ? ok(meterWire(opened.value, meter, clock)) : opened;
    },
  };
}

function meterWire(wire: Wire, meter: Meter, clock: Clock): Wire {
  let askedAtMs: number | undefined;
  const ended = (): void => {
    if (askedAtMs !== undefined) meter.unanswered();
    askedAtMs = undefined;
  };
  return {
    ...wire,
    onClose(listener) {
      wire.onClose(() => {
        ended();
        listener();
      });
    },
    close() {
      ended();
      return wire.close();
    },
    write(bytes) {
      if (askedAtMs !== undefined) meter.unanswered();
      askedAtMs = clock.now();
      return wire.write(bytes);
    },
    onData(listener) {
      wire.onData((bytes) => {
        if (askedAtMs !== undefined) meter.exchange(clock.now() - askedAtMs);
        askedAtMs = undefined;
        listener(bytes);
      });
    },
  };
}
