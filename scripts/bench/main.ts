import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectRoot } from '../rig/places.ts';
import { openBench } from './bench.ts';
import type { Figure } from './measure.ts';
import { MEASURES, type Measure } from './measures.ts';
import { type BenchOptions, helpOf, readOptions } from './options.ts';
import { tableOf } from './table.ts';

const OUT = join(projectRoot, 'out', 'bench');
/** A measure that takes longer hangs. */
const MEASURE_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 5_000;
const EXIT_BY_SIGNAL = 130;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const nothing = (): void => undefined;

type Outcome = { readonly figures: readonly Figure[] } | { readonly failed: string };

/** One measure, bounded; whatever it started is ended before the next begins. */
async function run(name: string, measure: Measure, quick: boolean): Promise<Outcome> {
  const { bench, end, remove } = openBench(join(OUT, 'work', `${name}-${process.pid}`), quick);
  const running = measure(bench);
  const settled = running.then(nothing, nothing);
  const late = new AbortController();
  /** Ends it whole, also what is being started just now. */
  const stop = async (): Promise<void> => {
    await end();
    await Promise.race([settled, wait(STOP_LIMIT_MS, undefined, { ref: false })]);
    await end();
    remove();
  };
  const onSignal = (): void => void stop().finally(() => process.exit(EXIT_BY_SIGNAL));
  for (const signal of SIGNALS) process.once(signal, onSignal);
  try {
    const limit = wait(MEASURE_LIMIT_MS, undefined, { signal: late.signal }).then(() => {
      throw new Error(`took longer than ${MEASURE_LIMIT_MS} ms`);
    });
    return { figures: await Promise.race([running, limit]) };
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    late.abort();
    await stop();
    for (const signal of SIGNALS) process.off(signal, onSignal);
  }
}

const NAMES = Object.keys(MEASURES);

async function measureAll({ quick, only }: BenchOptions): Promise<void> {
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, loadBefore: loadavg()[0] };
  const measures: Record<string, Outcome> = {};
  const startedAt = performance.now();
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (only.length > 0 && !only.includes(name)) continue;
    process.stderr.write(`${name} …\n`);
    const outcome = await run(name, measure, quick);
    measures[name] = outcome;
    if ('failed' in outcome) {
      process.stderr.write(`${name}: ${outcome.failed}\n`);
      process.exitCode = 1;
    }
  }
  const tookMs = Math.round(performance.now() - startedAt);
  mkdirSync(OUT, { recursive: true });
  const report = { at: new Date().toISOString(), quick, machine, tookMs, measures };
  writeFileSync(join(OUT, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  console.log(tableOf(Object.values(measures).flatMap((outcome) => ('figures' in outcome ? outcome.figures : []))));
  console.log(
    `\np99: “≤” and “≥” mark the slowest of few runs. ${Math.round(tookMs / 1000)} s on ${machine.cores} cores, load before ${machine.loadBefore?.toFixed(2)}`,
  );
  console.log(`see ${join(OUT, 'report.json')}`);
}

/** Undefined: the arguments are wrong, and that was said. */
function optionsOf(args: readonly string[]): BenchOptions | undefined {
  try {
    return readOptions(args, NAMES);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
    return undefined;
  }
}

const options = optionsOf(process.argv.slice(2));
if (options?.help) console.log(helpOf(NAMES));
else if (options) await measureAll(options);
