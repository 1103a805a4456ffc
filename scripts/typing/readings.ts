import { pinyin } from 'pinyin-pro';

const PLAIN = { toneType: 'none', type: 'array', v: true } as const;

/** Readings that the library puts last, or does not have, and people here say first: 弄 is a lane in Shanghai. */
const FIRST_HERE: Readonly<Record<string, string>> = { 弄: 'long', 嗯: 'en' };

/** Can be typed with letters a–z, and is more than a sound like `ng`. */
const isSyllable = (reading: string): boolean => /^[a-z]*[aeiouv][a-z]*$/.test(reading);

/** All readings of a character without tones, the likeliest first, then the one it has as a surname; ü is v. */
export function readingsOf(character: string): string[] {
  const first = FIRST_HERE[character];
  const [usual = '', ...others] = pinyin(character, { ...PLAIN, multiple: true });
  const surname = pinyin(character, { ...PLAIN, surname: 'all' });
  return [...new Set([...(first ? [first] : []), usual, ...surname, ...others])].filter(isSyllable);
}

/** The reading of each character of a word. */
export const wordReading = (word: string): string[] => pinyin(word, PLAIN);
