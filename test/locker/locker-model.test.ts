import { expect, test } from 'vitest';
import { failureLines } from '../../scripts/drill/locker-drill.ts';
import { playDrill } from './play.ts';
import { createCounts } from './world/counts.ts';

/** Few here; thousands are played by `npm run drill -- locker`. */
const RUNS = 42;
const FIXED_SEED = 20261121;
const LIMIT_MS = 120_000;

const seeds = [
  ['a fixed seed', FIXED_SEED],
  ['a seed of its own', Date.now() % 0x7fffffff],
] as const;

test.for(seeds)(
  'whatever happens to a locker, in any order, nobody gets what is not theirs (%s)',
  { timeout: LIMIT_MS },
  async ([, seed]) => {
    const failure = await playDrill({ runs: RUNS, seed, counts: createCounts(), shrinkLimitMs: 20_000 });
    if (failure) expect.fail(failureLines(failure).join('\n'));
  },
);
