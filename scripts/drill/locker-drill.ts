import { type DrillFailure, playDrill } from '../../test/locker/play.ts';
import { type Counts, createCounts, sorted, sum } from '../../test/locker/world/counts.ts';
import type { LockerDrillCommand } from './arguments.ts';

/** Between two lines that say how far it is. */
const PROGRESS_MS = 20_000;

/** Plays the locker and prints what was done. Answers whether nothing was found. */
export async function drillLocker(command: LockerDrillCommand, say: (line: string) => void): Promise<boolean> {
  const { runs, seed, drivers, path, replayPath, json } = command;
  const counts = createCounts();
  // What lies in memory is taken away on the way out.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
  const fromMs = performance.now();
  let saidMs = fromMs;
  const onSequence = (played: number): void => {
    if (json || performance.now() - saidMs < PROGRESS_MS) return;
    saidMs = performance.now();
    say(`${played} of ${runs} sequences`);
  };
  const failure = await playDrill({ runs, seed, drivers, path, replayPath, counts, onSequence });
  const seconds = Math.round((performance.now() - fromMs) / 100) / 10;
  if (json) say(JSON.stringify({ ...plain(counts), seed, drivers, seconds, violations: failure ? 1 : 0, failure }));
  else for (const text of [...linesOf(counts), ...endOf(failure, seed, seconds)]) say(text);
  return failure === undefined;
}

function plain(counts: Counts): object {
  const asObjects = Object.entries(counts).map(([name, value]) => [
    name,
    value instanceof Map ? Object.fromEntries(sorted(value)) : value,
  ]);
  return Object.fromEntries(asObjects);
}

const NAME_WIDTH = 44;

const line = (name: string, value: number): string => `  ${name.padEnd(NAME_WIDTH)} ${String(value).padStart(9)}`;

function linesOf(counts: Counts): string[] {
  const part = (title: string, of: ReadonlyMap<string, number>): string[] => [
    line(`${title}, all`, sum(of)),
    ...sorted(of).map(([name, value]) => line(`  ${name}`, value)),
  ];
  return [
    '',
    line('sequences', counts.sequences),
    ...part('steps', counts.steps),
    ...part('kills', counts.kills),
    line('pulses', counts.pulses),
    line('acts', counts.acts),
    line('parcels', counts.parcels),
    line('messages to the center', counts.messages),
    ...part('exceptions', counts.exceptions),
    line('proofs tried', counts.codesTried),
    line('proofs refused', counts.codesRefused),
    ...part('invariants looked at', counts.checks),
  ];
}

function endOf(failure: DrillFailure | undefined, seed: number, seconds: number): string[] {
  if (!failure) return ['', `seed ${seed}: no violation in ${seconds} s`];
  return ['', ...failureLines(failure), '', `seed ${seed}: 1 violation, after ${seconds} s`];
}

/** What went wrong, after which steps, and how it is played again. */
export function failureLines({ driver, seed, path, replayPath, steps, why }: DrillFailure): string[] {
  const at = [path, replayPath].filter((part) => part !== undefined).join('/');
  return [
    `violation with ${driver} boards`,
    why,
    'after',
    steps,
    'again:',
    `npm run drill -- locker --driver ${driver} --seed ${seed} --path ${at}`,
  ];
}
