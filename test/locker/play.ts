import fc from 'fast-check';
import { DRIVERS } from './bench/families.ts';
import { anyStep, stocked } from './draw-steps.ts';
import { checkAll } from './invariants/check.ts';
import { watchPulses } from './invariants/pulses.ts';
import type { Step } from './steps/step.ts';
import { type Counts, count } from './world/counts.ts';
import { bringToEnd } from './world/mend.ts';
import { createRig, type Rig, type RigSettings } from './world/rig.ts';

export interface DrillRuns {
  /** By their literals in the configuration; each is played as often. */
  readonly drivers?: readonly string[];
  /** Sequences in all. */
  readonly runs: number;
  readonly seed: number;
  /** To play again one sequence that failed, as it was printed. */
  readonly path?: string | undefined;
  readonly replayPath?: string | undefined;
  /** Steps of the longest sequence. */
  readonly maxSteps?: number;
  /** A failing sequence is made shorter for no longer than this, milliseconds. */
  readonly shrinkLimitMs?: number;
  readonly counts: Counts;
  readonly onSequence?: (played: number) => void;
}

export const MAX_STEPS = 28;
const SHRINK_LIMIT_MS = 60_000;
const SEED_STEP = 104_729;
const MOST_SEED = 0x7fffffff;

/** What failed, in words, with everything that makes it again; undefined: nothing did. */
export interface DrillFailure {
  readonly driver: string;
  readonly seed: number;
  readonly path: string | undefined;
  readonly replayPath: string | undefined;
  readonly steps: string;
  readonly why: string;
}

type Nothing = Record<string, never>;

const lineOf = ({ name, drawn }: Step): string => `${name} ${JSON.stringify(drawn)}`;

/** One step as fast-check drives it: always possible, always followed by the checks. */
const commandOf = (step: Step): fc.AsyncCommand<Nothing, Rig> => ({
  check: () => true,
  async run(_, rig) {
    const outcome = await step.run(rig);
    count(rig.counts.steps, step.name);
    count(rig.counts.outcomes, `${step.name}: ${outcome}`);
    checkAll(rig, 'now');
  },
  toString: () => lineOf(step),
});

/** Plays one sequence on a locker of its own, from its first step to the end where all is mended, fetched and known. */
async function playSequence(
  settings: RigSettings,
  stock: readonly Step[],
  steps: Iterable<fc.AsyncCommand<Nothing, Rig>>,
  counts: Counts,
) {
  const rig = createRig(settings, counts);
  watchPulses(rig);
  try {
    await rig.clock.advance(3_000);
    for (const step of stock) await step.run(rig);
    await fc.asyncModelRun(() => ({ model: {}, real: rig }), steps);
    await bringToEnd(rig);
    checkAll(rig, 'synced');
    addUp(rig);
  } finally {
    rig.end();
  }
}

function addUp(rig: Rig): void {
  const { counts } = rig;
  const db = rig.store();
  counts.sequences += 1;
  counts.acts += rig.center.acts.size;
  counts.parcels += rig.center.parcels.size;
  counts.messages += rig.journal.messages.size;
  const kinds = db.prepare<[], { kind: string; n: number }>(
    'SELECT kind, count(*) AS n FROM locker_exceptions GROUP BY kind',
  );
  for (const { kind, n } of kinds.all()) count(counts.exceptions, kind, n);
}

/** Plays sequences until one fails. The same seed plays the same ones. */
export async function playDrill(drill: DrillRuns): Promise<DrillFailure | undefined> {
  const { drivers = DRIVERS, runs, counts, onSequence } = drill;
  let played = 0;
  for (const [index, driver] of drivers.entries()) {
    const share = Math.floor(runs / drivers.length) + (index < runs % drivers.length ? 1 : 0);
    if (share === 0) continue;
    const failure = await playDriver(drill, driver, share, counts, () => {
      played += 1;
      onSequence?.(played);
    });
    if (failure) return failure;
  }
  return undefined;
}

async function playDriver(
  { seed, path, replayPath, maxSteps = MAX_STEPS, shrinkLimitMs = SHRINK_LIMIT_MS }: DrillRuns,
  driver: string,
  numRuns: number,
  counts: Counts,
  onSequence: () => void,
): Promise<DrillFailure | undefined> {
  const setup = fc.record({
    seed: fc.nat(),
    reports: fc.boolean(),
    narrow: fc.boolean(),
    stock: fc.array(stocked, { maxLength: 4 }),
  });
  const commands = fc.commands([anyStep.map(commandOf)], {
    maxCommands: maxSteps,
    size: 'max',
    ...(replayPath !== undefined && { replayPath }),
  });
  let failedAtMs: number | undefined;
  const property = fc.asyncProperty(setup, commands, async ({ stock, ...settings }, steps) => {
    // While it is made shorter: after the limit everything passes, and the shortest so far stands.
    if (failedAtMs !== undefined && performance.now() - failedAtMs > shrinkLimitMs) return;
    try {
      await playSequence({ ...settings, driver }, stock, steps, counts);
      onSequence();
    } catch (error) {
      failedAtMs ??= performance.now();
      throw error;
    }
  });
  // Other sequences for each family, and the same ones for the same seed.
  const seedHere = (seed + SEED_STEP * DRIVERS.indexOf(driver)) % MOST_SEED;
  const details = await fc.check(property, { seed: seedHere, numRuns, ...(path !== undefined && { path }) });
  if (!details.failed) return undefined;
  const [settings, steps] = details.counterexample ?? [];
  const { stock = [], ...rest } = settings ?? {};
  const error = details.errorInstance;
  return {
    driver,
    seed,
    path: details.counterexamplePath ?? undefined,
    replayPath: /replayPath="([^"]+)"/.exec(String(steps))?.[1],
    steps: `${JSON.stringify(rest)}\n${stock.map(lineOf).join('\n')}\n${String(steps).replaceAll(/,(?=[a-zA-Z]+ \{)/g, '\n')}`,
    why: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}
