/** From so many runs on, the hundredth part that is slowest can be told from the single slowest. */
export const RUNS_FOR_P99 = 100;

/** What many runs of the same thing took, in the unit of the samples. */
export interface Summary {
  readonly runs: number;
  readonly best: number;
  readonly p50: number;
  /** The slowest run where there are fewer than `RUNS_FOR_P99`. */
  readonly p99: number;
}

/** What a figure is seen beside: a peer, or a limit that nothing can beat, measured in the same run. */
export interface Beside {
  readonly what: string;
  readonly value: number;
}

export type Unit = 'ms' | 'µs' | 'rows/s' | 'MB/s' | 'KB' | '% of a core';

/** Rates: more is better. */
export const isRate = (unit: Unit): boolean => unit.endsWith('/s');

/** One line of the report. */
export interface Figure extends Summary {
  readonly figure: string;
  readonly unit: Unit;
  readonly beside?: Beside;
  /** `p50` divided by what stands beside it. */
  readonly ratio?: number;
}

/** Nearest rank: the smallest sample that at least this share (above 0, at most 1) of all samples does not exceed. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('no samples');
  return value;
}

/** For rates, where more is better, `best` is the greatest and `p99` what 99 in a hundred runs reached. */
export function summarize(samples: readonly number[], unit: Unit): Summary {
  const moreIsBetter = isRate(unit);
  const bad = samples.length < RUNS_FOR_P99 ? 1 : 0.99;
  return {
    runs: samples.length,
    best: moreIsBetter ? Math.max(...samples) : Math.min(...samples),
    p50: percentile(samples, 0.5),
    p99: moreIsBetter
      ? -percentile(
          samples.map((sample) => -sample),
          bad,
        )
      : percentile(samples, bad),
  };
}

export function figureOf(figure: string, unit: Unit, samples: readonly number[], beside?: Beside): Figure {
  const summary = summarize(samples, unit);
  return { figure, unit, ...summary, ...(beside && { beside, ratio: summary.p50 / beside.value }) };
}

/** How long the work took, milliseconds. */
export async function elapsedMs(work: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** Runs the work so many times, one after the other, and gives what each took, milliseconds. */
export async function repeat(runs: number, work: (run: number) => unknown): Promise<number[]> {
  const samples: number[] = [];
  for (let run = 0; run < runs; run++) samples.push(await elapsedMs(() => work(run)));
  return samples;
}
