import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sentence, sum } from './counts.ts';
import type { Phase } from './phases.ts';
import { readPlaywrightReport, readVitestReport } from './report.ts';
import { runPhase } from './run-phase.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'tongban-phase-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const VITEST = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, testResults: [] };

/** A phase whose tool is a few lines of JavaScript. */
const phase = (code: string, fields: Partial<Phase> = {}): Phase => ({
  name: 'tool',
  command: ['-e', code],
  limitMs: 10_000,
  ...fields,
});
const WITH_REPORT = { report: { file: 'out/report.json', read: readVitestReport } };
const writing = (report: object): string =>
  `require('fs').writeFileSync('out/report.json', ${JSON.stringify(JSON.stringify(report))});`;

describe('what counts as failed', () => {
  test.each([
    ['a tool without a report that ends with 0', phase(''), '1 passed, 0 failed'],
    ['a tool without a report that ends with 1', phase('process.exit(1)'), '0 passed, 1 failed'],
    ['a tool that dies by a signal', phase('process.kill(process.pid, "SIGKILL")'), '0 passed, 1 failed'],
    ['a tool that never ends', phase('setInterval(() => {}, 1000)', { limitMs: 300 }), '0 passed, 1 failed'],
    ['a report and 0', phase(writing(VITEST), WITH_REPORT), '7 passed, 0 failed, 1 skipped'],
    ['no report although one was due', phase('', WITH_REPORT), '0 passed, 1 failed'],
    [
      'all passed, then a crash',
      phase(`${writing(VITEST)} process.exit(1)`, WITH_REPORT),
      '7 passed, 1 failed, 1 skipped',
    ],
    [
      'failed tests are not counted twice',
      phase(`${writing({ ...VITEST, numFailedTests: 2 })} process.exit(1)`, WITH_REPORT),
      '7 passed, 2 failed, 1 skipped',
    ],
    [
      'half a report',
      phase("require('fs').writeFileSync('out/report.json', '{\"num')", WITH_REPORT),
      '0 passed, 1 failed',
    ],
  ])('%s', async (_what, each, expected) => {
    expect(sentence(await runPhase(each, root).counts)).toBe(expected);
  });
});

test('the report of an earlier run does not speak for this one', async () => {
  mkdirSync(path.join(root, 'out'));
  writeFileSync(path.join(root, 'out/report.json'), JSON.stringify(VITEST));
  expect(sentence(await runPhase(phase('process.exit(3)', WITH_REPORT), root).counts)).toBe('0 passed, 1 failed');
});

test('a process that a phase left behind is ended with it', async () => {
  const code = `const { spawn } = require('child_process');
    require('fs').writeFileSync('pid', String(spawn('sleep', ['60'], { stdio: 'ignore' }).pid));
    process.exit(0)`;
  await runPhase(phase(code), root).counts;
  const pid = Number(readFileSync(path.join(root, 'pid'), 'utf8'));
  await expect.poll(() => stateOf(pid)).toBe('gone');
});

/** An ended process that its new parent has not collected yet is as gone as one may ask. */
function stateOf(pid: number): string {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 'gone';
  return readFileSync(file, 'utf8').includes(') Z ') ? 'gone' : 'running';
}

test('a file of tests that does not load counts as one failed', () => {
  const report = { ...VITEST, testResults: [{ status: 'failed', assertionResults: [] }] };
  expect(readVitestReport(JSON.stringify(report))).toEqual({ passed: 7, failed: 1, skipped: 1 });
});

test('a journey that passed only when repeated is not counted as passed', () => {
  const report = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 }, errors: [{ message: 'no browser' }] };
  expect(readPlaywrightReport(JSON.stringify(report))).toEqual({ passed: 3, failed: 3, skipped: 1 });
});

test('the last line counts everything', () => {
  const all = [
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 10, failed: 2, skipped: 3 },
  ];
  expect(sentence(sum(all))).toBe('11 passed, 2 failed, 3 skipped');
  expect(sentence(sum([]))).toBe('0 passed, 0 failed');
});
