import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../rig/places.ts';
import { readOptions, UsageError } from './options.ts';

test('without options: the demo, its data in the project, the shell chosen by what is there', () => {
  expect(readOptions([])).toEqual({
    help: false,
    shell: undefined,
    config: undefined,
    allDevices: false,
    dataDir: join(projectRoot, 'out', 'demo'),
  });
});

test('a configuration has data of its own, and paths are those of the terminal', () => {
  const options = readOptions(['--config', 'here/kiosk.json', '--shell', 'none']);
  expect(options).toMatchObject({ config: resolve('here/kiosk.json'), dataDir: join(projectRoot, 'out', 'kiosk') });
  expect(readOptions(['--data', 'there']).dataDir).toBe(resolve('there'));
});

test.each([
  [['--shell', 'firefox'], 'expected one of electron, chromium, none'],
  [['--shel', 'none'], '--shel'],
  [['--config'], 'config'],
  [['now'], 'now'],
])('%j is refused with a sentence', (args, sentence) => {
  expect(() => readOptions(args)).toThrow(UsageError);
  expect(() => readOptions(args)).toThrow(sentence);
});
