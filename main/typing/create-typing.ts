import { MORE_CANDIDATES_KEY } from '../../contract/catalogue/typing-keys.ts';
import type { Typed } from '../../contract/tiles.ts';
import { indexDictionary, type PinyinDictionary } from './dictionary.ts';
import { MOST_CANDIDATES, type Offer, offersFor } from './offers.ts';
import { type Keyboard, NOTHING_TYPED, type Typing } from './typing.ts';

/** More letters than any word has; what goes beyond is a finger that lies on a key. */
const MOST_LETTERS = 40;

const lengthOf = (text: string): number => [...text].length;
const roomIn = (text: string, { maxLength }: Keyboard): number => Math.max(0, maxLength - lengthOf(text));
const withoutLast = (text: string): string => [...text].slice(0, -1).join('');
const isCharacter = (key: string): boolean => /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]$/u.test(key);

/**
 * Pinyin for the few fields of a form that need hanzi, by a small dictionary of this project: the 6,763 characters of
 * GB 2312, a hundred of given names beyond it, and some thousand words of addresses, companies and the catalogue. It knows
 * full pinyin, unfinished pinyin and initials. It is no input method: it does not learn, knows no tones and no strokes,
 * and hardly weighs one word against its neighbours. Other rare characters (𮧵) cannot be typed with letters; a key that
 * is one goes straight to the text.
 *
 * With `keyboard.hanzi`:
 * - a–z collect in `composing`; candidates are offered for them, the likeliest first, 30 at once;
 * - `MORE_CANDIDATES_KEY` offers the next 30, after the last ones the first again;
 * - a space takes the first candidate, if there are letters; else it is a character;
 * - every other character, capital letters too, goes to the end of the text at once. Letters that are there stay and come
 *   after it; a character that would leave no room for them is refused.
 *
 * Without: letters become capital ones and go to the text like every other character. A text never gets longer than
 * `maxLength`; a key that does not fit, or that is no character, changes nothing.
 */
export function createTyping(dictionary: PinyinDictionary): Typing {
  const index = indexDictionary(dictionary);
  const offersOf = ({ text, composing }: Typed, keyboard: Keyboard): Offer[] =>
    offersFor(index, composing, roomIn(text, keyboard));

  const offered = (text: string, composing: string, keyboard: Keyboard): Typed => {
    const typed = { text, composing, candidates: [] };
    const candidates = offersOf(typed, keyboard).slice(0, MOST_CANDIDATES);
    return { ...typed, candidates: candidates.map((offer) => offer.text) };
  };

  const more = (typed: Typed, keyboard: Keyboard): Typed => {
    const texts = offersOf(typed, keyboard).map((offer) => offer.text);
    const next = texts.indexOf(typed.candidates.at(-1) ?? '') + 1;
    const from = next < texts.length ? next : 0;
    return { ...typed, candidates: texts.slice(from, from + MOST_CANDIDATES) };
  };

  const take = (typed: Typed, at: number, keyboard: Keyboard): Typed => {
    const taken = typed.candidates[at];
    const offer = offersOf(typed, keyboard).find(({ text }) => text === taken);
    return offer ? offered(typed.text + offer.text, typed.composing.slice(offer.letters), keyboard) : typed;
  };

  const append = (typed: Typed, character: string, keyboard: Keyboard): Typed => {
    const needed = typed.composing === '' ? 1 : 2;
    if (!isCharacter(character) || roomIn(typed.text, keyboard) < needed) return typed;
    return offered(typed.text + character, typed.composing, keyboard);
  };

  const pressHanzi = (typed: Typed, key: string, keyboard: Keyboard): Typed => {
    if (/^[a-z]$/.test(key)) {
      const fits = typed.composing.length < MOST_LETTERS && roomIn(typed.text, keyboard) > 0;
      return fits ? offered(typed.text, typed.composing + key, keyboard) : typed;
    }
    if (typed.composing !== '' && key === ' ') return take(typed, 0, keyboard);
    if (key === MORE_CANDIDATES_KEY) return more(typed, keyboard);
    return append(typed, key, keyboard);
  };

  const press = (typed: Typed, key: string, keyboard: Keyboard): Typed => {
    if (key === 'clear') return NOTHING_TYPED;
    if (key === 'delete')
      return typed.composing === ''
        ? offered(withoutLast(typed.text), '', keyboard)
        : offered(typed.text, typed.composing.slice(0, -1), keyboard);
    if (keyboard.hanzi) return pressHanzi(typed, key, keyboard);
    return append(typed, /^[a-z]$/.test(key) ? key.toUpperCase() : key, keyboard);
  };

  return { press, take };
}
