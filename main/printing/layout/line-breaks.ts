/** Width of one character in points. */
export type Measure = (character: string) => number;

/** Closing marks must not begin a line, opening marks must not end one (GB/T 15834 5.1). */
const CLOSING = /^[，。、；：！？）》」』】〕”’…—％%,.;:!?)\]}·]$/u;
const OPENING = /^[（《「『【〔“‘([{]$/u;

/** What holds together: a number, a word of letters, an identifier, hours from–to. */
const WORD = /[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{M}\p{Nd}'’.,:/\-–_@]*|-\d[\d.,]*/u;
/** Everything else may part at every character. */
const TOKEN = new RegExp(`\\n|[ \\u3000]+|${WORD.source}|.`, 'gsu');
const WORDS = new RegExp(WORD, 'gu');

/** A telephone or hours from–to: what is kept whole of a word that has to be cut. */
const NUMBER = /[\p{Nd}:\-–]{1,14}/u;
const NUMBERS = new RegExp(NUMBER, 'gu');
const CUTS = new RegExp(`${NUMBER.source}|.`, 'gsu');

/** The parts of a text that are not broken unless one alone is wider than a line. */
export const wordsOf = (text: string): string[] => text.match(WORDS) ?? [];

/** The numbers in a word that is too long to be kept whole. */
export const numbersOf = (word: string): string[] => word.match(NUMBERS) ?? [];

/**
 * Breaks text into lines no wider than `width` points. A word wider than a line is cut, but not inside a number that
 * fits on one; a character wider than a line has one for itself. Always gives at least one line; no character but spaces at line ends is lost.
 */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const finish = (): void => {
    lines.push(line.trimEnd());
    line = '';
    used = 0;
  };
  for (const piece of pieces(text)) {
    if (piece === '\n') {
      finish();
      continue;
    }
    const pieceWidth = widthOf(piece, measure);
    if (used + pieceWidth > width && line !== '') finish();
    if (line === '' && piece.trim() === '' && lines.length > 0) continue;
    if (pieceWidth <= width) {
      line += piece;
      used += pieceWidth;
      continue;
    }
    for (const cut of cutsOf(piece, width, measure)) {
      const cutWidth = widthOf(cut, measure);
      if (used + cutWidth > width && line !== '') finish();
      line += cut;
      used += cutWidth;
    }
  }
  finish();
  return lines;
}

/** Numbers that fit on a line, and single characters. */
const cutsOf = (piece: string, width: number, measure: Measure): string[] =>
  (piece.match(CUTS) ?? []).flatMap((cut) => (widthOf(cut, measure) <= width ? [cut] : [...cut]));

/** Width of a text on one line, in points. */
export function widthOf(text: string, measure: Measure): number {
  let width = 0;
  for (const character of text) width += measure(character);
  return width;
}

/** Tokens, with closing marks joined to what stands before them and opening marks to what follows. */
function pieces(text: string): string[] {
  const joined: string[] = [];
  let open = false;
  for (const token of text.match(TOKEN) ?? []) {
    const last = joined.at(-1);
    const joins = last !== undefined && last !== '\n' && last.trim() !== '' && (open || CLOSING.test(token));
    if (joins && token !== '\n' && token.trim() !== '') joined[joined.length - 1] = last + token;
    else joined.push(token);
    open = OPENING.test(token);
  }
  return joined;
}
