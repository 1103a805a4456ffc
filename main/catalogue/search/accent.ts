/**
 * Southern accents: z/zh, c/ch, s/sh, n/l at the beginning and n/ng at the end of a syllable sound alike. Folded the same
 * way, a name and what a person typed by ear are equal.
 */
export const foldSyllable = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^l/, 'n')
    .replace(/ng$/, 'n');

/** Letters without borders between syllables: ng before a vowel may be n and g…, so it is left alone. */
export const foldLetters = (letters: string): string =>
  letters
    .replace(/([zcs])h/g, '$1')
    .replace(/l/g, 'n')
    .replace(/ng(?![aeiouv])/g, 'n');
