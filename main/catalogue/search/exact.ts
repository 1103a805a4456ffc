import { candidates } from './candidates.ts';
import type { NameIndex } from './name-index.ts';
import { INITIAL, INITIAL_ZH, LITERAL, LONGEST_READING, MISREAD, UNFINISHED, waysFrom } from './ways.ts';

/** How letters stood for characters: whole syllables (or hanzi alone), first letters, or both mixed. */
export type Manner = 0 | 1 | 2;
export const MIXED: Manner = 2;

/** A place where all that was typed stands in a name. */
export interface Place {
  readonly position: number;
  /** How many characters of the name. */
  readonly length: number;
  readonly manner: Manner;
  /** The last syllable was not typed to its end. */
  readonly unfinished: boolean;
  /** Some character was read as it is not read in this word. */
  readonly misread: boolean;
}

const UNKNOWN = 0xffff;
/** Far beyond what any real name needs; keeps names made to hurt from hurting. */
const MOST_STEPS = 400;
const NONE = 0x7fffffff;
const PENALTY_BITS = 8;
const PENALTY = 1 << PENALTY_BITS;
const UNFINISHED_PENALTY = 1;
/** By mode: hanzi alone, whole syllables, first letters, mixed; from 4 on the same, misread. */
const MODE_PENALTY = [0, 0, 2, 4, 8, 8, 10, 12];
const MODE_WHOLE = 1;
const MODE_INITIALS = 2;
const MODE_MISREAD = 4;

/**
 * Every place where the query stands in a name: hanzi for hanzi; letters as whole readings, first letters (zh, ch, sh may
 * be two) or, at the end, an unfinished reading, in any mixture, with any of a character's readings. Nothing is missed.
 */
export class ExactMatcher {
  readonly #index: NameIndex;
  readonly #ways: Uint16Array;
  #query: readonly string[] = [];
  #letters: readonly string[] = [];
  #steps = 0;
  readonly #place: { -readonly [Key in keyof Place]: Place[Key] } = {
    position: 0,
    length: 0,
    manner: 0,
    unfinished: false,
    misread: false,
  };

  /** @param longest the longest query, in characters */
  constructor(index: NameIndex, longest: number) {
    this.#index = index;
    this.#ways = new Uint16Array(index.units.length * longest);
  }

  /** @param take is given one and the same place again and again, changed: it must not keep it */
  each(query: readonly string[], take: (place: Place) => void): void {
    if (query.length === 0) return;
    this.#query = query;
    this.#letters = query.map((_, at) => query.slice(at, at + LONGEST_READING).join(''));
    this.#ways.fill(UNKNOWN, 0, this.#index.units.length * query.length);
    for (const [from, to] of candidates(this.#index, query)) {
      for (let at = from; at < to; at++) {
        const position = this.#index.positions[at] ?? 0;
        this.#steps = 0;
        const found = this.#walk(position, 0, 0);
        if (found === NONE) continue;
        const penalty = found >> PENALTY_BITS;
        this.#place.position = position;
        this.#place.length = found & (PENALTY - 1);
        this.#place.manner = penalty & 4 ? 2 : penalty & 2 ? 1 : 0;
        this.#place.unfinished = (penalty & UNFINISHED_PENALTY) !== 0;
        this.#place.misread = penalty >= 8;
        take(this.#place);
      }
    }
  }

  /** The best way from here to the end of the query, penalty × 256 + length; see `MODE_PENALTY`. */
  #walk(position: number, at: number, before: number): number {
    if (at === this.#query.length) return (MODE_PENALTY[before] ?? 0) * PENALTY;
    const unit = this.#index.text[position] ?? 0;
    if (unit === 0 || ++this.#steps > MOST_STEPS) return NONE;
    const ways = this.#waysOf(unit, at);
    if (ways === 0) return NONE;
    const mode = ways & MISREAD ? before | MODE_MISREAD : before;
    let best = NONE;
    if (ways & LITERAL) best = this.#walk(position + 1, at + 1, mode);
    for (let length = 1; length <= LONGEST_READING; length++) {
      if (ways & (1 << length)) best = Math.min(best, this.#walk(position + 1, at + length, mode | MODE_WHOLE));
    }
    if (ways & INITIAL) best = Math.min(best, this.#walk(position + 1, at + 1, mode | MODE_INITIALS));
    if (ways & INITIAL_ZH) best = Math.min(best, this.#walk(position + 1, at + 2, mode | MODE_INITIALS));
    if (ways & UNFINISHED) {
      best = Math.min(best, ((MODE_PENALTY[mode | MODE_WHOLE] ?? 0) + UNFINISHED_PENALTY) * PENALTY);
    }
    return best === NONE ? NONE : best + 1;
  }

  #waysOf(unit: number, at: number): number {
    const place = unit * this.#query.length + at;
    const known = this.#ways[place] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    const ways = waysFrom(
      this.#index.units[unit],
      this.#query[at] ?? '',
      this.#letters[at] ?? '',
      this.#query.length - at,
    );
    this.#ways[place] = ways;
    return ways;
  }
}
