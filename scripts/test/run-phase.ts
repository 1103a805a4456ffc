import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { killGroup } from '../../main/shell/kill-group.ts';
import { type Counts, ONE_FAILED, ONE_PASSED } from './counts.ts';
import type { Phase } from './phases.ts';

export interface RunningPhase {
  readonly counts: Promise<Counts>;
  /** Ends the phase and all that it started. */
  kill(): void;
}

/** Runs one phase in its own process group, output streamed. A crash, a signal or the time limit count as failed. */
export function runPhase(phase: Phase, root: string): RunningPhase {
  const report = phase.report ? path.join(root, phase.report.file) : null;
  if (report) {
    mkdirSync(path.dirname(report), { recursive: true });
    // The report of an earlier run must not speak for this one.
    rmSync(report, { force: true });
  }
  const child = spawn(process.execPath, phase.command, {
    cwd: root,
    env: { ...process.env, ...phase.environment },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  const kill = (): void => {
    if (child.pid !== undefined) killGroup(child.pid);
  };
  const limit = setTimeout(() => {
    process.stdout.write(`\n${phase.name}: not done after ${phase.limitMs / 1000} s, ended\n`);
    kill();
  }, phase.limitMs);
  const counts = new Promise<Counts>((resolve) => {
    child.once('error', () => resolve(ONE_FAILED));
    child.once('exit', (code) => {
      clearTimeout(limit);
      // What a phase leaves behind would disturb the next one.
      kill();
      resolve(judge(phase, code === 0, report));
    });
  });
  return { counts, kill };
}

function judge(phase: Phase, succeeded: boolean, report: string | null): Counts {
  if (!phase.report || !report) return succeeded ? ONE_PASSED : ONE_FAILED;
  if (!existsSync(report)) return ONE_FAILED;
  const counts = readReport(phase.report, readFileSync(report, 'utf8'));
  if (!counts) return ONE_FAILED;
  // A tool that fails although no test did (an unhandled error, a crash after the report) has failed all the same.
  if (!succeeded && counts.failed === 0) return { ...counts, failed: 1 };
  return counts;
}

/** null: what the tool left is no report of its kind. */
function readReport(report: NonNullable<Phase['report']>, text: string): Counts | null {
  try {
    return report.read(text);
  } catch (error) {
    process.stdout.write(`${report.file}: ${String(error)}\n`);
    return null;
  }
}
