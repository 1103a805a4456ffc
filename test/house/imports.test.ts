import { describe, expect, test } from 'vitest';
import { projectFiles, readProjectFile } from './files.ts';
import { importFaults, importsOf } from './imports.ts';

// This file holds planted violations.
const HERE = 'test/house/imports.test.ts';

test('imports run one way', () => {
  const files = projectFiles().filter((file) => /\.(ts|tsx|mjs)$/.test(file) && file !== HERE);
  expect(files.length).toBeGreaterThan(40);
  expect(files.flatMap((file) => importFaults(file, readProjectFile(file)))).toEqual([]);
});

test('the only file that loads electron at run time is the entry of its shell', () => {
  const loading = projectFiles()
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
    .filter((file) => importsOf(readProjectFile(file)).some(({ from, typeOnly }) => from === 'electron' && !typeOnly));
  expect(loading.filter((file) => file !== HERE)).toEqual(['main/shell/electron.ts']);
});

describe('each wall is seen when it is broken', () => {
  test.each([
    ['contract/a.ts', "import { x } from '../native/clock.ts';"],
    ['native/ipp/a.ts', "import { x } from '../../main/core/log.ts';"],
    ['native/ipp/a.ts', "export * from '../../center/server.ts';"],
    ['main/core/a.ts', "import { x } from '../../center/server.ts';"],
    ['main/core/a.ts', "import x from '../../renderer/ui/button.tsx';"],
    ['main/core/a.ts', "const x = await import('../../scripts/rig/rig.ts');"],
    ['main/core/a.ts', "import { app } from 'electron';"],
    ['main/core/a.ts', "import type { App } from 'electron';"],
    ['scripts/a.ts', "const electron = require('electron');"],
    ['renderer/a.tsx', "import { router } from '../main/core/api/router.ts';"],
    ['renderer/a.tsx', "import type { Log } from '../main/core/log.ts';"],
    ['renderer/a.tsx', "import { x } from '../native/clock.ts';"],
    ['center/a.ts', "import { x } from '../main/core/log.ts';"],
    ['center/a.ts', "import { x } from '../native/clock.ts';"],
    ['main/shell/a.ts', "import { x } from '../core/log.ts';"],
    ['main/shell/a.ts', "import { LOG_EVENTS } from '../../contract/log-events.ts';"],
    ['main/shell/a.ts', "import pino from 'pino';"],
    ['main/shell/electron/a.ts', "import {\n  x,\n  y,\n} from '../../store/open.ts';"],
    ['contract/a.ts', "import '../main/core/log.ts';"],
    ['contract/a.ts', "import { x } from '../../elsewhere/a.ts';"],
    ['contract/a.ts', "export { type X, y } from '../native/clock.ts';"],
  ])('%s: %s', (file, source) => {
    expect(importFaults(file, source)).toHaveLength(1);
  });
});

describe('what is allowed is not reported', () => {
  test.each([
    ['renderer/a.tsx', "import type { AppRouter } from '../main/core/api/router.ts';"],
    ['main/core/a.ts', "import { connectToShell } from '../shell/core-side.ts';"],
    ['native/a.ts', "// import { x } from '../main/core/log.ts';\n/* import '../center/a.ts' */"],
    ['main/shell/a.ts', "import { spawn } from 'node:child_process';\nimport type { App } from 'electron';"],
    ['test/a.ts', "import { x } from '../center/server.ts';"],
  ])('%s: %s', (file, source) => {
    expect(importFaults(file, source)).toEqual([]);
  });
});
