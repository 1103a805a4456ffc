/** One cell in the line buffer: a character, or blank paper. */
export interface Cell {
  readonly text: string;
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bold: boolean;
}

/** Something on the paper at its place, dots from the top left of the printable area. */
export type Mark =
  | ({ readonly kind: 'cell'; readonly x: number; readonly y: number } & Cell)
  | {
      readonly kind: 'image';
      readonly x: number;
      readonly y: number;
      readonly widthBytes: number;
      readonly rows: Uint8Array;
      readonly scaleX: number;
      readonly scaleY: number;
    }
  | { readonly kind: 'qr'; readonly x: number; readonly y: number; readonly data: string; readonly moduleDots: number };

export type Justification = 'left' | 'center' | 'right';

/** Paper between two cuts. */
export interface Strip {
  marks: Mark[];
  textLines: string[];
  heightDots: number;
}

export const emptyStrip = (): Strip => ({ marks: [], textLines: [], heightDots: 0 });

const COLUMN_DOTS = 12;

export function startOf(widthDots: number, printable: number, justification: Justification): number {
  const free = Math.max(0, printable - widthDots);
  return justification === 'left' ? 0 : justification === 'center' ? Math.floor(free / 2) : free;
}

export function addLine(strip: Strip, cells: readonly Cell[], printable: number, justification: Justification): void {
  const width = cells.reduce((sum, cell) => sum + cell.widthDots, 0);
  const height = Math.max(0, ...cells.map((cell) => cell.heightDots));
  let x = startOf(width, printable, justification);
  let text = ' '.repeat(Math.round(x / COLUMN_DOTS));
  for (const cell of cells) {
    strip.marks.push({ kind: 'cell', x, y: strip.heightDots + height - cell.heightDots, ...cell });
    text += cell.text;
    x += cell.widthDots;
  }
  strip.textLines.push(text.trimEnd());
}

/** Bands of one picture are one sign in the text form. */
export function addTextSign(strip: Strip, sign: string, continues: boolean): void {
  if (!(continues && strip.textLines.at(-1) === sign)) strip.textLines.push(sign);
}
