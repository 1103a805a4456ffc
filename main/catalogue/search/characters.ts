/** Readings are folded to these classes in the index: a–z, 0–9, everything else, and the end of a name. */
export const CLASSES = 38;
export const CLASS_OTHER = 36;
export const CLASS_END = 37;
const LETTER_A = 97;
const LETTERS = 26;
const DIGIT_0 = 48;
const DIGITS = 10;

const COUNTS = /[\p{L}\p{N}]/u;
const LATIN = /\p{Script=Latin}/u;
const NOT_ASCII = /[^ -~]/;
const MARKS = /\p{M}/gu;
const HANZI = /\p{Script=Han}/u;

export interface CountedCharacters {
  /** Letters, digits and hanzi: NFKC, small, Latin without accents. */
  readonly characters: string[];
  /** Where each begins in the text, UTF-16. */
  readonly offsets: number[];
}

/**
 * The characters of a text that a person would type, at most so many: no spaces, no marks, no half surrogates. One
 * code point may become several characters (㈱, ﬁ), which then have the same offset.
 */
export function countedCharacters(text: string, most = Number.POSITIVE_INFINITY): CountedCharacters {
  const characters: string[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const point of text) {
    for (const character of folded(point)) {
      if (!COUNTS.test(character)) continue;
      if (characters.length >= most) return { characters, offsets };
      characters.push(character);
      offsets.push(offset);
    }
    offset += point.length;
  }
  return { characters, offsets };
}

function folded(point: string): string {
  const small = point.normalize('NFKC').toLowerCase();
  return NOT_ASCII.test(small) && LATIN.test(small) ? small.normalize('NFKD').replace(MARKS, '') : small;
}

export const isHanzi = (character: string): boolean => HANZI.test(character);

/** Small Latin letter or digit: what a pad without hanzi can type. */
export const isPlain = (character: string): boolean => classOf(character) < CLASS_OTHER;

/** The class of the first character of a text. */
export function classOf(text: string): number {
  const code = text.charCodeAt(0);
  if (code >= LETTER_A && code < LETTER_A + LETTERS) return code - LETTER_A;
  if (code >= DIGIT_0 && code < DIGIT_0 + DIGITS) return code - DIGIT_0 + LETTERS;
  return CLASS_OTHER;
}
