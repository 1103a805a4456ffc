// Installs and builds what a command needs and is missing. Plain Node (20 or newer), no dependencies: it runs before
// there are any. Everything it says goes to stderr; stdout belongs to the command that follows.
//
//   node scripts/prepare.mjs [build|start|test|journey|bench|catalogue]
import { pathToFileURL } from 'node:url';
import { prepareDebianPackages } from './prepare/debian-packages.mjs';
import { NEEDS } from './prepare/needs.mjs';
import { prepareNode24 } from './prepare/node-24.mjs';
import { prepareNpmPackages } from './prepare/npm-packages.mjs';
import { preparePage } from './prepare/page.mjs';
import { PrepareFailed } from './prepare/run.mjs';

/**
 * Makes the machine ready for one of the commands. Ends the process with 1 and one plain sentence when it cannot.
 * @param {'build' | 'start' | 'test' | 'journey' | 'bench' | 'catalogue' | 'simulate' | 'devices' | 'drill' | 'fuzz' | 'staff'} command
 */
export function prepare(command) {
  try {
    prepareDebianPackages(NEEDS[command]);
    prepareNpmPackages();
    prepareNode24();
    preparePage();
  } catch (error) {
    if (!(error instanceof PrepareFailed)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exit(1);
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const command = process.argv[2] ?? 'test';
  if (!Object.hasOwn(NEEDS, command)) {
    process.stderr.write(`prepare: unknown command "${command}"; one of: ${Object.keys(NEEDS).join(', ')}\n`);
    process.exit(2);
  }
  prepare(command);
}
