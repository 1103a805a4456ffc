import path from 'node:path';
import { characterUses, hanziRuns, wordUses } from './catalogue-text.ts';
import { EVERYDAY_WORDS } from './everyday-words.ts';
import { FREQUENT_CHARACTERS, GIVEN_NAMES, NAMES_BEYOND_GB2312, SURNAMES } from './frequent-characters.ts';
import { level1, level2 } from './gb2312.ts';
import { readingsOf, wordReading } from './readings.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
export const DICTIONARY_FILE = path.join(ROOT, 'assets/typing/pinyin.json');
const TEXT_FOLDERS = ['assets/catalogue/source', 'assets/specimen'].map((folder) => path.join(ROOT, folder));

const MOST_WORDS = 8_000;
/** A word of the list counts like one that the catalogue uses so often. */
const USES_OF_EVERYDAY_WORD = 200;

/** Points by the place in a list: the first has `best`, the last half of it, others none. */
function pointsIn(list: readonly string[], best: number): Map<string, number> {
  const points = new Map<string, number>();
  list.forEach((character, index) => {
    if (!points.has(character)) points.set(character, best * (1 - index / list.length / 2));
  });
  return points;
}

/** GB 2312 and names beyond it, the likeliest first: level 1 and whatever stands in a list, then the rest of level 2. */
function orderedCharacters(runs: readonly string[]): string[] {
  const uses = characterUses(runs);
  const lists = [pointsIn(FREQUENT_CHARACTERS, 12), pointsIn(SURNAMES, 9), pointsIn(GIVEN_NAMES, 8)];
  const inLists = (character: string): number => lists.reduce((sum, points) => sum + (points.get(character) ?? 0), 0);
  const score = (character: string): number => inLists(character) + Math.log2(1 + (uses.get(character) ?? 0));
  const likeliestFirst = (characters: readonly string[]): string[] =>
    characters
      .map((character) => ({ character, score: score(character) }))
      .sort((a, b) => b.score - a.score)
      .map(({ character }) => character);
  const named = level2().filter((character) => inLists(character) > 0);
  const rest = level2().filter((character) => inLists(character) === 0);
  return [...likeliestFirst([...level1(), ...named, ...NAMES_BEYOND_GB2312]), ...likeliestFirst(rest)];
}

function orderedWords(runs: readonly string[], known: ReadonlySet<string>): string[] {
  const uses = wordUses(runs);
  for (const word of EVERYDAY_WORDS) uses.set(word, (uses.get(word) ?? 0) + USES_OF_EVERYDAY_WORD);
  return [...uses]
    .filter(([word]) => [...word].every((character) => known.has(character)))
    .sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([word]) => word);
}

/** The dictionary as JSON text, one entry a line; form: `main/typing/dictionary.ts`. Only text of the project goes in. */
export function makeDictionary(): string {
  const runs = hanziRuns(TEXT_FOLDERS);
  const readings = new Map(orderedCharacters(runs).map((character) => [character, readingsOf(character)]));
  const characters = [...readings].map(([character, each]) => [character, ...each].join(' '));
  const words = orderedWords(runs, new Set(readings.keys())).map((word) => {
    const reading = wordReading(word);
    const usual = [...word].every((character, index) => readings.get(character)?.[0] === reading[index]);
    return usual ? word : [word, ...reading].join(' ');
  });
  return `${JSON.stringify({ characters, words }, null, 0).replaceAll('","', '",\n"')}\n`;
}
