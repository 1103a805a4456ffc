import { homedir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isSource, isText, projectFiles, ROOT, readProjectFile } from './files.ts';

const MOST_LINES = 300;
const MANY_LINES = 150;

const lines = (file: string): number => readProjectFile(file).trimEnd().split('\n').length;

test(`no source has more than ${MOST_LINES} lines`, () => {
  const sizes = projectFiles()
    .filter(isSource)
    .map((file) => ({ file, lines: lines(file) }));
  const long = sizes.filter((each) => each.lines > MANY_LINES && each.lines <= MOST_LINES);
  for (const each of long) console.log(`getting long: ${each.file} (${each.lines} lines)`);
  expect(sizes.filter((each) => each.lines > MOST_LINES)).toEqual([]);
});

test('no file names the machine it was written on', () => {
  // Written in two parts, so that this file does not find itself.
  const names = [ROOT, `/${'work'}/`, `${'..'}/shared`, path.join(homedir(), '.'), `/${'home'}/`].filter(
    (name) => name.length > 3 && name !== '/root',
  );
  const found = projectFiles()
    .filter(isText)
    .flatMap((file) => {
      const text = readProjectFile(file);
      return names.filter((name) => text.includes(name)).map((name) => `${file}: ${name}`);
    });
  expect(found).toEqual([]);
});

test('the lock file names packages and digests, no host', () => {
  const lock = readProjectFile('package-lock.json');
  expect(lock).not.toContain('"resolved"');
  expect(lock).not.toMatch(/registry\.|\.tgz/);
  expect(readProjectFile('.npmrc')).not.toMatch(/^registry|_auth|:\/\//m);
});

test('no test is skipped or runs alone', () => {
  const marked = projectFiles()
    .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
    .filter((file) => /\b(test|it|describe)\.(only|skip|todo)\(/.test(readProjectFile(file)))
    // The one journey that needs a binary which few machines have says so and is skipped.
    .filter((file) => file !== 'test/journeys/electron.spec.ts');
  expect(marked).toEqual([]);
});

test('a source that is started by itself is named so that the build finds it: …-worker.ts, …-process.ts', () => {
  const started = projectFiles()
    .filter((file) => /^(native|main)\/.*(?<!\.test)\.ts$/.test(file) && !file.includes('/testing/'))
    .flatMap((file) =>
      [...readProjectFile(file).matchAll(/new URL\(\s*['"](\.[^'"]*\.ts)['"]/g)].map(([, name]) => name),
    );
  expect(started.length).toBeGreaterThan(3);
  expect(started.filter((name) => !/-(worker|process)\.ts$/.test(name ?? ''))).toEqual([]);
});
