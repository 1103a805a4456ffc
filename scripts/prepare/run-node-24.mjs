import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { prepare } from '../prepare.mjs';
import { NODE_24, ROOT } from './run.mjs';

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Prepares for a command, then runs its TypeScript entry under Node 24 with this process's arguments, terminal and
 * exit code. Ctrl-C in a terminal reaches the child by itself (same process group); a signal sent to this process alone
 * is passed on. Either way this process ends after its child, so that nobody is left behind.
 * @param {'build' | 'start' | 'test' | 'journey' | 'bench' | 'catalogue' | 'simulate' | 'devices' | 'drill' | 'fuzz' | 'staff'} command
 * @param {string} entry path below the project's folder
 */
export function prepareAndRun(command, entry) {
  // Help is to be had at once, without an installation before it where possible.
  if (!(process.argv.includes('--help') && existsSync(NODE_24))) prepare(command);
  const child = spawn(NODE_24, [entry, ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      // In a terminal the child has this one already.
      if (!(signal === 'SIGINT' && process.stdin.isTTY)) child.kill(signal);
    });
  }
  child.once('error', (error) => {
    process.stderr.write(`${NODE_24}: ${error.message}\n`);
    process.exitCode = 127;
  });
  child.once('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 128 + constants.signals[signal];
    for (const name of SIGNALS) process.removeAllListeners(name);
  });
}
