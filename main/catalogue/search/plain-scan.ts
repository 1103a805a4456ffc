import type { SearchSource, Spelling } from './types.ts';

/**
 * What a match is, said as plainly as possible and far too slowly: the reference that tests and benches hold the search
 * against. Codes of the items with a name in which the query stands, from some character on.
 */
export const plainScan = (sources: readonly SearchSource[], query: readonly string[]): ReadonlySet<string> =>
  codesWhere(sources, (spelling, from) => standsAt(spelling, from, query));

/** Codes of the items with a name whose pinyin, from some character on, begins with the letters but for one edit. */
export const plainScanOneEdit = (sources: readonly SearchSource[], letters: string): ReadonlySet<string> =>
  codesWhere(sources, (spelling, from) => {
    const read = spelling.readings
      .slice(from, from + letters.length + 2)
      .map(([first = '']) => first)
      .join('');
    const lengths = [letters.length - 1, letters.length, letters.length + 1];
    return lengths.some((length) => length <= read.length && isOneEdit(read.slice(0, length), letters));
  });

function codesWhere(sources: readonly SearchSource[], is: (spelling: Spelling, from: number) => boolean): Set<string> {
  const found = sources.filter(({ names }) =>
    names.some(({ spelling }) => spelling.characters.some((_, from) => is(spelling, from))),
  );
  return new Set(found.map(({ code }) => code));
}

function standsAt(spelling: Spelling, at: number, query: readonly string[]): boolean {
  const [first] = query;
  if (first === undefined) return true;
  if (at >= spelling.characters.length) return false;
  if (spelling.characters[at] === first) return standsAt(spelling, at + 1, query.slice(1));
  if (!spelling.readings[at]?.some((reading) => reading.startsWith(first))) return false;
  const letters = query.join('');
  return (spelling.readings[at] ?? []).some((reading) => {
    if (reading === spelling.characters[at]) return false;
    if (reading.startsWith(letters)) return true;
    const typed = [reading, reading.slice(0, 1), /^[zcs]h/.exec(reading)?.[0] ?? reading];
    return typed.some((part) => letters.startsWith(part) && standsAt(spelling, at + 1, query.slice(part.length)));
  });
}

/** Equal, or one letter missing, too many, wrong, or two neighbours exchanged (optimal string alignment). */
export function isOneEdit(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a.charAt(same) === b.charAt(same)) same++;
  const [restOfA, restOfB] = [a.slice(same), b.slice(same)];
  const swapped = restOfA.charAt(1) + restOfA.charAt(0) + restOfA.slice(2);
  return (
    restOfA === restOfB ||
    restOfA.slice(1) === restOfB ||
    restOfA === restOfB.slice(1) ||
    restOfA.slice(1) === restOfB.slice(1) ||
    (restOfA.length > 1 && swapped === restOfB)
  );
}
