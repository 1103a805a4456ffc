import { createSearch } from '../../main/catalogue/search/create-search.ts';
import { spell } from '../../main/catalogue/search/spell.ts';
import type { SearchSource } from '../../main/catalogue/search/types.ts';
import type { Bench } from './bench.ts';
import { elapsedMs, type Figure, figureOf, repeat } from './measure.ts';
import { ours } from './search-finders.ts';
import { realItems, variedItems } from './search-items.ts';
import { qualityOf } from './search-quality.ts';
import { QUERY_KINDS, queriesFor } from './search-queries.ts';

const MANY = 100_000;
const US_PER_MS = 1000;
const SHOWN = 20;

/** What a person waits for: spelling and building once, then every letter typed, in the real catalogue and in a huge one. */
export async function search(bench: Bench): Promise<readonly Figure[]> {
  const real = realItems();
  const texts = real.flatMap(({ names }) => names.map(({ text }) => text));
  const spelling = await repeat(bench.quick ? 2 : 5, () => texts.map(spell));
  const figures = [figureOf(`search: spell ${texts.length} names`, 'ms', spelling)];
  for (const sources of [real, variedItems(real, bench.quick ? MANY / 10 : MANY)]) {
    figures.push(...(await figuresOf(sources, bench.quick)));
  }
  return figures;
}

async function figuresOf(sources: readonly SearchSource[], quick: boolean): Promise<Figure[]> {
  const items = sources.length.toLocaleString('en');
  let engine = createSearch([]);
  const build = await elapsedMs(() => {
    engine = createSearch(sources);
  });
  const queries = queriesFor(sources, sources.length > 10_000 ? 4 : 12);
  const all = ours(sources);
  const figures = [figureOf(`search ${items}: build`, 'ms', [build])];
  for (const kind of QUERY_KINDS) {
    const these = queries.filter((query) => query.kind === kind);
    const ask = (run: number) => engine.find(these[run % these.length]?.text ?? '', SHOWN);
    await repeat(these.length * 3, ask);
    const us = (await repeat(quick ? 200 : 500, ask)).map((ms) => ms * US_PER_MS);
    figures.push(figureOf(`search ${items}: ${kind}, ${qualityOf(these, all)}`, 'µs', us));
  }
  return figures;
}
