import type { SerialPort } from 'serialport';
import { err, ok, type Result } from '../../contract/result.ts';
import { type Clock, systemClock } from '../clock.ts';
import { currentNode, watchPresence } from './port-presence.ts';
import { createSerialWire } from './serial-wire.ts';
import type { Wire, WireFailure, WireOpener } from './wire.ts';

export interface SerialPortSettings {
  /** A stable name: `/dev/serial/by-id/…`, or the link of a pseudo-terminal. */
  readonly path: string;
  /** Bits per second; the frame is always 8N1. */
  readonly baudRate: number;
  /** After so many milliseconds a write that the system did not take has failed, and the wire with it. */
  readonly writeLimitMs: number;
  readonly clock?: Clock;
}

/**
 * Opens a serial port, 8N1 and locked against a second opener, as a wire that is used once.
 * Failures of `open`: `portMissing` (no such name), `portBusy` (locked by somebody), `portGone` (anything else).
 */
export function serialPortOpener(settings: SerialPortSettings): WireOpener {
  return {
    async open(): Promise<Result<Wire, WireFailure>> {
      const node = await currentNode(settings.path);
      if (node === undefined) return err('portMissing');
      // Loaded on first use: the native binding costs some 40 ms that a start without serial devices need not pay.
      const { SerialPort } = await import('serialport');
      const opened = await openPort(SerialPort, settings);
      if (!opened.ok) return opened;
      const clock = settings.clock ?? systemClock;
      const wire = createSerialWire(opened.value, clock, settings.writeLimitMs);
      const stopWatching = watchPresence(clock, settings.path, node, () => void wire.close());
      wire.afterClose(stopWatching);
      return ok(wire);
    },
  };
}

function openPort(
  Port: typeof SerialPort,
  { path, baudRate }: SerialPortSettings,
): Promise<Result<SerialPort, WireFailure>> {
  return new Promise((resolve) => {
    const port = new Port(
      { path, baudRate, dataBits: 8, parity: 'none', stopBits: 1, lock: true, autoOpen: true },
      (error) => resolve(error ? err(openFailure(error)) : ok(port)),
    );
  });
}

/** The binding reports errno as text only. */
function openFailure(error: Error): WireFailure {
  if (/cannot lock|resource busy|resource temporarily unavailable/i.test(error.message)) return 'portBusy';
  return /no such file|no such device/i.test(error.message) ? 'portMissing' : 'portGone';
}
