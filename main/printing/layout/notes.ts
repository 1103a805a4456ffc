import type { DocumentContent } from './compose-content.ts';
import { BODY, INK, SIZE } from './page-geometry.ts';
import type { Pen } from './pen.ts';
import { FULL_PAGE, type Sheet } from './sheet.ts';

const HEADING_STYLE = { size: SIZE.note, weight: 'bold', colour: INK.soft } as const;
const NOTE_STYLE = { size: SIZE.note, colour: INK.soft } as const;
const NUMBER_WIDTH = 14;

export interface Notes {
  readonly heading: string;
  readonly height: number;
  readonly width: number;
  readonly lines: readonly (readonly string[])[];
}

export function planNotes(pen: Pen, { notes, words }: Pick<DocumentContent, 'notes' | 'words'>, width: number): Notes {
  const lines = notes.map((note) => pen.lines(note, width - NUMBER_WIDTH, NOTE_STYLE));
  const count = lines.flat().length + (notes.length > 0 ? 1 : 0);
  return { heading: words.notes, width, lines, height: count * pen.lineHeight(NOTE_STYLE) };
}

/** Too long to be kept together with anything. */
export const areLong = ({ height }: Notes): boolean => height > FULL_PAGE / 3;

/** Draws all notes below one another from `top` on. */
export function drawNotes(pen: Pen, notes: Notes, top: number): void {
  let y = top;
  for (const draw of linesOf(pen, notes)) {
    draw(y);
    y += pen.lineHeight(NOTE_STYLE);
  }
}

/** Draws notes over as many pages as they need. */
export function drawLongNotes(pen: Pen, sheet: Sheet, notes: Notes): void {
  const step = pen.lineHeight(NOTE_STYLE);
  // The heading is never the last thing on a page.
  sheet.room(2 * step);
  for (const draw of linesOf(pen, notes)) {
    sheet.room(step);
    draw(sheet.y);
    sheet.y += step;
  }
}

/** One drawing per line: the heading, then each note with its number before its first line. */
function linesOf(pen: Pen, { heading: title, lines, width }: Notes): ((y: number) => void)[] {
  if (lines.length === 0) return [];
  const heading = (y: number): void => pen.line(title, BODY.left, y, width, HEADING_STYLE);
  const notes = lines.flatMap((note, index) =>
    note.map((line, part) => (y: number): void => {
      if (part === 0) pen.line(`${index + 1}.`, BODY.left, y, NUMBER_WIDTH, NOTE_STYLE);
      pen.line(line, BODY.left + NUMBER_WIDTH, y, width - NUMBER_WIDTH, NOTE_STYLE);
    }),
  );
  return [heading, ...notes];
}
