import { expect, test } from 'vitest';
import { failureLines } from '../../scripts/drill/locker-drill.ts';
import { playDrill } from './play.ts';
import { createCounts } from './world/counts.ts';

/** Few here and always the same; thousands by chance are played by `npm run drill -- locker`. */
const RUNS = 42;
const LIMIT_MS = 120_000;

test.for([20261121, 2138739370])(
  'whatever happens to a locker, in any order, nobody gets what is not theirs (seed %i)',
  { timeout: LIMIT_MS },
  async (seed) => {
    const failure = await playDrill({ runs: RUNS, seed, counts: createCounts(), shrinkLimitMs: 20_000 });
    if (failure) expect.fail(failureLines(failure).join('\n'));
  },
);
