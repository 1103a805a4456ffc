import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npmCommand, PrepareFailed, ROOT, run, say } from './run.mjs';

const STAMP = path.join(ROOT, 'node_modules/.tongban-prepared');

/**
 * Installs the npm packages of the lock file when they are missing or the lock changed since.
 *
 * `npm install --no-save` rather than `npm ci`: it takes the same versions and checks the same digests, but does not
 * insist that the lock names every optional package for machines of another kind, which a registry need not carry.
 * `--ignore-scripts`: all native modules here ship ready-made binaries, and a compiler, Python and Node's headers are
 * then not needed; the one script that matters (it brings Node 24) is run by `node-24.mjs`. npm 10 and 11 differ in
 * which scripts they run by default; so neither runs any.
 */
export function prepareNpmPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  say('installing npm packages');
  const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command = 'npm', ...args] = [...npmCommand(), 'install', ...flags];
  // Development packages are part of it, whatever NODE_ENV says.
  if (!run(command, [...args, '--include=dev'])) {
    throw new PrepareFailed('The npm packages could not be installed: see above. Is there a network?');
  }
  writeFileSync(STAMP, lock);
}
