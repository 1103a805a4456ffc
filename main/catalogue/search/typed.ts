import { countedCharacters, isHanzi } from './characters.ts';
import { spell } from './spell.ts';
import { simplified } from './traditional.ts';

/** Whoever types more has found it or never will. */
export const LONGEST_QUERY = 64;

/**
 * The characters of what was typed, simplified.
 * @param known characters that some name has: a traditional one among them is left, 乾 in a name is that and no 干
 */
export const charactersTyped = (text: string, known: ReadonlyMap<string, unknown>): readonly string[] =>
  countedCharacters(text.slice(0, LONGEST_QUERY), LONGEST_QUERY).characters.map((each) =>
    known.has(each) ? each : simplified(each),
  );

export const hanziIn = (query: readonly string[]): number => query.filter(isHanzi).length;

/** The query can be first letters with one of them wrong: with two that begin no syllable it cannot. */
export const mayBeInitials = (query: readonly string[]): boolean =>
  query.filter((letter) => letter === 'i' || letter === 'u' || letter === 'v').length < 2;

/** How it sounds, as letters in a row. */
export const soundOf = (query: readonly string[]): string =>
  spell(query.join(''))
    .readings.map(([first = '']) => first)
    .join('');
