import type { Bench } from './bench.ts';
import { type Figure, figureOf, percentile, repeat } from './measure.ts';
import { type Finder, ours, PEERS, peer } from './search-finders.ts';
import { realItems, variedItems } from './search-items.ts';
import { qualityOf } from './search-quality.ts';
import { type BenchQuery, QUERY_KINDS, type QueryKind, queriesFor } from './search-queries.ts';

/** With more Fuse.js takes seconds a query and MiniSearch gigabytes; ours alone is measured with 100,000. */
const MANY = 10_000;
const US_PER_MS = 1000;
/** Of each engine and kind; an engine that takes a tenth of a second each time is asked less often. */
const MOST_MS = 600;
const MOST_RUNS = 400;

/** How an engine answered one kind of query. */
interface Answered {
  readonly us: readonly number[];
  readonly quality: string;
}

/** Ours beside three engines over the same names and queries, each giving all that it finds. */
export async function searchPeers(bench: Bench): Promise<readonly Figure[]> {
  const real = realItems();
  const figures: Figure[] = [];
  for (const sources of [real, variedItems(real, bench.quick ? MANY / 2 : MANY)]) {
    const items = sources.length.toLocaleString('en');
    const queries = queriesFor(sources, sources.length > 2_000 ? 4 : 12);
    const own = await answersOf(ours(sources), queries, bench.quick);
    for (const name of PEERS) {
      const theirs = await answersOf(peer(name, sources, bench), queries, bench.quick);
      for (const kind of QUERY_KINDS) {
        const [us, them] = [own.get(kind), theirs.get(kind)];
        if (us === undefined || them === undefined) throw new Error(`nobody was asked ${kind}`);
        const beside = { what: `${name}, ${them.quality}`, value: percentile(them.us, 0.5) };
        figures.push(figureOf(`search ${items}: ${kind}, ${us.quality}`, 'µs', us.us, beside));
      }
    }
  }
  return figures;
}

async function answersOf(
  find: Finder,
  queries: readonly BenchQuery[],
  quick: boolean,
): Promise<ReadonlyMap<QueryKind, Answered>> {
  const answers = new Map<QueryKind, Answered>();
  for (const kind of QUERY_KINDS) {
    const these = queries.filter((query) => query.kind === kind);
    const ask = (run: number) => find(these[run % these.length]?.text ?? '');
    const quality = qualityOf(these, find);
    const first = await repeat(these.length, ask);
    const mean = first.reduce((sum, ms) => sum + ms, 0) / first.length;
    const runs = Math.max(these.length, Math.min(MOST_RUNS, Math.floor((quick ? MOST_MS / 5 : MOST_MS) / mean)));
    const ms = runs > these.length ? await repeat(runs, ask) : first;
    answers.set(kind, { us: ms.map((one) => one * US_PER_MS), quality });
  }
  return answers;
}
