import { INK, SIZE } from './page-geometry.ts';
import type { Pen } from './pen.ts';

const STYLE = { size: SIZE.text } as const;
/** Room for handwriting above each line. */
const ROW = 27;
const GAP_BELOW = 8;
const DATE = '日期：';
/** Shorter than this nobody can sign on. */
const LEAST_LINE = 90;

interface Signature {
  /** The label; its last line stands before the line for the name. */
  readonly lines: readonly string[];
  readonly height: number;
}

export interface SignatureRoom {
  readonly width: number;
  readonly signatures: readonly Signature[];
  readonly height: number;
}

/** Who signs, one below the other: a line for the name and one for the date. */
export function planSignatures(pen: Pen, labels: readonly string[], width: number): SignatureRoom {
  const signatures = labels.map((label) => {
    const lines = pen.lines(`${label}：`, width - LEAST_LINE, STYLE);
    return { lines, height: (lines.length - 1) * pen.lineHeight(STYLE) + 2 * ROW + GAP_BELOW };
  });
  return { width, signatures, height: signatures.reduce((sum, { height }) => sum + height, 0) };
}

export function drawSignatures(pen: Pen, { width, signatures }: SignatureRoom, left: number, top: number): void {
  let y = top;
  for (const { lines, height } of signatures) {
    const before = pen.block(lines.slice(0, -1), left, y, width, STYLE);
    drawRow(pen, lines.at(-1) ?? '', left, before, width);
    drawRow(pen, DATE, left, before + ROW, width);
    y += height;
  }
}

function drawRow(pen: Pen, label: string, left: number, top: number, width: number): void {
  const base = top + ROW;
  pen.line(label, left, base - pen.lineHeight(STYLE), width, STYLE);
  const used = pen.width(label, STYLE) + 4;
  pen.rule(left + used, base, width - used, INK.text, 0.6);
}
