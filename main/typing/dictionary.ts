import { z } from 'zod';

/**
 * The file `assets/typing/pinyin.json`, built by `scripts/typing/build-dictionary.ts`. The likeliest come first.
 *
 * - `characters`: a character and its readings without tones, the usual one first, ü as v: `行 xing hang heng`
 * - `words`: a word, with its reading where that is not the usual one of each character: `有限公司`, `银行 yin hang`
 */
export const pinyinDictionarySchema = z.strictObject({
  characters: z.array(z.string()),
  words: z.array(z.string()),
});
export type PinyinDictionary = z.infer<typeof pinyinDictionarySchema>;

/** A character or word in one of its readings. */
export interface Entry {
  readonly text: string;
  /** In characters (code points). */
  readonly size: number;
  readonly syllables: readonly string[];
  /** The less, the likelier: the logarithm of its rank, more for a reading that is seldom meant. */
  readonly cost: number;
}

export interface PinyinIndex {
  /** Entries whose first syllable begins with the letter. */
  startingWith(letter: string): readonly Entry[];
  /** By all letters of its reading; the likeliest of those that sound alike. */
  spelled(spelling: string): Entry | undefined;
}

const COST_OF_OTHER_READING = 1.5;
const COST_OF_U_FOR_V = 1.5;

/** Ü is on no keyboard: `lv` is 吕, and so is `lu`, but seldom. */
function withU(entry: Entry): Entry | undefined {
  if (!entry.syllables.some((syllable) => syllable.includes('v'))) return undefined;
  const syllables = entry.syllables.map((syllable) => syllable.replace('v', 'u'));
  return { ...entry, syllables, cost: entry.cost + COST_OF_U_FOR_V };
}

/** Loops without rest parameters and spreads: this runs cold, once, while somebody waits for the first key. */
function entriesOf({ characters, words }: PinyinDictionary): Entry[] {
  const usual = new Map<string, string>();
  const entries: Entry[] = [];
  characters.forEach((line, rank) => {
    const parts = line.split(' ');
    const text = parts[0] ?? '';
    usual.set(text, parts[1] ?? '');
    const rankCost = Math.log2(rank + 2);
    for (let at = 1; at < parts.length; at += 1) {
      const cost = rankCost + (at - 1) * COST_OF_OTHER_READING;
      entries.push({ text, size: 1, syllables: [parts[at] ?? ''], cost });
    }
  });
  words.forEach((line, rank) => {
    const parts = line.split(' ');
    const text = parts[0] ?? '';
    const usually: string[] = [];
    for (const character of text) usually.push(usual.get(character) ?? '');
    const syllables = parts.length > 1 ? parts.slice(1) : usually;
    entries.push({ text, size: usually.length, syllables, cost: Math.log2(rank + 2) });
  });
  return entries;
}

/** The likeliest entry of each spelling. */
function bySpelling(entries: readonly Entry[]): Map<string, Entry> {
  const likeliest = new Map<string, Entry>();
  for (const entry of entries) {
    const spelling = entry.syllables.join('');
    const known = likeliest.get(spelling);
    if (!known || entry.cost < known.cost) likeliest.set(spelling, entry);
  }
  return likeliest;
}

/** Spellings are gathered a first letter at a time, when one is asked for: the first key need not wait for all. */
export function indexDictionary(dictionary: PinyinDictionary): PinyinIndex {
  const byFirstLetter = new Map<string, Entry[]>();
  const spellings = new Map<string, Map<string, Entry>>();
  const add = (entry: Entry): void => {
    const letter = entry.syllables[0]?.charAt(0) ?? '';
    const alike = byFirstLetter.get(letter);
    if (alike) alike.push(entry);
    else byFirstLetter.set(letter, [entry]);
  };
  for (const entry of entriesOf(dictionary)) {
    add(entry);
    const other = withU(entry);
    if (other) add(other);
  }
  const startingWith = (letter: string): readonly Entry[] => byFirstLetter.get(letter) ?? [];
  return {
    startingWith,
    spelled: (spelling) => {
      const letter = spelling.charAt(0);
      const known = spellings.get(letter) ?? bySpelling(startingWith(letter));
      spellings.set(letter, known);
      return known.get(spelling);
    },
  };
}
