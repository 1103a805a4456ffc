import { spawn } from 'node:child_process';
import path from 'node:path';
import { findElectronBinary, tryFetchElectron } from '../main/shell/electron-binary.ts';
import { BUNDLES, buildBundle } from './build/bundles.ts';

// npm run build: core and shell into dist/ (the page is built by prepare, before this).
// npm run package: that, then electron-builder; needs Electron's binary.
const ROOT = path.resolve(import.meta.dirname, '..');

for (const bundle of BUNDLES) {
  const file = await buildBundle(bundle, ROOT);
  process.stderr.write(`built ${path.relative(ROOT, file)}\n`);
}

if (process.argv.includes('--package')) {
  if (findElectronBinary() === null && !(await tryFetchElectron())) {
    process.stderr.write(
      "package: Electron's binary is not here and cannot be fetched, so there is nothing to pack.\n",
    );
    process.exitCode = 1;
  } else {
    const builder = spawn(process.execPath, ['node_modules/electron-builder/cli.js', '--dir', '--publish', 'never'], {
      cwd: ROOT,
      stdio: 'inherit',
    });
    builder.once('exit', (code) => {
      process.exitCode = code ?? 1;
    });
  }
}
