import path from 'node:path';
import { type Counts, sentence, sum } from './counts.ts';
import { PHASES } from './phases.ts';
import { type RunningPhase, runPhase } from './run-phase.ts';

// npm test [phase …]: every phase, or the named ones; the last line of output counts them all.
const ROOT = path.resolve(import.meta.dirname, '../..');
const names = process.argv.slice(2);
const unknown = names.filter((name) => !PHASES.some((phase) => phase.name === name));
if (unknown.length > 0) {
  process.stderr.write(`unknown: ${unknown.join(', ')}; phases are ${PHASES.map((phase) => phase.name).join(', ')}\n`);
  process.exit(2);
}

let running: RunningPhase | null = null;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    running?.kill();
    process.exit(130);
  });
}

const results: { readonly name: string; readonly counts: Counts }[] = [];
for (const phase of PHASES) {
  if (names.length > 0 && !names.includes(phase.name)) continue;
  process.stdout.write(`\n── ${phase.name}\n`);
  running = runPhase(phase, ROOT);
  results.push({ name: phase.name, counts: await running.counts });
}

const total = sum(results.map((result) => result.counts));
process.stdout.write('\n');
for (const { name, counts } of results) process.stdout.write(`${name.padEnd(9)} ${sentence(counts)}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
process.stdout.write(`${sentence(total)}\n`);
