import type { ContentTable, DocumentContent } from './compose-content.ts';
import { BODY, INK, SIZE } from './page-geometry.ts';
import type { Pen, TextStyle } from './pen.ts';
import { FULL_PAGE, type Sheet } from './sheet.ts';
import { CELL_PADDING, type CellLines, planTable, type TablePlan } from './table-plan.ts';

const TITLE_STYLE = { size: SIZE.heading, weight: 'bold' } as const;
const TITLE_GAP = 5;
/**
 * Rows that a table begins with, and that go to the last page together with what follows it, so that a seal never
 * stands on an empty page.
 */
const KEPT_ROWS = 2;

/**
 * Draws a table over as many pages as it needs; title and header stand again on each. A row is never split, unless it
 * alone is higher than a page. `after` is the height of what must follow the last row on its page; 0 for nothing.
 */
export function drawTable(
  pen: Pen,
  sheet: Sheet,
  table: ContentTable,
  { textSize, words }: Pick<DocumentContent, 'textSize' | 'words'>,
  after: number,
): void {
  const plan = planTable(pen, table, textSize);
  const heights = plan.rows.map((row) => rowHeight(pen, row, plan.cellStyle));
  const headHeight = rowHeight(pen, plan.head, plan.headStyle);
  const titleHeight = pen.lineHeight(TITLE_STYLE) + TITLE_GAP;
  const fits = FULL_PAGE - titleHeight - headHeight;
  const emptyHeight = rowHeight(pen, [], plan.cellStyle);

  /** Height that must be free before a row is begun. */
  const needed = (index: number): number => {
    const height = heights[index] ?? emptyHeight;
    const lastRows = sum(heights.slice(index)) + after;
    const begins = index === Math.max(heights.length - KEPT_ROWS, 0);
    return begins && lastRows <= fits ? lastRows : Math.min(height, fits);
  };
  /** Colour of the rule that the next row lies under; drawn again where a tint has run over it. */
  let above: string = INK.rule;
  const drawHead = (title: string): void => {
    drawTitle(pen, sheet, title);
    pen.box(BODY.left, sheet.y, BODY.width, headHeight, INK.tint);
    pen.rule(BODY.left, sheet.y, BODY.width, INK.text, 0.8);
    drawCells(pen, sheet.y, plan, plan.head, headHeight, plan.headStyle);
    sheet.y += headHeight;
    pen.rule(BODY.left, sheet.y, BODY.width);
    above = INK.rule;
  };
  const roomForRow = (height: number): void => {
    if (sheet.fits(height)) return;
    sheet.turn();
    drawHead(words.continued(table.title));
  };

  // A header is never the last thing on a page, nor is it there with one row of several.
  const begun = Math.max(needed(0), Math.min(sum(heights.slice(0, KEPT_ROWS)), fits));
  sheet.room(titleHeight + headHeight + begun);
  drawHead(table.title);
  plan.rows.forEach((row, index) => {
    roomForRow(needed(index));
    for (const part of (heights[index] ?? 0) <= fits ? [row] : partsOf(pen, row, fits, plan.cellStyle)) {
      const height = rowHeight(pen, part, plan.cellStyle);
      roomForRow(height);
      if (index % 2 === 1) {
        pen.box(BODY.left, sheet.y, BODY.width, height, INK.zebra);
        pen.rule(BODY.left, sheet.y, BODY.width, above);
      }
      drawCells(pen, sheet.y, plan, part, height, plan.cellStyle);
      sheet.y += height;
      pen.rule(BODY.left, sheet.y, BODY.width, INK.hairline);
      above = INK.hairline;
    }
  });
  if (plan.rows.length === 0) {
    const style = { ...plan.cellStyle, colour: INK.soft, align: 'center' } as const;
    pen.line(words.noRows, BODY.left, sheet.y + CELL_PADDING.y, BODY.width, style);
    sheet.y += emptyHeight;
  }
  pen.rule(BODY.left, sheet.y, BODY.width, INK.text, 0.8);
}

function drawTitle(pen: Pen, sheet: Sheet, title: string): void {
  const height = pen.lineHeight(TITLE_STYLE);
  pen.box(BODY.left, sheet.y + 2.5, 3, height - 5, INK.text);
  pen.line(title, BODY.left + 9, sheet.y, BODY.width - 9, TITLE_STYLE);
  sheet.y += height + TITLE_GAP;
}

function drawCells(pen: Pen, top: number, plan: TablePlan, cells: CellLines, height: number, style: TextStyle): void {
  plan.columns.forEach(({ left, width, align }, index) => {
    const lines = cells[index] ?? [];
    const first = top + (height - lines.length * pen.lineHeight(style)) / 2;
    pen.block(lines, left + CELL_PADDING.x, first, width - 2 * CELL_PADDING.x, { ...style, align });
  });
}

/** A row higher than a page, cut at line ends into parts that fit. */
function partsOf(pen: Pen, row: CellLines, height: number, style: TextStyle): CellLines[] {
  const perPart = Math.max(1, Math.floor((height - 2 * CELL_PADDING.y) / pen.lineHeight(style)));
  const parts = Math.ceil(Math.max(...row.map((lines) => lines.length)) / perPart);
  return Array.from({ length: parts }, (_, part) =>
    row.map((lines) => lines.slice(part * perPart, (part + 1) * perPart)),
  );
}

const rowHeight = (pen: Pen, row: CellLines, style: TextStyle): number =>
  Math.max(1, ...row.map((lines) => lines.length)) * pen.lineHeight(style) + 2 * CELL_PADDING.y;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
