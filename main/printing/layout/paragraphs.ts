import { BODY, SIZE } from './page-geometry.ts';
import type { Pen } from './pen.ts';
import type { Sheet } from './sheet.ts';

const STYLE = { size: SIZE.prose } as const;
/** Prose is read line after line, and needs more air than a table. */
const STEP = SIZE.prose * 1.75;
const GAP = 3;
const INDENT = '\u3000\u3000';
/** A paragraph is never parted so that fewer of its lines stand alone. */
const KEPT_LINES = 2;

export interface Paragraph {
  readonly lines: readonly string[];
  /** With the gap below it. */
  readonly height: number;
}

/** Breaks paragraphs into lines: the first line of each is indented, but for one that addresses somebody. */
export function planParagraphs(pen: Pen, texts: readonly string[]): Paragraph[] {
  return texts.map((text) => {
    const addresses = text.endsWith('：') && pen.width(text, STYLE) <= BODY.width;
    const lines = pen.lines(addresses ? text : INDENT + text, BODY.width, STYLE);
    return { lines, height: lines.length * STEP + GAP };
  });
}

/** Height that must be free before a paragraph is begun: all of a short one, else its first lines. */
export const leastHeight = ({ lines, height }: Paragraph): number =>
  lines.length < 2 * KEPT_LINES ? height : KEPT_LINES * STEP;

/** Draws a paragraph, over two pages if need be; `after` is what must follow on the page of its last line. */
export function drawParagraph(pen: Pen, sheet: Sheet, paragraph: Paragraph, after = 0): void {
  const { lines } = paragraph;
  sheet.room(leastHeight(paragraph));
  lines.forEach((line, index) => {
    const left = lines.length - index;
    // Where the rest has to stay together with what follows, it goes over together.
    if (left === Math.min(KEPT_LINES, lines.length)) sheet.room(left * STEP + GAP + after);
    else sheet.room(STEP);
    pen.line(line, BODY.left, sheet.y + (STEP - pen.lineHeight(STYLE)) / 2, BODY.width, STYLE);
    sheet.y += STEP;
  });
  sheet.y += GAP;
}
