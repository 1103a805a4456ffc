import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const LONGEST_WORD = 6;
/** Seldom used words are not worth their place. */
const LEAST_USES = 3;
const LEAST_PAIR_USES = 12;

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

/**
 * Words of two to six characters and how often they are used: as ICU cuts the text, and two neighbours that often
 * stand together (公积 + 金).
 */
export function wordUses(runs: readonly string[]): Map<string, number> {
  const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
  const words: string[] = [];
  const pairs: string[] = [];
  for (const [run, uses] of countAll(runs)) {
    const parts = [...segmenter.segment(run)].map(({ segment }) => segment);
    for (let use = 0; use < uses; use += 1) {
      words.push(...parts);
      pairs.push(...parts.slice(1).map((part, index) => `${parts[index] ?? ''}${part}`));
    }
  }
  const fits = (word: string): boolean => word.length > 1 && word.length <= LONGEST_WORD;
  const kept = (counts: Map<string, number>, least: number) =>
    [...counts].filter(([word, uses]) => fits(word) && uses >= least);
  return new Map([...kept(countAll(pairs), LEAST_PAIR_USES), ...kept(countAll(words), LEAST_USES)]);
}
