import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildBundle } from './bundles.ts';

// A small project of its own: a core with a thread and a file beside it.

let project: string;
const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
  writeFileSync(path.join(project, file), text);
};

beforeAll(() => {
  // Below the real project, so that packages are found as they are from the real sources.
  mkdirSync(path.resolve('out'), { recursive: true });
  project = mkdtempSync(path.resolve('out', 'bundles-'));
  write('assets/word.txt', 'found');
  write(
    'main/print/lay-worker.ts',
    "import { parentPort } from 'node:worker_threads';\nparentPort?.postMessage('laid');",
  );
  write(
    'main/print/lay.ts',
    `import { readFileSync } from 'node:fs';
    import { Worker } from 'node:worker_threads';
    export const word: string = readFileSync(new URL('../../assets/word.txt', import.meta.url), 'utf8');
    export const lay = () => new Worker(new URL('./lay-worker.ts', import.meta.url));`,
  );
  write(
    'main/core/main.ts',
    `import { lay, word } from '../print/lay.ts';
    lay().once('message', (said: string) => console.log(word, said));`,
  );
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

test('the built core finds its threads and the files beside its sources, without the sources', async () => {
  const file = await buildBundle({ entry: 'main/core/main.ts', folder: 'core', file: 'main.mjs' }, project);
  rmSync(path.join(project, 'main'), { recursive: true });
  const result = spawnSync(process.execPath, [file], { encoding: 'utf8', timeout: 20_000 });
  expect(result.stderr).toBe('');
  expect(result.stdout).toBe('found laid\n');
});

test('the built shell is one file that needs nothing but Electron and Node', async () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const folder = path.relative(path.join(root, 'dist'), path.join(project, 'shell'));
  const file = await buildBundle({ entry: 'main/shell/electron.ts', folder, file: 'electron.mjs' }, root);
  expect(readdirSync(path.dirname(file))).toEqual(['electron.mjs']);
  expect(existsSync(file)).toBe(true);
  const imported = [...readFileSync(file, 'utf8').matchAll(/^import .* from "(.*)";$/gm)].map((match) => match[1]);
  expect(imported.filter((name) => name !== 'electron' && !name?.startsWith('node:'))).toEqual([]);
  expect(imported).toContain('electron');
});
