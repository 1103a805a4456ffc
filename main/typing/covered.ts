/** How much of the letters an entry stands for. */
export interface Covered {
  readonly letters: number;
  /** Syllables that are not written out. */
  readonly shortened: number;
}

/** Letters of a syllable that can stand for all of it: `z` and `zh` for `zhong`, and how far the typed letters got. */
function lengthsOf(syllable: string, letters: string, from: number): number[] {
  let same = 0;
  while (same < syllable.length && syllable[same] === letters[from + same]) same += 1;
  if (same === 0) return [];
  const lengths = [same === syllable.length || from + same === letters.length ? same : 0, 1];
  if (same >= 2 && syllable[1] === 'h') lengths.push(2);
  return lengths.filter((length, index) => length > 0 && lengths.indexOf(length) === index);
}

const better = (a: Covered, b: Covered | undefined): boolean =>
  !b || a.letters > b.letters || (a.letters === b.letters && a.shortened < b.shortened);

/**
 * The most of the letters, from their beginning, that these syllables can be read from: each in full, by its initial, or
 * at the end of the letters unfinished. Undefined: not all of them are there.
 */
export function covered(syllables: readonly string[], letters: string, at = 0, from = 0): Covered | undefined {
  const syllable = syllables[at];
  if (syllable === undefined) return { letters: from, shortened: 0 };
  let best: Covered | undefined;
  for (const length of lengthsOf(syllable, letters, from)) {
    const rest = covered(syllables, letters, at + 1, from + length);
    if (!rest) continue;
    const whole = { letters: rest.letters, shortened: rest.shortened + (length === syllable.length ? 0 : 1) };
    if (better(whole, best)) best = whole;
  }
  return best;
}
