import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { knownRule } from './rule-words.ts';

const CONTRACT = join(import.meta.dirname, '..', '..', '..', 'contract');

test('every sentence that a schema of the catalogue says itself has its Chinese one', () => {
  const folder = join(CONTRACT, 'catalogue');
  const files = [join(CONTRACT, 'text.ts'), ...readdirSync(folder).map((name) => join(folder, name))];
  const said = files
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/'(expected [^'\n]+)'/g)].map(([, sentence = '']) => sentence),
    );
  expect(said.length).toBeGreaterThan(5);
  expect(said.filter((sentence) => knownRule(sentence) === undefined)).toEqual([]);
});
