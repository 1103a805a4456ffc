import { CLASS_END, CLASSES, classOf } from './characters.ts';
import type { SearchSource, SpelledName } from './types.ts';

/** A character together with its readings: the letter that names are made of. */
export interface Unit {
  readonly character: string;
  readonly readings: readonly string[];
  /** Classes of the first letters of its readings, each once. */
  readonly initials: readonly number[];
}

/**
 * All names of all items one after the other, a separator (unit 0) behind each, and where every pair of first letters
 * begins. A position is a place in `text`.
 */
export interface NameIndex {
  readonly sources: readonly SearchSource[];
  readonly names: readonly SpelledName[];
  /** The item of each name, as a place in `sources`. */
  readonly itemOf: Int32Array;
  /** Position of the first character of each name; one more at the end. */
  readonly startOf: Int32Array;
  readonly text: Int32Array;
  /** The name at each position. */
  readonly nameAt: Int32Array;
  readonly units: readonly Unit[];
  readonly unitsOf: ReadonlyMap<string, readonly number[]>;
  /** Every reading there is, for taking typed letters apart. */
  readonly syllables: ReadonlySet<string>;
  /** Positions by pair: those of pair `p` are `positions[pairStart[p] … pairStart[p + 1])`. */
  readonly pairStart: Int32Array;
  readonly positions: Int32Array;
}

const SEPARATOR: Unit = { character: '\n', readings: [], initials: [CLASS_END] };

export const pairOf = (first: number, second: number): number => first * CLASSES + second;

export function indexNames(sources: readonly SearchSource[]): NameIndex {
  const names = sources.flatMap((source) => source.names);
  const itemOf = Int32Array.from(sources.flatMap((source, item) => source.names.map(() => item)));
  const length = names.reduce((sum, { spelling }) => sum + spelling.characters.length + 1, 0);
  const text = new Int32Array(length);
  const nameAt = new Int32Array(length);
  const startOf = new Int32Array(names.length + 1);
  const dictionary = new UnitDictionary();
  let position = 0;
  for (const [name, { spelling }] of names.entries()) {
    startOf[name] = position;
    nameAt.fill(name, position, position + spelling.characters.length + 1);
    for (const [at, character] of spelling.characters.entries()) {
      text[position++] = dictionary.idOf(character, spelling.readings[at] ?? [character]);
    }
    position++;
  }
  startOf[names.length] = position;
  const { units, unitsOf } = dictionary;
  const syllables = new Set(units.flatMap((unit) => unit.readings));
  return { sources, names, itemOf, startOf, text, nameAt, units, unitsOf, syllables, ...byPairs(text, units) };
}

class UnitDictionary {
  readonly units: Unit[] = [SEPARATOR];
  readonly unitsOf = new Map<string, number[]>();
  readonly #ids = new Map<string, number>();

  idOf(character: string, readings: readonly string[]): number {
    const key = readings.length === 1 ? `${character}${readings[0]}` : `${character}${readings.join('/')}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.units.length;
    this.#ids.set(key, id);
    this.units.push({ character, readings, initials: [...new Set(readings.map(classOf))] });
    this.unitsOf.set(character, [...(this.unitsOf.get(character) ?? []), id]);
    return id;
  }
}

/** Counting sort: once to know how many a pair has, once to put them there. */
function byPairs(text: Int32Array, units: readonly Unit[]): Pick<NameIndex, 'pairStart' | 'positions'> {
  const pairStart = new Int32Array(CLASSES * CLASSES + 1);
  eachPair(text, units, (pair) => {
    pairStart[pair + 1] = (pairStart[pair + 1] ?? 0) + 1;
  });
  for (let pair = 1; pair < pairStart.length; pair++) {
    pairStart[pair] = (pairStart[pair] ?? 0) + (pairStart[pair - 1] ?? 0);
  }
  const next = pairStart.slice();
  const positions = new Int32Array(pairStart[pairStart.length - 1] ?? 0);
  eachPair(text, units, (pair, position) => {
    const place = next[pair] ?? 0;
    positions[place] = position;
    next[pair] = place + 1;
  });
  return { pairStart, positions };
}

function eachPair(text: Int32Array, units: readonly Unit[], take: (pair: number, position: number) => void): void {
  for (let position = 0; position < text.length; position++) {
    const unit = text[position] ?? 0;
    if (unit === 0) continue;
    for (const first of units[unit]?.initials ?? []) {
      for (const second of units[text[position + 1] ?? 0]?.initials ?? []) take(pairOf(first, second), position);
    }
  }
}
