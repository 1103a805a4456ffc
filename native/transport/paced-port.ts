import { type Clock, systemClock } from '../clock.ts';
import type { SimulatedPort } from './simulated-port.ts';

export interface Pace {
  /** Bits per second, ten to a byte (8N1): bytes sent leave no faster than a real line would carry them. */
  readonly baudRate?: number;
  /** Every byte is handed over by itself, at 28,800 bit/s if no other rate is given. */
  readonly oneByteAtATime?: boolean;
  readonly clock?: Clock;
}

const BITS_PER_BYTE = 10;
const PACE_TICK_MS = 1;
/** Bytes one by one without a rate of their own: slow enough that the system seldom joins them. */
const ONE_BY_ONE_BAUD_RATE = 28_800;

/** Wraps the far end of a wire so that what it sends takes the time, or the chunking, of a real line. */
export function pacePort(
  port: SimulatedPort,
  { baudRate, oneByteAtATime = false, clock = systemClock }: Pace,
): SimulatedPort {
  const rate = baudRate ?? ONE_BY_ONE_BAUD_RATE;
  const queue: number[] = [];
  let running = false;
  let last = 0;
  let credit = 0;

  const deliver = (count: number): void => {
    const chunk = Uint8Array.from(queue.splice(0, count));
    if (!oneByteAtATime) port.send(chunk);
    else for (const byte of chunk) port.send(Uint8Array.of(byte));
  };
  const tick = (): void => {
    const now = clock.now();
    credit += ((now - last) * rate) / BITS_PER_BYTE / 1000;
    last = now;
    const due = Math.min(Math.floor(credit), queue.length);
    if (due > 0) {
      credit -= due;
      deliver(due);
    }
    running = queue.length > 0;
    if (running) clock.after(PACE_TICK_MS, tick);
  };

  return {
    ...port,
    send(bytes) {
      queue.push(...bytes);
      if (running) return;
      running = true;
      last = clock.now();
      credit = 0;
      clock.after(0, tick);
    },
    async unplug() {
      queue.length = 0;
      await port.unplug();
    },
  };
}

/** How long a line needs to carry so many bytes, milliseconds. */
export const lineTimeMs = (bytes: number, baudRate: number): number => (bytes * BITS_PER_BYTE * 1000) / baudRate;
