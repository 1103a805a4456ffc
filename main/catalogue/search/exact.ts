import { CLASSES, classOf, isPlain } from './characters.ts';
import { type NameIndex, pairOf, type Unit } from './name-index.ts';

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

/** Which ways lead on from a character and a place in the query; bits 1–7: a whole reading of so many letters. */
const LONGEST_READING = 7;
const LITERAL = 1 << 8;
const INITIAL = 1 << 9;
const INITIAL_ZH = 1 << 10;
const UNFINISHED = 1 << 11;
const MISREAD = 1 << 12;
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
    for (const [from, to] of this.#candidates()) {
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

  /** Ranges of `positions` at which a match can begin: by the first letters of its first two characters. */
  #candidates(): readonly (readonly [number, number])[] {
    const [first] = this.#query;
    if (first === undefined) return [];
    const pairs = new Set<number>();
    const { pairStart } = this.#index;
    for (const { firsts, next } of this.#beginnings(first)) {
      for (const one of firsts) {
        if (next >= this.#query.length) {
          return firsts.map((each) => [pairStart[pairOf(each, 0)] ?? 0, pairStart[pairOf(each + 1, 0)] ?? 0] as const);
        }
        for (const two of this.#classesOf(this.#query[next] ?? '')) pairs.add(pairOf(one, two));
      }
    }
    return [...pairs].map((pair) => [pairStart[pair] ?? 0, pairStart[pair + 1] ?? 0] as const);
  }

  /** Ways to read the query's first character of a name: its classes, and where in the query the second one begins. */
  #beginnings(first: string): { firsts: readonly number[]; next: number }[] {
    const firsts = this.#classesOf(first);
    if (!isPlain(first)) return [{ firsts, next: 1 }];
    const rest = this.#query.length;
    const letters = this.#letters[0] ?? '';
    // All of it may be one unfinished reading.
    const unfinished = rest < LONGEST_READING && rest > 1 && this.#index.syllables.size > 0;
    const beginnings = unfinished && this.#begins(letters) ? [{ firsts, next: rest }] : [];
    beginnings.push({ firsts, next: 1 });
    if (/^[zcs]h/.test(letters)) beginnings.push({ firsts, next: 2 });
    for (let length = 2; length <= letters.length; length++) {
      if (this.#index.syllables.has(letters.slice(0, length))) beginnings.push({ firsts, next: length });
    }
    return beginnings;
  }

  #begins(letters: string): boolean {
    for (const syllable of this.#index.syllables) if (syllable.startsWith(letters)) return true;
    return false;
  }

  #classesOf(character: string): readonly number[] {
    if (isPlain(character)) return [classOf(character)];
    const units = this.#index.unitsOf.get(character) ?? [];
    return [...new Set(units.flatMap((unit) => this.#index.units[unit]?.initials ?? []))].filter((c) => c < CLASSES);
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

function waysFrom(unit: Unit | undefined, character: string, letters: string, rest: number): number {
  if (unit === undefined) return 0;
  if (unit.character === character) return LITERAL;
  if (!isPlain(character)) return 0;
  let ways = 0;
  for (const [at, reading] of unit.readings.entries()) {
    if (reading === unit.character) continue;
    const before = ways;
    if (reading.length <= LONGEST_READING && letters.startsWith(reading)) ways |= 1 << reading.length;
    else if (rest < reading.length && reading.startsWith(letters)) ways |= UNFINISHED;
    if (reading.length > 1 && reading.charAt(0) === character) ways |= INITIAL;
    if (/^[zcs]h/.test(reading) && letters.startsWith(reading.slice(0, 2))) ways |= INITIAL_ZH;
    if (before === 0 && ways !== 0 && at > 0) ways |= MISREAD;
  }
  return ways;
}
