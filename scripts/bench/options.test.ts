import { expect, test } from 'vitest';
import { helpOf, readOptions } from './options.ts';

const NAMES = ['pdf-page', 'core-start'];

test('a measure that does not exist is refused with those that do', () => {
  expect(() => readOptions(['--only', 'pdf'], NAMES)).toThrow(/--only pdf: expected one of pdf-page, core-start/);
  expect(() => readOptions(['--fast'], NAMES)).toThrow(TypeError);
});

test('without --only everything is measured', () => {
  expect(readOptions([], NAMES)).toMatchObject({ only: [], quick: false, help: false });
  expect(readOptions(['--quick', '--only', 'pdf-page', '--only', 'core-start'], NAMES)).toMatchObject({
    only: NAMES,
    quick: true,
  });
});

test('help names every measure', () => {
  for (const name of NAMES) expect(helpOf(NAMES)).toContain(name);
});
