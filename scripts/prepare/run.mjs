import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const NODE_24 = path.join(ROOT, 'node_modules/node/bin/node');

/** Something is missing that a person has to bring; the message says what. */
export class PrepareFailed extends Error {}

/** @param {string} text */
export function say(text) {
  process.stderr.write(`prepare: ${text}\n`);
}

/**
 * Runs one command with its output on stderr.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {boolean} whether it ended with 0
 */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 2, 2],
    timeout: options.timeoutMs ?? 15 * 60_000,
    killSignal: 'SIGKILL',
  });
  if (result.error) say(`${command}: ${result.error.message}`);
  return result.status === 0;
}

/** npm as it was called, or the one beside this Node, or the one on the path. */
export function npmCommand() {
  const called = process.env.npm_execpath;
  return called?.endsWith('npm-cli.js') ? [process.execPath, called] : ['npm'];
}
