import { customPinyin, pinyin } from 'pinyin-pro';
import { countedCharacters, isHanzi } from './characters.ts';
import { CORRECTED, livingReadings } from './heteronyms.ts';
import type { Spelling } from './types.ts';

customPinyin(CORRECTED);

/** Sixteen times the longest name: what stands behind it is not spelled. */
const LONGEST = 1024;

/**
 * How a text can be typed. A hanzi has the reading of its word first (银行 yin hang), then the others that are in use;
 * ü stands both as v and as u. Anything that is no hanzi is read as itself. Takes about 25 µs a name; never throws.
 */
export function spell(text: string): Spelling {
  const { characters, offsets } = countedCharacters(text.slice(0, LONGEST));
  const inContext = readInContext(characters, offsets);
  const readings = characters.map((character, at) =>
    isHanzi(character) ? readingsOf(character, inContext[at] ?? character) : [character],
  );
  return { characters, readings, offsets };
}

/** One reading for each character; words do not reach over a mark or a space. */
function readInContext(characters: readonly string[], offsets: readonly number[]): readonly string[] {
  const spaced: string[] = [];
  const places: number[] = [];
  let after = 0;
  for (const [at, character] of characters.entries()) {
    const offset = offsets[at] ?? 0;
    if (at > 0 && offset > after) spaced.push(' ');
    places.push(spaced.length);
    spaced.push(character);
    after = offset + character.length;
  }
  const read = pinyin(spaced.join(''), { type: 'array', toneType: 'none', v: true });
  // Should the dictionary count characters differently, each is read alone: a worse order, but the same readings.
  if (read.length !== spaced.length) return characters.map(readAlone);
  return places.map((place) => read[place] ?? '');
}

const readAlone = (character: string): string =>
  pinyin(character, { type: 'array', toneType: 'none', v: true })[0] ?? character;

const READING = /^[a-z]{1,6}$/;

function readingsOf(character: string, inContext: string): readonly string[] {
  const all = [inContext, ...livingReadings(character)].filter((reading) => READING.test(reading));
  const typed = all.flatMap((reading) => (/^[ln]v/.test(reading) ? [reading, reading.replace('v', 'u')] : [reading]));
  return typed.length > 0 ? [...new Set(typed)] : [character];
}
