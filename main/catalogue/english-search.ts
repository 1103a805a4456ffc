import type { CatalogueItem } from '../../contract/catalogue/item.ts';
import type { Found, Search } from './search/types.ts';

/** Fewer letters are in too many words to mean one. */
const FEWEST_LETTERS = 2;

interface EnglishName {
  readonly code: string;
  readonly text: string;
  /** Small letters and digits only: the keys on the screen have no space. */
  readonly letters: string;
  /** For each of them its place in the text. */
  readonly offsets: readonly number[];
  /** Places in `letters` where a word begins. */
  readonly wordStarts: ReadonlySet<number>;
}

function englishName({ code, name }: CatalogueItem): EnglishName {
  const offsets: number[] = [];
  const wordStarts = new Set<number>();
  let letters = '';
  for (const { 0: word, index } of name.en.toLowerCase().matchAll(/[a-z0-9]+/g)) {
    wordStarts.add(letters.length);
    for (let at = 0; at < word.length; at++) offsets.push(index + at);
    letters += word;
  }
  return { code, text: name.en, letters, offsets, wordStarts };
}

/** Where the typed letters begin a word of the name; -1: nowhere. */
function placeIn({ letters, wordStarts }: EnglishName, typed: string): number {
  let at = letters.indexOf(typed);
  while (at !== -1 && !wordStarts.has(at)) at = letters.indexOf(typed, at + 1);
  return at;
}

/**
 * Finds items by the English words of their names, typed without spaces, unfinished as well: `residencep`. Names that begin
 * so come first, then in the order of `items`. A plain scan: 1,700 names in a fraction of a millisecond.
 */
export function createEnglishSearch(items: readonly CatalogueItem[]): Search {
  const names = items.map(englishName);
  return {
    find(text, limit): Found {
      const typed = text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
      // Hanzi beside the letters mean that this is no English.
      if (typed.length < FEWEST_LETTERS || /\p{Script=Han}/u.test(text)) return { hits: [], total: 0 };
      const found = names.flatMap((name) => {
        const at = placeIn(name, typed);
        return at === -1 ? [] : [{ name, at }];
      });
      const ordered = [...found.filter(({ at }) => at === 0), ...found.filter(({ at }) => at > 0)];
      return {
        total: found.length,
        hits: ordered.slice(0, limit).map(({ name, at }) => {
          const first = name.offsets[at] ?? 0;
          const last = name.offsets[at + typed.length - 1] ?? first;
          return { code: name.code, matched: { in: 'name', text: name.text, ranges: [[first, last + 1]] } };
        }),
      };
    },
  };
}

/** What the one found, then what only the other found. */
export function foundTogether(first: Found, second: Found, limit: number): Found {
  const codes = new Set(first.hits.map(({ code }) => code));
  const others = second.hits.filter(({ code }) => !codes.has(code));
  const both = second.hits.length - others.length;
  return { hits: [...first.hits, ...others].slice(0, limit), total: first.total + second.total - both };
}
