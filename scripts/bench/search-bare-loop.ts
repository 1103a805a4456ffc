import { type Beside, percentile } from './measure.ts';
import { written } from './table.ts';

const US_PER_MS = 1000;
const CALIBRATING_RUNS = 100;

/**
 * Times work in turn with a bare loop that only reads the clock until the work's median has passed: what its slowest runs
 * take above that, the machine took, and takes it from the work alike. Milliseconds; beside stands the loop's median.
 */
export function besideBareLoop(
  runs: number,
  work: (run: number) => unknown,
): { readonly taken: readonly number[]; readonly beside: Beside } {
  const median = percentile(
    Array.from({ length: Math.min(runs, CALIBRATING_RUNS) }, (_, run) => timed(() => work(run))),
    0.5,
  );
  const taken: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < runs; run++) {
    taken.push(timed(() => work(run)));
    bare.push(timed(() => pass(median)));
  }
  const [slow, slowBare] = [percentile(taken, 0.99), percentile(bare, 0.99)];
  const what = `bare loop, its p99 ${written(slowBare * US_PER_MS)}, p99s ${written(slow / slowBare)}×`;
  return { taken, beside: { what, value: percentile(bare, 0.5) } };
}

function pass(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

function timed(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}
