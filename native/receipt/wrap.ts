import { columnsOf, columnsOfText, graphemes } from './gb18030.ts';

/** Must not begin a line. */
const CLOSING = /^[，。、；：！？）》】」』”’…·,.;:!?)\]}]/u;
/** Must not end a line. */
const OPENING = /[（《【「『“‘([{]$/u;
const WORD = /^[!-~]$/;

/** Pieces that should stay together: Latin words and numbers, a hanzi with the punctuation that belongs to it. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let last = '';
  for (const grapheme of graphemes(text)) {
    const joins =
      last !== '' && ((WORD.test(last) && WORD.test(grapheme)) || CLOSING.test(grapheme) || OPENING.test(last));
    if (joins) found.push((found.pop() ?? '') + grapheme);
    else found.push(grapheme);
    last = grapheme;
  }
  return found;
}

/** A piece wider than a line, cut where the line ends, or after a dash not far before. */
function chop(piece: string, columns: number): string[] {
  const parts: string[] = [];
  let part: string[] = [];
  for (const grapheme of graphemes(piece)) {
    if (part.length > 0 && columnsOfText(part.join('')) + columnsOf(grapheme) > columns) {
      const dash = part.lastIndexOf('-') + 1;
      const end = dash > part.length / 2 ? dash : part.length;
      parts.push(part.slice(0, end).join(''));
      part = part.slice(end);
    }
    part.push(grapheme);
  }
  return [...parts, part.join('')];
}

/**
 * Breaks printable text into lines of at most `columns` columns (two for a hanzi). Nothing is lost but the spaces at a break.
 * Always at least one line, which may be empty.
 */
export function wrapColumns(text: string, columns: number): string[] {
  if (columnsOfText(text) <= columns) return [text];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const whole of pieces(text)) {
    for (const piece of columnsOfText(whole) > columns ? chop(whole, columns) : [whole]) {
      const needed = columnsOfText(piece);
      if (used + needed <= columns) {
        line += piece;
        used += needed;
        continue;
      }
      lines.push(line.trimEnd());
      line = piece === ' ' ? '' : piece;
      used = line === '' ? 0 : needed;
    }
  }
  lines.push(line);
  return lines;
}
