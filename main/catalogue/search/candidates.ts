import { CLASSES, classOf, isPlain } from './characters.ts';
import { type NameIndex, pairOf } from './name-index.ts';
import { LONGEST_READING } from './ways.ts';

type Range = readonly [number, number];

/** A way to read the query's first character of a name: its classes, and where in the query the second one begins. */
interface Beginning {
  readonly firsts: readonly number[];
  readonly next: number;
}

/** Ranges of `positions` at which a match can begin: by the first letters of its first two characters. */
export function candidates(index: NameIndex, query: readonly string[]): readonly Range[] {
  const [first] = query;
  if (first === undefined) return [];
  const pairs = new Set<number>();
  const { pairStart } = index;
  for (const { firsts, next } of beginnings(index, query, first)) {
    for (const one of firsts) {
      if (next >= query.length) {
        return firsts.map((each) => [pairStart[pairOf(each, 0)] ?? 0, pairStart[pairOf(each + 1, 0)] ?? 0] as const);
      }
      for (const two of classesOf(index, query[next] ?? '')) pairs.add(pairOf(one, two));
    }
  }
  return [...pairs].map((pair) => [pairStart[pair] ?? 0, pairStart[pair + 1] ?? 0] as const);
}

function beginnings(index: NameIndex, query: readonly string[], first: string): readonly Beginning[] {
  const firsts = classesOf(index, first);
  if (!isPlain(first)) return [{ firsts, next: 1 }];
  const rest = query.length;
  const letters = query.slice(0, LONGEST_READING).join('');
  // All of it may be one unfinished reading.
  const unfinished = rest < LONGEST_READING && rest > 1 && begins(index.syllables, letters);
  const all: Beginning[] = unfinished ? [{ firsts, next: rest }] : [];
  all.push({ firsts, next: 1 });
  if (/^[zcs]h/.test(letters)) all.push({ firsts, next: 2 });
  for (let length = 2; length <= letters.length; length++) {
    if (index.syllables.has(letters.slice(0, length))) all.push({ firsts, next: length });
  }
  return all;
}

function begins(syllables: ReadonlySet<string>, letters: string): boolean {
  for (const syllable of syllables) if (syllable.startsWith(letters)) return true;
  return false;
}

function classesOf(index: NameIndex, character: string): readonly number[] {
  if (isPlain(character)) return [classOf(character)];
  const units = index.unitsOf.get(character) ?? [];
  return [...new Set(units.flatMap((unit) => index.units[unit]?.initials ?? []))].filter((each) => each < CLASSES);
}
