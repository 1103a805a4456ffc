import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildShim, runRound } from './disk-shim.ts';
import { inspectCut } from './inspect-cut.ts';

const CUTS_PER_ROUND = 20;
/** From "several cuts within one commit" to "a checkpoint between two cuts". */
const SPACINGS = [8, 25, 60, 150, 400];
const LIMIT_MS = 180_000;

let directory = '';
let shim = '';

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'tongban-cut-'));
  shim = buildShim(directory);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Rounds on end: each begins with what the last cut of the one before has left, as a kiosk does in the morning. */
async function cutOften(name: string, rounds: number, synchronous: 'FULL' | 'NORMAL') {
  let acknowledged: ReadonlyMap<string, number> = new Map();
  const total = { cuts: 0, acknowledged: 0, lost: 0, wrong: [] as string[] };
  for (let round = 0; round < rounds; round += 1) {
    const outDir = join(directory, `${name}-${round}`);
    const dataDir = join(directory, `${name}-data-${round}`);
    const spacing = SPACINGS[round % SPACINGS.length] ?? 1;
    const options = { shim, dataDir, outDir, synchronous, cuts: CUTS_PER_ROUND, spacing, seed: round + 1 };
    const cuts = await runRound(options, acknowledged);
    const last = cuts.at(-1);
    if (last === undefined) throw new Error('a round without a cut');
    cpSync(last.directory, join(directory, `${name}-data-${round + 1}`), { recursive: true });
    acknowledged = last.acknowledged;
    for (const [index, cut] of cuts.entries()) {
      const seen = inspectCut(cut);
      total.cuts += 1;
      total.acknowledged += seen.acknowledged;
      total.lost += seen.lost;
      total.wrong.push(...seen.wrong.map((what) => `round ${round}, cut ${index}: ${what}`));
    }
    rmSync(outDir, { recursive: true });
    rmSync(dataDir, { recursive: true });
  }
  console.log(
    `synchronous=${synchronous}: ${total.cuts} cuts, ${total.lost} of ${total.acknowledged} acknowledged revisions lost`,
  );
  return total;
}

test('200 power cuts take back nothing that was acknowledged', { timeout: LIMIT_MS }, async () => {
  const { cuts, acknowledged, lost, wrong } = await cutOften('full', 10, 'FULL');
  expect(cuts).toBe(200);
  expect(acknowledged).toBeGreaterThan(1000);
  expect(wrong).toEqual([]);
  expect(lost).toBe(0);
});

test('the same cuts with synchronous=NORMAL do lose: the test can fail', { timeout: LIMIT_MS }, async () => {
  const { lost } = await cutOften('normal', 3, 'NORMAL');
  expect(lost).toBeGreaterThan(0);
});
