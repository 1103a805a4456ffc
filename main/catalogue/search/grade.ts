import type { Manner, Place } from './exact.ts';
import type { NameIndex } from './name-index.ts';

const WHOLE_NAME = 140;
const WHOLE_ALIAS = 105;
const PREFIX = 40;
const WORD_START = 26;
const INSIDE = 12;
const ALIAS = -2;
const SHARE = 30;
/** Of 100; with `FINISHES` less than what tells a whole name from a whole alias, so a whole name always comes first. */
const DEMAND = 0.22;
const FINISHES = 6;
const UNFINISHED = -1;
/** By manner: syllables or hanzi, first letters, both mixed. */
const MANNER: Readonly<Record<Manner, number>> = { 0: 0, 1: -4, 2: -8 };

/** Points for where and how something was found in a name: the kind of match, then what it covers, then who wants it. */
export class Grader {
  readonly #index: NameIndex;
  /** Pairs of units that begin a name somewhere: where they stand inside another name, a word begins too. */
  readonly #beginWords: ReadonlySet<number>;

  constructor(index: NameIndex) {
    this.#index = index;
    this.#beginWords = new Set(Array.from(index.startOf.subarray(0, -1), (position) => this.#pairAt(position)));
  }

  points(name: number, { position, length, manner, unfinished }: Place): number {
    const { startOf, names } = this.#index;
    const start = startOf[name] ?? 0;
    const characters = (startOf[name + 1] ?? 0) - start - 1;
    const alias = names[name]?.in === 'alias';
    const share = (unfinished ? length - 0.5 : length) / characters;
    const where =
      length === characters && !unfinished
        ? alias
          ? WHOLE_ALIAS
          : WHOLE_NAME
        : position === start
          ? PREFIX
          : this.#beginsWord(name, position)
            ? WORD_START
            : INSIDE;
    const how = MANNER[manner] + (unfinished ? UNFINISHED : 0) + (alias ? ALIAS : 0);
    return where + how + SHARE * share + this.wanted(name);
  }

  /** What an item has for being wanted, and for being finished at the machine. */
  wanted(name: number): number {
    const source = this.#index.sources[this.#index.itemOf[name] ?? 0];
    if (source === undefined) return 0;
    return Math.min(100, Math.max(0, source.demand)) * DEMAND + (source.finishes ? FINISHES : 0);
  }

  #beginsWord(name: number, position: number): boolean {
    const at = position - (this.#index.startOf[name] ?? 0);
    const spelling = this.#index.names[name]?.spelling;
    const before = spelling?.offsets[at - 1] ?? 0;
    const behindMark = (spelling?.offsets[at] ?? 0) > before + (spelling?.characters[at - 1]?.length ?? 1);
    return behindMark || this.#beginWords.has(this.#pairAt(position));
  }

  #pairAt(position: number): number {
    const { text, units } = this.#index;
    return (text[position] ?? 0) * units.length + (text[position + 1] ?? 0);
  }
}
