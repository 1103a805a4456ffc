import { columnWidths } from './column-widths.ts';
import type { ContentTable } from './compose-content.ts';
import { numbersOf, wordsOf } from './line-breaks.ts';
import { BODY, SIZE } from './page-geometry.ts';
import type { Pen, TextStyle } from './pen.ts';

export const CELL_PADDING = { x: 5, y: 3.6 } as const;

/** Tried in turn until no number or date has to be broken. */
const SIZES = [SIZE.reading, 10.5, 10, SIZE.text, 9, 8.5, 8, 7.5] as const;

/** Lines of each cell of a row. */
export type CellLines = readonly (readonly string[])[];

export interface TablePlan {
  readonly columns: readonly {
    readonly left: number;
    readonly width: number;
    readonly align: 'left' | 'center' | 'right';
  }[];
  readonly headStyle: TextStyle;
  readonly cellStyle: TextStyle;
  readonly head: CellLines;
  readonly rows: readonly CellLines[];
}

/** Finds size, `largest` at most, and widths for a table and breaks its cells into lines. */
export function planTable(pen: Pen, table: ContentTable, largest: number): TablePlan {
  const wishes = wishesAtOnePoint(pen, table);
  const attempt = (size: number) =>
    columnWidths(
      wishes.map(({ share, least, natural }) => ({
        share,
        least: least * size + 2 * CELL_PADDING.x + 0.1,
        natural: natural * size + 2 * CELL_PADDING.x + 0.1,
      })),
      BODY.width,
    );
  const sizes = SIZES.filter((candidate) => candidate <= largest);
  const size = sizes.find((candidate) => !attempt(candidate).tight) ?? sizes.at(-1) ?? SIZE.text;
  const { widths } = attempt(size);
  const headStyle = { size, weight: 'bold' } as const;
  const cellStyle = { size } as const;
  const cut = (text: string, index: number, style: TextStyle): string[] =>
    pen.lines(text, Math.max((widths[index] ?? 0) - 2 * CELL_PADDING.x, 1), style);
  let left: number = BODY.left;
  const columns = table.columns.map(({ align }, index) => {
    const column = { left, width: widths[index] ?? 0, align };
    left += column.width;
    return column;
  });
  return {
    columns,
    headStyle,
    cellStyle,
    head: table.columns.map(({ label }, index) => cut(label, index, headStyle)),
    rows: table.rows.map((row) => row.map((text, index) => cut(text, index, cellStyle))),
  };
}

/** Numbers of vouchers and telephones stay on one line, up to this many ems; longer ones may be cut. */
const WORD_MAX = 11;

/** Width of the widest word of a column that should not be broken, at one point. */
function widestWord(pen: Pen, table: ContentTable, index: number): number {
  const width = (text: string): number => pen.width(text, { size: 1 });
  const words = table.rows.flatMap((row) => wordsOf(row[index] ?? ''));
  const kept = words.flatMap((word) => (width(word) <= WORD_MAX ? [word] : numbersOf(word)));
  return kept.reduce((widest, word) => Math.max(widest, width(word)), 0);
}

/** Widths at a size of one point: measured once, good for every size. */
function wishesAtOnePoint(pen: Pen, table: ContentTable): { share: number; least: number; natural: number }[] {
  return table.columns.map(({ label, width: share, whole }, index) => {
    const bold = { size: 1, weight: 'bold' } as const;
    // A unit in brackets may stand on the second line of a header.
    const head = Math.max(...label.split(/(?=（)/).map((part) => pen.width(part, bold)));
    const cells = table.rows.reduce((widest, row) => Math.max(widest, pen.width(row[index] ?? '', { size: 1 })), 0);
    const least = whole
      ? Math.max(head, cells)
      : Math.max(Math.min(head, 6), Math.min(cells, 4), widestWord(pen, table, index));
    return { share, least, natural: Math.max(head, cells) };
  });
}
