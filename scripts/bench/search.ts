import { createSearch } from '../../main/catalogue/search/create-search.ts';
import { spell } from '../../main/catalogue/search/spell.ts';
import type { Search, SearchSource } from '../../main/catalogue/search/types.ts';
import type { Bench } from './bench.ts';
import { elapsedMs, type Figure, figureOf, repeat } from './measure.ts';
import { besideBareLoop } from './search-bare-loop.ts';
import { realItems, variedItems } from './search-items.ts';
import { qualityOf } from './search-quality.ts';
import { QUERY_KINDS, queriesFor } from './search-queries.ts';

const MANY = 100_000;
const US_PER_MS = 1000;
const SHOWN = 20;
/** For the compiler to be done with it; the shorter the queries, the more it takes. */
const WARMING_MS = 300;
/** Of each kind; enough for a p99 that one pause of the machine does not make. */
const MEASURED_MS = 2_500;
const MOST_RUNS = 4_000;
const LEAST_RUNS = 120;
const FIRST_LETTERS = [...'abcdefghjklmnopqrstwxyz', 'zh', 'ch', 'sh'];

/**
 * What a person waits for: spelling and building once, then every letter typed, in the real catalogue and in a huge one.
 * Each query is timed in turn with a bare loop of its length: where that has the same p99, the machine has it, not the search.
 */
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
  const all = (text: string) => engine.find(text, Number.POSITIVE_INFINITY).hits.map(({ code }) => code);
  const figures = [figureOf(`search ${items}: build`, 'ms', [build])];
  for (const kind of QUERY_KINDS) {
    const these = queries.filter((query) => query.kind === kind);
    const texts = these.map(({ text }) => text);
    figures.push(typing(`search ${items}: ${kind}, ${qualityOf(these, all)}`, engine, texts, quick));
  }
  figures.push(typing(`search ${items}: first letter`, engine, FIRST_LETTERS, quick));
  return figures;
}

function typing(figure: string, engine: Search, texts: readonly string[], quick: boolean): Figure {
  const find = (run: number) => engine.find(texts[run % texts.length] ?? '', SHOWN);
  const warmUntil = performance.now() + WARMING_MS;
  let warmed = 0;
  while (warmed < texts.length || performance.now() < warmUntil) find(warmed++);
  const mean = (performance.now() - warmUntil + WARMING_MS) / warmed;
  const runs = Math.floor(MEASURED_MS / (quick ? 10 : 1) / (2 * mean));
  const { taken, beside } = besideBareLoop(Math.min(MOST_RUNS, Math.max(LEAST_RUNS, runs)), find);
  const us = taken.map((ms) => ms * US_PER_MS);
  return figureOf(figure, 'µs', us, { ...beside, value: beside.value * US_PER_MS });
}
