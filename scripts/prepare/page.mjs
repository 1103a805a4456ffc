import { existsSync } from 'node:fs';
import path from 'node:path';
import { NODE_24, PrepareFailed, ROOT, run, say } from './run.mjs';
import { isFresh, stampFresh } from './stamp.mjs';

/** What is built from sources: the fonts of the page, then the page. Each only when its sources changed. */
const BUILDS = [
  {
    name: 'page-fonts',
    says: 'building the page fonts',
    tool: 'scripts/fonts/build-page-fonts.ts',
    args: ['scripts/fonts/build-page-fonts.ts'],
    sources: ['assets/fonts', 'scripts/fonts', 'package-lock.json'],
    output: 'dist/fonts',
  },
  {
    name: 'page',
    says: 'building the page',
    tool: 'vite.config.ts',
    args: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
    sources: ['renderer', 'contract', 'assets/icons', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'],
    output: 'dist/renderer',
  },
];

export function preparePage() {
  for (const build of BUILDS) {
    if (!existsSync(path.join(ROOT, build.tool))) continue;
    if (existsSync(path.join(ROOT, build.output)) && isFresh(build.name, build.sources)) continue;
    say(build.says);
    if (!run(NODE_24, build.args)) throw new PrepareFailed(`${build.says} failed: see above.`);
    stampFresh(build.name, build.sources);
  }
}
