import { gramsOf, namesByGram, runsOf } from './grams.ts';
import type { NameIndex } from './name-index.ts';
import type { View } from './view.ts';

/** A name that shares rare pairs of characters with a sentence. */
export interface Kin {
  readonly name: number;
  /** 0–100; what stands whole in the sentence has far more than what shares parts. */
  readonly points: number;
  /** The places in the name whose pairs the sentence has too. */
  readonly runs: readonly (readonly [number, number])[];
}

const CONTAINED = 100;
const OF_SENTENCE = 36;
const OF_NAME = 10;
const OF_ITEM = 30;
/** Below this part of the sentence's weight, and below that part of the name's, it is chance. */
const LEAST_OF_SENTENCE = 0.2;
const LEAST_OF_NAME = 0.6;
/** What has less than this part of the best one's points is left out. */
const LEAST_OF_BEST = 0.4;
/** Above this part of the sentence's weight it is no chance, however little it is that both have. */
const LEAST_BY_CHANCE = 0.5;
/** Of all names. */
const COMMON = 0.008;
const UNKNOWN_WEIGHT = 0.5;
/** What a filler, or a pair with one, weighs beside the matter itself. */
const FILLER = 0.3;
/** A single character in more names than this tells nothing and would cost much. */
const MOST_NAMES_OF_SINGLE = 5000;

/** Finds names by the characters and pairs of them that they share with a sentence; what few names have weighs more (idf). */
export class SentenceMatcher {
  readonly #index: NameIndex;
  readonly #view: View;
  readonly #namesOf: ReadonlyMap<string, readonly number[]>;
  readonly #weightOf: Float64Array;
  /** A pair in more names than this is common. */
  readonly #common: number;
  readonly #shared: Float64Array;
  readonly #sharedByItem: Float64Array;

  /** @param view the names by their own characters */
  constructor(index: NameIndex, view: View) {
    this.#index = index;
    this.#view = view;
    this.#namesOf = namesByGram(index, view.text);
    this.#shared = new Float64Array(index.names.length);
    this.#sharedByItem = new Float64Array(index.sources.length);
    this.#weightOf = new Float64Array(index.names.length);
    this.#common = index.names.length * COMMON;
    for (const [gram, names] of this.#namesOf) {
      const weight = this.#weight(gram, names.length);
      for (const name of names) this.#weightOf[name] = (this.#weightOf[name] ?? 0) + weight;
    }
  }

  /** @param pieces the sentence without fillers */
  find(sentence: string, pieces: readonly string[]): readonly Kin[] {
    const matter = new Set(pieces.flatMap(gramsOf));
    if (matter.size === 0) return [];
    const touched: number[] = [];
    let whole = 0;
    for (const gram of new Set([...matter, ...gramsOf(sentence)])) {
      const names = this.#namesOf.get(gram) ?? [];
      const part = matter.has(gram) ? 1 : FILLER;
      if (names.length === 0) {
        if (part === 1) whole += UNKNOWN_WEIGHT * this.#weight(gram, 1);
        continue;
      }
      const weight = part * this.#weight(gram, names.length);
      if (part === 1) whole += weight;
      let last = -1;
      for (const name of weight > 0 ? names : []) {
        if (this.#shared[name] === 0) touched.push(name);
        this.#shared[name] = (this.#shared[name] ?? 0) + weight;
        // Names of one item stand together, so each gram counts once for it.
        const item = this.#index.itemOf[name] ?? 0;
        if (item !== last) this.#sharedByItem[item] = (this.#sharedByItem[item] ?? 0) + weight;
        last = item;
      }
    }
    // A sentence of nothing but what every name has weighs nothing; then nothing is alike.
    whole = Math.max(whole, Number.EPSILON);
    const kin: Kin[] = [];
    for (const name of touched) {
      const ofSentence = Math.min(1, (this.#shared[name] ?? 0) / whole);
      const ofName = Math.min(1, (this.#shared[name] ?? 0) / (this.#weightOf[name] ?? 1));
      if (ofSentence < LEAST_OF_SENTENCE && ofName < LEAST_OF_NAME) continue;
      if (ofSentence < LEAST_BY_CHANCE && this.#isChance(name, matter)) continue;
      const ofItem = Math.min(1, (this.#sharedByItem[this.#index.itemOf[name] ?? 0] ?? 0) / whole);
      kin.push(this.#kin(name, { ofSentence, ofName, ofItem, sentence, matter }));
    }
    for (const name of touched) {
      this.#shared[name] = 0;
      this.#sharedByItem[this.#index.itemOf[name] ?? 0] = 0;
    }
    const best = kin.reduce((most, { points }) => Math.max(most, points % CONTAINED), 0);
    return kin.filter(({ points }) => points >= best * LEAST_OF_BEST);
  }

  #kin(
    name: number,
    about: { ofSentence: number; ofName: number; ofItem: number; sentence: string; matter: ReadonlySet<string> },
  ): Kin {
    const text = this.#textOf(name);
    const contained = text.length > 1 && about.sentence.includes(text);
    const points =
      (contained ? CONTAINED : 0) + OF_SENTENCE * about.ofSentence + OF_NAME * about.ofName + OF_ITEM * about.ofItem;
    return { name, points, runs: runsOf(text, about.matter) };
  }

  /** Nothing in common but single characters, or one pair that many names have: 眼镜店 and 电子眼. */
  #isChance(name: number, matter: ReadonlySet<string>): boolean {
    const text = this.#textOf(name);
    const longer = runsOf(text, matter).filter(([from, to]) => to - from > 1);
    const [one] = longer;
    if (one === undefined) return true;
    const gram = text.slice(...one);
    return longer.length === 1 && gram.length === 2 && (this.#namesOf.get(gram)?.length ?? 0) > this.#common;
  }

  #textOf(name: number): string {
    return this.#view.text.slice(this.#index.startOf[name] ?? 0, (this.#index.startOf[name + 1] ?? 1) - 1);
  }

  #weight(gram: string, names: number): number {
    if (gram.length === 1 && names > MOST_NAMES_OF_SINGLE) return 0;
    return Math.log((this.#index.names.length + 1) / names);
  }
}
