import { existsSync, lstatSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { NODE_24, PrepareFailed, ROOT, run, say } from './run.mjs';

/**
 * Node 24, the major of Electron's, for everything after this. The npm package `node` fetches it in an install script;
 * here that script is run by hand, as npm would, because npm's policy may forbid it.
 */
export function prepareNode24() {
  if (!existsSync(NODE_24)) fetchNode24();
  // npm links only what was there when it installed.
  const link = path.join(ROOT, 'node_modules/.bin/node');
  if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync('../node/bin/node', link);
}

function fetchNode24() {
  say('fetching Node 24');
  const folder = path.join(ROOT, 'node_modules/node');
  run(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: folder,
    env: { npm_config_ignore_scripts: 'false' },
  });
  if (!existsSync(NODE_24)) throw new PrepareFailed('Node 24 could not be fetched: see above. Is there a network?');
}
