import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectRoot } from '../rig/places.ts';
import { openBench } from './bench.ts';
import type { Figure } from './measure.ts';
import { MEASURES } from './measures.ts';
import { helpOf, readOptions } from './options.ts';
import { tableOf } from './table.ts';

const OUT = join(projectRoot, 'out', 'bench');
/** A measure that takes longer hangs. */
const MEASURE_LIMIT_MS = 120_000;
const EXIT_BY_SIGNAL = 130;

type Outcome = { readonly figures: readonly Figure[] } | { readonly failed: string };

/** One measure, bounded; whatever it started is ended before the next begins. */
async function run(name: string, quick: boolean): Promise<Outcome> {
  const { bench, end } = openBench(join(OUT, 'work', name), quick);
  const onSignal = (): void => void end().finally(() => process.exit(EXIT_BY_SIGNAL));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, onSignal);
  const late = new AbortController();
  try {
    const limit = wait(MEASURE_LIMIT_MS, undefined, { signal: late.signal }).then(() => {
      throw new Error(`took longer than ${MEASURE_LIMIT_MS} ms`);
    });
    return { figures: await Promise.race([MEASURES[name]?.(bench) ?? [], limit]) };
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    late.abort();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, onSignal);
    await end();
  }
}

async function main(): Promise<void> {
  const names = Object.keys(MEASURES);
  const { help, quick, only } = readOptions(process.argv.slice(2), names);
  if (help) {
    console.log(helpOf(names));
    return;
  }
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, loadBefore: loadavg()[0] };
  const measures: Record<string, Outcome> = {};
  const startedAt = performance.now();
  for (const name of names.filter((one) => only.length === 0 || only.includes(one))) {
    process.stderr.write(`${name} …\n`);
    const outcome = await run(name, quick);
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
    `\np99: “≤” marks the slowest of few runs. ${Math.round(tookMs / 1000)} s on ${machine.cores} cores, load before ${machine.loadBefore?.toFixed(2)}`,
  );
  console.log(`see ${join(OUT, 'report.json')}`);
}

try {
  await main();
} catch (error) {
  // parseArgs and readOptions say so what is wrong with an argument.
  if (!(error instanceof TypeError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
