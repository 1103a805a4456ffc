import type { ContentField } from './compose-content.ts';
import { BODY, INK } from './page-geometry.ts';
import type { Pen, TextStyle } from './pen.ts';
import type { Sheet } from './sheet.ts';

interface FieldStyles {
  readonly label: TextStyle;
  readonly value: TextStyle;
}
const PADDING = { x: 7, y: 5 } as const;
const HALF = BODY.width / 2;
const LABEL_MIN = 66;
const LABEL_MAX = 128;

/** Draws the label/value grid: two fields beside each other where both fit on one line, else one across the page. */
export function drawSubjectBlock(pen: Pen, sheet: Sheet, fields: readonly ContentField[], size: number): void {
  const styles: FieldStyles = { label: { size, colour: INK.soft }, value: { size } };
  const widest = Math.max(...fields.map(({ label }) => pen.width(label, styles.label))) + 2 * PADDING.x;
  const labelWidth = Math.min(Math.max(widest, LABEL_MIN), LABEL_MAX);
  for (const row of pair(pen, fields, labelWidth, styles)) {
    const height = rowHeight(pen, row, labelWidth, styles);
    sheet.room(height);
    row.forEach((field, index) => {
      drawField(
        pen,
        field,
        BODY.left + index * HALF,
        sheet.y,
        row.length === 1 ? BODY.width : HALF,
        labelWidth,
        height,
        styles,
      );
    });
    // After the tints, which would run over them.
    pen.rule(BODY.left, sheet.y, BODY.width);
    sheet.y += height;
    pen.rule(BODY.left, sheet.y, BODY.width);
  }
}

function drawField(
  pen: Pen,
  { label, value }: ContentField,
  left: number,
  top: number,
  width: number,
  labelWidth: number,
  height: number,
  styles: FieldStyles,
): void {
  pen.box(left, top, labelWidth, height, INK.tint);
  const labelLines = pen.lines(label, labelWidth - 2 * PADDING.x, styles.label);
  pen.block(labelLines, left + PADDING.x, top + PADDING.y, labelWidth - 2 * PADDING.x, styles.label);
  const room = width - labelWidth - 2 * PADDING.x;
  pen.block(pen.lines(value, room, styles.value), left + labelWidth + PADDING.x, top + PADDING.y, room, styles.value);
}

function rowHeight(pen: Pen, row: readonly ContentField[], labelWidth: number, styles: FieldStyles): number {
  const room = (row.length === 1 ? BODY.width : HALF) - labelWidth - 2 * PADDING.x;
  const lines = row.flatMap(({ label, value }) => [
    pen.lines(label, labelWidth - 2 * PADDING.x, styles.label).length,
    pen.lines(value, room, styles.value).length,
  ]);
  return Math.max(1, ...lines) * pen.lineHeight(styles.value) + 2 * PADDING.y;
}

function pair(pen: Pen, fields: readonly ContentField[], labelWidth: number, styles: FieldStyles): ContentField[][] {
  const room = HALF - labelWidth - 2 * PADDING.x;
  const fits = (field: ContentField): boolean =>
    !field.value.includes('\n') && pen.width(field.value, styles.value) <= room;
  const rows: ContentField[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    const open = last !== undefined && last.length === 1 && last.every(fits);
    if (open && fits(field)) last.push(field);
    else rows.push([field]);
  }
  return rows;
}
