import { type DeviceMetrics, LATENCY_BOUNDS_MS } from '../../contract/device-health.ts';

/** Counts what passes between driver and device. Numbers only: nothing that was said. */
export interface Meter {
  /** A question was answered after so many milliseconds. */
  exchange(elapsedMs: number): void;
  /** A question got no usable answer within its limit. */
  unanswered(): void;
  /** The same thing was tried once more, or the wire opened anew. */
  retry(): void;
  discarded(bytes: number): void;
  snapshot(): DeviceMetrics;
}

export function createMeter(): Meter {
  const latency = new Array<number>(LATENCY_BOUNDS_MS.length + 1).fill(0);
  const count = { exchanges: 0, unanswered: 0, retries: 0, discardedBytes: 0 };
  return {
    exchange(elapsedMs) {
      count.exchanges += 1;
      const found = LATENCY_BOUNDS_MS.findIndex((bound) => elapsedMs <= bound);
      const index = found === -1 ? LATENCY_BOUNDS_MS.length : found;
      latency[index] = (latency[index] ?? 0) + 1;
    },
    unanswered() {
      count.unanswered += 1;
    },
    retry() {
      count.retries += 1;
    },
    discarded(bytes) {
      count.discardedBytes += bytes;
    },
    snapshot: () => ({ ...count, latency: [...latency] }),
  };
}
