import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { DRILL_SUBJECTS } from './all-subjects.ts';
import { deviations, EXPECTED } from './expected.ts';
import { inProcessHostStarter } from './in-process-host.ts';
import { matrixOf } from './matrix.ts';
import { runCell } from './run-cell.ts';
import { createTurnstile } from './turnstile.ts';

/** Cells mostly wait; so many on two cores leave them half idle. */
const AT_ONCE = 16;
const LIMIT_MS = 240_000;
const assetsDir = fileURLToPath(new URL('../../assets', import.meta.url));
const turnstile = createTurnstile(AT_ONCE);

// The turnstile is the bound.
vi.setConfig({ maxConcurrency: 1_000 });

describe.concurrent('every device with every fault', () => {
  for (const { subject, fault, stated } of matrixOf()) {
    if ('notApplicable' in stated) continue;
    test(`${subject.name}, ${fault}: ${stated.says}`, { timeout: LIMIT_MS }, async () => {
      const result = await turnstile(() => runCell(subject, fault, { startHost: inProcessHostStarter, assetsDir }));
      expect(deviations(result, stated)).toEqual([]);
    });
  }
});

test('each driver of the matrix has a name of its own, and every cell is stated', () => {
  const names = DRILL_SUBJECTS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(Object.keys(EXPECTED).sort()).toEqual([...names].sort());
});

test('only checks may be not applicable: every other fault can happen to every device', () => {
  const left = matrixOf().filter(({ stated }) => 'notApplicable' in stated);
  expect([...new Set(left.map(({ fault }) => fault))]).toEqual(['wrong checksum']);
});
