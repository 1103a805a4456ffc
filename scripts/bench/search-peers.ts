import type { Bench } from './bench.ts';
import { type Figure, figureOf, percentile, repeat } from './measure.ts';
import { type Finder, ours, PEERS, peer } from './search-finders.ts';
import { realItems, variedItems } from './search-items.ts';
import { qualityOf } from './search-quality.ts';
import { type BenchQuery, QUERY_KINDS, queriesFor } from './search-queries.ts';

/** With more Fuse.js takes seconds a query and MiniSearch gigabytes; ours alone is measured with 100,000. */
const MANY = 20_000;
const US_PER_MS = 1000;
/** A peer that takes a tenth of a second each time is asked less often. */
const MOST_MS = 1_500;

/** Ours beside three engines over the same names and queries, each giving all that it finds. */
export async function searchPeers(bench: Bench): Promise<readonly Figure[]> {
  const real = realItems();
  const figures: Figure[] = [];
  for (const sources of [real, variedItems(real, bench.quick ? MANY / 4 : MANY)]) {
    const items = sources.length.toLocaleString('en');
    const queries = queriesFor(sources, sources.length > 10_000 ? 4 : 12);
    const own = ours(sources);
    for (const name of PEERS) {
      const other = peer(name, sources, bench);
      for (const kind of QUERY_KINDS) {
        const these = queries.filter((query) => query.kind === kind);
        const theirs = await timesOf(other, these, bench.quick);
        const us = await timesOf(own, these, bench.quick);
        const beside = { what: `${name}, ${qualityOf(these, other)}`, value: percentile(theirs, 0.5) };
        figures.push(figureOf(`search ${items}: ${kind}, ${qualityOf(these, own)}`, 'µs', us, beside));
      }
    }
  }
  return figures;
}

async function timesOf(find: Finder, queries: readonly BenchQuery[], quick: boolean): Promise<number[]> {
  const ask = (run: number) => find(queries[run % queries.length]?.text ?? '');
  const first = await repeat(queries.length, ask);
  const mean = first.reduce((sum, ms) => sum + ms, 0) / first.length;
  const runs = Math.max(queries.length, Math.min(quick ? 50 : 200, Math.floor((quick ? MOST_MS / 5 : MOST_MS) / mean)));
  return (await repeat(runs, ask)).map((ms) => ms * US_PER_MS);
}
