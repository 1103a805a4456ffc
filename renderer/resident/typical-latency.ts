import { LATENCY_BOUNDS_MS } from '../../contract/device-health.ts';

/** The bound of the class in which half of the exchanges are reached; undefined: there were none, or it has no bound. */
export function typicalLatency(counts: readonly number[]): number | undefined {
  const half = counts.reduce((sum, count) => sum + count, 0) / 2;
  if (half === 0) return undefined;
  let seen = 0;
  for (const [index, count] of counts.entries()) {
    seen += count;
    if (seen >= half) return LATENCY_BOUNDS_MS[index];
  }
  return undefined;
}
