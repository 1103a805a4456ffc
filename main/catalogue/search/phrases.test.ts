import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSearch } from './create-search.ts';
import { EVERYDAY_PHRASES, type PhraseGroup } from './testing/everyday-phrases.ts';
import { seedToSearch } from './testing/seed-sources.ts';

const SEED = new URL('../../../assets/catalogue/catalogue.jsonl', import.meta.url);
const { sources, phrases, names } = seedToSearch(readFileSync(SEED, 'utf8'));
const search = createSearch(sources);

const AMONG_THE_FIRST = 3;
const IMPROVED_AT_LEAST = 0.95;
const UNSEEN_AT_LEAST = 0.9;

/** The Chinese names of the best items for a text. */
const best = (text: string): string[] =>
  search.find(text, AMONG_THE_FIRST).hits.map(({ code }) => names.get(code) ?? code);

/** The part of a group's phrases that leads to a right item; prints it, and says which do not. */
function hitRate(group: PhraseGroup): number {
  const of = EVERYDAY_PHRASES.filter((phrase) => phrase.group === group);
  const misses = of.filter(({ says, means }) => !best(says).some((name) => means.includes(name)));
  const rate = 1 - misses.length / of.length;
  const percent = (rate * 100).toFixed(1);
  console.info(
    [
      `Everyday phrases, ${group}: ${of.length - misses.length} of ${of.length} among the first three (${percent} %).`,
      ...misses.map(({ says, means }) => `  ${says} → ${best(says).join('、') || 'nothing'}; expected ${means[0]}`),
    ].join('\n'),
  );
  return rate;
}

describe('what people say', () => {
  it('expects only items that there are', () => {
    const known = new Set(names.values());
    const unknown = EVERYDAY_PHRASES.flatMap(({ means }) => means).filter((name) => !known.has(name));

    expect(unknown).toEqual([]);
    expect(new Set(EVERYDAY_PHRASES.map(({ says }) => says)).size).toBe(EVERYDAY_PHRASES.length);
  });

  it('leads to a right item among the first three', () => {
    expect(hitRate('improved')).toBeGreaterThanOrEqual(IMPROVED_AT_LEAST);
  });

  it('leads to a right item, too, where nothing was added for it', () => {
    const added = new Set(phrases.flatMap(({ says }) => says));
    const heldOut = EVERYDAY_PHRASES.filter(({ group }) => group === 'heldOut');

    expect(heldOut.filter(({ says }) => added.has(says))).toEqual([]);
    expect(hitRate('heldOut')).toBeGreaterThanOrEqual(UNSEEN_AT_LEAST);
  });

  it('leads to a right item, too, where the phrase came after the data', () => {
    expect(hitRate('later')).toBeGreaterThanOrEqual(UNSEEN_AT_LEAST);
  });

  it('never comes before the item whose own name is typed', () => {
    const displaced = [...new Set(names.values())].filter((name) => best(name)[0] !== name);

    expect(displaced).toEqual([]);
  });
});
