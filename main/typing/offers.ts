import { covered } from './covered.ts';
import type { PinyinIndex } from './dictionary.ts';
import { sentence } from './sentence.ts';

export interface Offer {
  readonly text: string;
  /** How many of the letters it stands for, from their beginning. */
  readonly letters: number;
}

/** What is offered at once. */
export const MOST_CANDIDATES = 30;
/** Of those, so that the single characters of a name are not crowded out. */
const MOST_WORDS_AT_ONCE = 15;
/** In all; enough for every character of the fullest syllable (`yi`, 114). */
const MOST_OFFERS = 240;
/** Of the first syllable that is not written out, and of each: `yi` is 一 before it is 应. */
const COST_OF_SHORTENING = 4;
const COST_OF_EACH_SHORTENED = 2;

const costOfShortened = (syllables: number): number =>
  syllables === 0 ? 0 : COST_OF_SHORTENING + syllables * COST_OF_EACH_SHORTENED;

interface Match extends Offer {
  readonly cost: number;
  readonly isWord: boolean;
}

/** What stands for most letters comes first, then what is likelier. */
const byLikelihood = (a: Match, b: Match): number => b.letters - a.letters || a.cost - b.cost;

function matchesFor(index: PinyinIndex, letters: string, room: number): Match[] {
  const found: Match[] = [];
  for (const { text, size, syllables, cost } of index.startingWith(letters.charAt(0))) {
    const match = size <= room ? covered(syllables, letters) : undefined;
    if (match)
      found.push({
        text,
        letters: match.letters,
        cost: cost + costOfShortened(match.shortened),
        isWord: size > 1,
      });
  }
  return found.sort(byLikelihood);
}

function withRoomForCharacters(matches: readonly Match[]): Match[] {
  const early: Match[] = [];
  const late: Match[] = [];
  let words = 0;
  for (const match of matches) {
    const fits = early.length < MOST_CANDIDATES && !(match.isWord && words >= MOST_WORDS_AT_ONCE);
    (fits ? early : late).push(match);
    if (fits && match.isWord) words += 1;
  }
  return [...early, ...late];
}

/** Hanzi for pinyin letters, the likeliest first, each text once; none is longer than `room` characters. */
export function offersFor(index: PinyinIndex, letters: string, room: number): Offer[] {
  if (letters === '' || room < 1) return [];
  const matches = matchesFor(index, letters, room);
  const whole = sentence(index, letters, room);
  const ahead = whole && whole.letters > (matches[0]?.letters ?? 0) ? [whole] : [];
  const offers = new Map<string, Offer>();
  for (const offer of [...ahead, ...withRoomForCharacters(matches)]) {
    if (!offers.has(offer.text)) offers.set(offer.text, { text: offer.text, letters: offer.letters });
    if (offers.size === MOST_OFFERS) break;
  }
  return [...offers.values()];
}
