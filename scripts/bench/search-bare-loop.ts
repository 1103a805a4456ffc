import { type Beside, percentile } from './measure.ts';
import { written } from './table.ts';

const US_PER_MS = 1000;
const CALIBRATIONS = 50;
const TURNS = 500_000;

/** What comes of it is kept: else the compiler would leave the loop out. */
let kept = 1;

/** Nothing but arithmetic: no memory to fetch, nothing to collect, nothing that could be compiled better later. */
function turn(turns: number): void {
  let value = kept;
  for (let at = 0; at < turns; at++) value = (Math.imul(value, 1_664_525) + 1_013_904_223) | 0;
  kept = value;
}

/**
 * Times work in turn with a bare loop calibrated to the work's median: what the loop's slowest runs take above it, the
 * machine took from both. Milliseconds; beside stands the loop's p99.
 */
export function besideBareLoop(
  runs: number,
  work: (run: number) => unknown,
): { readonly taken: readonly number[]; readonly beside: Beside } {
  const turnsPerMs = calibrated();
  const median = percentile(
    Array.from({ length: Math.min(runs, 100) }, (_, run) => timed(() => work(run))),
    0.5,
  );
  const turns = Math.max(1, Math.round(median * turnsPerMs));
  const taken: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < runs; run++) {
    taken.push(timed(() => work(run)));
    bare.push(timed(() => turn(turns)));
  }
  const ratio = percentile(taken, 0.99) / percentile(bare, 0.99);
  const what = `bare loop p50; its p99 ${written(percentile(bare, 0.99) * US_PER_MS)}, p99 ratio ${written(ratio)}×`;
  return { taken, beside: { what, value: percentile(bare, 0.5) } };
}

/** Turns in a millisecond; the best of several, so that neither the compiler nor the machine is in it. */
function calibrated(): number {
  const ms = Array.from({ length: CALIBRATIONS }, () => timed(() => turn(TURNS)));
  return TURNS / percentile(ms, 0.1);
}

function timed(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}
