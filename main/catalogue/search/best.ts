import type { SearchHit } from '../../../contract/tiles.ts';
import type { NameIndex } from './name-index.ts';
import type { Found } from './types.ts';
import { worthOf } from './worth.ts';

/** Runs of characters of a name, places in its `characters`, end excluded. */
export type Runs = readonly (readonly [number, number])[];

/** Levels are further apart than any points, so a weaker kind of match never comes before a stronger one. */
const LEVEL = 1000;

/** Collects what was found: of each item the best place only, of all items the best. */
export class Best {
  readonly #index: NameIndex;
  readonly #points: Float64Array;
  readonly #name: Int32Array;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #runs = new Map<number, Runs>();
  readonly #items: number[] = [];
  #level = 0;

  constructor(index: NameIndex) {
    this.#index = index;
    this.#points = new Float64Array(index.sources.length);
    this.#name = new Int32Array(index.sources.length);
    this.#from = new Int32Array(index.sources.length);
    this.#to = new Int32Array(index.sources.length);
  }

  get total(): number {
    return this.#items.length;
  }

  /** Forgets everything; costs only what there was. */
  clear(): void {
    for (const item of this.#items) this.#points[item] = 0;
    this.#items.length = 0;
    this.#runs.clear();
    this.#level = LEVEL;
  }

  /** What comes from here on stands behind all that came before. */
  nextLevel(): void {
    this.#level--;
  }

  /** Equal points: the name that comes first. `runs` only where it is not the one run `from`–`to`. */
  offer(name: number, points: number, from: number, to: number, runs?: Runs): void {
    const item = this.#index.itemOf[name] ?? 0;
    const known = this.#points[item] ?? 0;
    const all = this.#level * LEVEL + points;
    if (known === 0) this.#items.push(item);
    else if (all < known || (all === known && (this.#name[item] ?? 0) <= name)) return;
    this.#points[item] = all;
    this.#name[item] = name;
    this.#from[item] = from;
    this.#to[item] = to;
    if (runs) this.#runs.set(item, runs);
    else if (this.#runs.size > 0) this.#runs.delete(item);
  }

  found(limit: number): Found {
    const most = Number.isNaN(limit) ? 0 : Math.max(0, Math.floor(limit));
    const hits = this.#top(most).map((item) => ({
      code: this.#index.sources[item]?.code ?? '',
      matched: this.#matched(item),
    }));
    return { hits, total: this.#items.length };
  }

  #top(most: number): readonly number[] {
    if (most === 0) return [];
    const points = this.#points;
    const worth = worthOf(points, this.#items, most);
    const kept = this.#items.filter((item) => (points[item] ?? 0) >= worth);
    return kept.sort((a, b) => (points[b] ?? 0) - (points[a] ?? 0) || this.#byCode(a, b)).slice(0, most);
  }

  #byCode(a: number, b: number): number {
    const [first = '', second = ''] = [this.#index.sources[a]?.code, this.#index.sources[b]?.code];
    return first < second ? -1 : first > second ? 1 : a - b;
  }

  #matched(item: number): SearchHit['matched'] {
    const name = this.#name[item] ?? -1;
    const found = this.#index.names[name];
    if (found === undefined) throw new Error(`no name ${name}`);
    const runs = this.#runs.get(item) ?? [[this.#from[item] ?? 0, this.#to[item] ?? 0]];
    const { offsets } = found.spelling;
    const ranges: [number, number][] = [];
    for (const [from, to] of runs) {
      const start = offsets[from];
      const last = offsets[to - 1];
      if (start === undefined || last === undefined) continue;
      const end = last + ((found.text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
      const before = ranges.at(-1);
      if (before && start <= before[1]) before[1] = Math.max(before[1], end);
      else ranges.push([start, end]);
    }
    return { in: found.in, text: found.text, ranges };
  }
}
