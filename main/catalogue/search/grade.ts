import type { Manner, Place } from './exact.ts';
import type { NameIndex } from './name-index.ts';
import type { SearchSource } from './types.ts';

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
const MISREAD = -30;
/** By manner: syllables or hanzi, first letters, both mixed. */
const MANNER: Readonly<Record<Manner, number>> = { 0: 0, 1: -4, 2: -8 };

const INITIALS: Manner = 1;
/**
 * That a few first letters are just as many as a name has says little: JZZ is the beginning of 居住证… for everybody, and not
 * 救助站. By the number of letters; more than four are meant as the whole.
 */
const MEANT_AS_WHOLE: readonly number[] = [0, 0, 0.05, 0.1, 0.4];

/** How much of a name they cover says as little. */
const SHARE_MEANT: readonly number[] = [0, 0.3, 0.4, 0.5, 0.8];

/** Points for where and how something was found in a name: the kind of match, then what it covers, then who wants it. */
export class Grader {
  readonly #index: NameIndex;
  readonly #alias: Uint8Array;
  /** By name: what its item has for being wanted, and for being finished at the machine. */
  readonly #wanted: Float64Array;
  /** By position: a word begins there, as far as can be told. */
  readonly #wordAt: Uint8Array;

  constructor(index: NameIndex) {
    this.#index = index;
    this.#alias = Uint8Array.from(index.names, (name) => (name.in === 'alias' ? 1 : 0));
    this.#wanted = Float64Array.from(index.itemOf, (item) => wantedOf(index.sources[item]));
    this.#wordAt = wordsOf(index);
  }

  points(name: number, { position, length, manner, unfinished, misread }: Place): number {
    const start = this.#index.startOf[name] ?? 0;
    const characters = (this.#index.startOf[name + 1] ?? 0) - start - 1;
    const alias = this.#alias[name] === 1;
    const share = (unfinished ? length - 0.5 : length) / characters;
    const whole = alias ? WHOLE_ALIAS : WHOLE_NAME;
    const where =
      length === characters && !unfinished
        ? PREFIX + (whole - PREFIX) * (manner === INITIALS ? (MEANT_AS_WHOLE[length] ?? 1) : 1)
        : position === start
          ? PREFIX
          : this.#wordAt[position] === 1
            ? WORD_START
            : INSIDE;
    const how = MANNER[manner] + (unfinished ? UNFINISHED : 0) + (misread ? MISREAD : 0) + (alias ? ALIAS : 0);
    const meant = manner === INITIALS ? (SHARE_MEANT[length] ?? 1) : 1;
    return where + how + SHARE * share * meant + this.wanted(name);
  }

  wanted(name: number): number {
    return this.#wanted[name] ?? 0;
  }
}

const wantedOf = (source: SearchSource | undefined): number =>
  Math.min(100, Math.max(0, source?.demand ?? 0)) * DEMAND + (source?.finishes ? FINISHES : 0);

/** A word begins behind a mark, and where two characters stand that begin a name somewhere. */
function wordsOf({ text, units, names, startOf }: NameIndex): Uint8Array {
  const pairAt = (position: number): number => (text[position] ?? 0) * units.length + (text[position + 1] ?? 0);
  const beginWords = new Set(Array.from(startOf.subarray(0, -1), pairAt));
  const words = Uint8Array.from(text, (_, position) => (beginWords.has(pairAt(position)) ? 1 : 0));
  for (const [name, { spelling }] of names.entries()) {
    const start = startOf[name] ?? 0;
    for (let at = 1; at < spelling.characters.length; at++) {
      const end = (spelling.offsets[at - 1] ?? 0) + (spelling.characters[at - 1]?.length ?? 1);
      if ((spelling.offsets[at] ?? 0) > end) words[start + at] = 1;
    }
  }
  return words;
}
