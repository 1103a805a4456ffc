import { isPlain } from './characters.ts';
import type { Unit } from './name-index.ts';

/** Which ways lead on from a character and a place in the query; bits 1–7: a whole reading of so many letters. */
export const LONGEST_READING = 7;
export const LITERAL = 1 << 8;
export const INITIAL = 1 << 9;
export const INITIAL_ZH = 1 << 10;
export const UNFINISHED = 1 << 11;
export const MISREAD = 1 << 12;

/**
 * The ways on from one character of a name.
 * @param character typed at this place of the query, `letters` it and those behind it, `rest` how many there are to the end
 */
export function waysFrom(unit: Unit | undefined, character: string, letters: string, rest: number): number {
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
