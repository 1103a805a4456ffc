import { foldSyllable } from './accent.ts';
import type { NameIndex, Unit } from './name-index.ts';
import { View } from './view.ts';

/** The names written in each of the ways that the weaker levels look through. */
export interface Views {
  readonly letters: View;
  readonly initials: View;
  readonly characters: View;
  /** As somebody with a southern accent hears them. */
  readonly accent: View;
}

export const viewsOf = (index: NameIndex): Views => ({
  letters: new View(index, firstReading, { narrow: false, latin: true }),
  initials: new View(index, (unit) => firstReading(unit).charAt(0), { narrow: true, latin: true }),
  characters: new View(index, ({ character }) => oneUnit(character), { narrow: true, latin: false }),
  accent: new View(index, (unit) => foldSyllable(firstReading(unit)), { narrow: false, latin: true }),
});

const firstReading = (unit: Unit): string => unit.readings[0] ?? unit.character;

/** The view of characters needs one UTF-16 unit for each: those beyond the first plane become one and the same. */
export const oneUnit = (character: string): string => (character.length === 1 ? character : '\ufffd');
