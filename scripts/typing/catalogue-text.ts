import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const LONGEST_WORD = 6;
/** Longer ones are mostly halves of two words. */
const LONGEST_JOINED = 4;
/** Seldom used words are not worth their place. */
const LEAST_USES = 3;
const LEAST_JOINED_USES = 12;

function textFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(json|tsv)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** Every run of hanzi in the catalogue's sources and of the specimen people. */
export const hanziRuns = (folders: readonly string[]): string[] =>
  folders.flatMap(textFiles).flatMap((file) => readFileSync(file, 'utf8').match(/\p{Script=Han}+/gu) ?? []);

const countAll = (things: Iterable<string>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return counts;
};

export const characterUses = (runs: readonly string[]): Map<string, number> =>
  countAll(runs.flatMap((run) => [...run]));

/** Words that only join others; a pair with one of them is no word. */
const JOINING = /[的了吗呢没不是在我您你他她要有可请和或与及等到被把就还怎么哪多为]/;

/** Two and three neighbours as one. */
const neighbours = (parts: readonly string[]): string[] =>
  parts.flatMap((_, index) => [parts.slice(index, index + 2).join(''), parts.slice(index, index + 3).join('')]);

/** Without pieces that hardly stand outside a longer word: 积金 in 公积金. */
function withoutPieces(uses: ReadonlyMap<string, number>): Map<string, number> {
  const kept = new Map(uses);
  for (const [word, ofWord] of uses)
    for (let from = 0; from < word.length; from += 1)
      for (let to = from + 2; to <= word.length; to += 1) {
        const piece = word.slice(from, to);
        if (piece !== word && (uses.get(piece) ?? 0) < ofWord * 1.1) kept.delete(piece);
      }
  return kept;
}

/**
 * Words of two to six characters and how often they are used: as ICU cuts the text, and neighbours that often stand
 * together (公 + 积金).
 */
export function wordUses(runs: readonly string[]): Map<string, number> {
  const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
  const words: string[] = [];
  const joined: string[] = [];
  for (const run of runs) {
    const parts = [...segmenter.segment(run)].map(({ segment }) => segment);
    words.push(...parts);
    joined.push(...neighbours(parts).filter((text) => !JOINING.test(text)));
  }
  const kept = (counts: Map<string, number>, longest: number, least: number) =>
    [...counts].filter(([word, uses]) => word.length > 1 && word.length <= longest && uses >= least);
  return withoutPieces(
    new Map([
      ...kept(countAll(joined), LONGEST_JOINED, LEAST_JOINED_USES),
      ...kept(countAll(words), LONGEST_WORD, LEAST_USES),
    ]),
  );
}
