import type { Counts } from './counts.ts';
import { readPlaywrightReport, readVitestReport } from './report.ts';

export interface Phase {
  readonly name: string;
  /** Arguments of Node. */
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** After this the whole process group is ended and the phase has failed. */
  readonly limitMs: number;
  /** Where the tool leaves its counts; without it the phase counts as one. */
  readonly report?: { readonly file: string; readonly read: (text: string) => Counts };
}

const MINUTE_MS = 60_000;

/** Everything `npm test` runs, quick things first. */
export const PHASES: readonly Phase[] = [
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '-p', '.'], limitMs: 5 * MINUTE_MS },
  { name: 'lint', command: ['node_modules/@biomejs/biome/bin/biome', 'check', '.'], limitMs: 2 * MINUTE_MS },
  {
    name: 'unit',
    command: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=out/test/unit.json',
    ],
    limitMs: 20 * MINUTE_MS,
    report: { file: 'out/test/unit.json', read: readVitestReport },
  },
  {
    name: 'journeys',
    command: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: 'out/test/journeys.json' },
    limitMs: 20 * MINUTE_MS,
    report: { file: 'out/test/journeys.json', read: readPlaywrightReport },
  },
];
