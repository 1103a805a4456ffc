import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pinyinDictionarySchema } from '../../main/typing/dictionary.ts';
import { FREQUENT_CHARACTERS, GIVEN_NAMES, NAMES_BEYOND_GB2312, SURNAMES } from './frequent-characters.ts';
import { level1, level2 } from './gb2312.ts';
import { DICTIONARY_FILE, makeDictionary } from './make-dictionary.ts';

const MOST_BYTES = 400_000;
const committed = readFileSync(DICTIONARY_FILE, 'utf8');
const { characters, words } = pinyinDictionarySchema.parse(JSON.parse(committed));
const textOf = (line: string): string => line.split(' ')[0] ?? '';

test('the committed file is what the script builds from the catalogue', () => {
  const same = makeDictionary() === committed;
  expect(same, 'run: node_modules/.bin/node scripts/typing/build-dictionary.ts').toBe(true);
});

test('it is small', () => expect(Buffer.byteLength(committed)).toBeLessThan(MOST_BYTES));

describe('characters', () => {
  const gb2312 = [...level1(), ...level2()];

  test('every one of GB 2312 and of the names beyond it, once, with a reading in letters', () => {
    expect([level1().length, level2().length]).toEqual([3755, 3008]);
    expect(characters.map(textOf).sort()).toEqual([...gb2312, ...NAMES_BEYOND_GB2312].sort());
    expect(characters.filter((line) => !/^\p{Script=Han}( [a-z]{1,6})+$/u.test(line))).toEqual([]);
  });

  test('the lists that were written by hand hold what they say', () => {
    const known = new Set(gb2312);
    for (const list of [FREQUENT_CHARACTERS, SURNAMES, GIVEN_NAMES])
      expect(list.filter((character) => !known.has(character))).toEqual([]);
    expect(NAMES_BEYOND_GB2312.filter((character) => known.has(character))).toEqual([]);
  });
});

test('words have two characters at least, a reading for each or the usual one, and stand there once', () => {
  const wrong = words.filter((line) => {
    const [text = '', ...reading] = line.split(' ');
    return text.length < 2 || (reading.length > 0 && reading.length !== text.length);
  });
  expect(wrong).toEqual([]);
  expect(new Set(words.map(textOf)).size).toBe(words.length);
});
