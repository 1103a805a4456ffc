import type { DocumentContent } from './compose-content.ts';
import { BODY, FOOT_TOP, INK, SIZE } from './page-geometry.ts';
import type { Pen, TextStyle } from './pen.ts';
import type { Sheet } from './sheet.ts';
import { drawVerifyCode, VERIFY_CODE_SIZE } from './verify-code.ts';

/** The largest at which the title needs one line; the smallest if none does. */
const TITLE_SIZES = [SIZE.title, 20, 19, 18, 17] as const;
const NUMBER_STYLE = { size: 9, colour: INK.soft, align: 'center' } as const;
const FOOT_STYLE = { size: SIZE.foot, colour: INK.soft } as const;
/** Left free on both sides of the title, so that it stays in the middle of the page beside the code. */
const TITLE_SIDE = VERIFY_CODE_SIZE + 18;
const MASTHEAD_HEIGHT = VERIFY_CODE_SIZE + 26;

/** Title in the middle, number below it, code on the right: the head of the first page. Lower without a code. */
export function drawMasthead(pen: Pen, sheet: Sheet, content: DocumentContent): void {
  const top = sheet.y;
  if (content.code) drawVerifyCode(pen, content.code, BODY.right - VERIFY_CODE_SIZE, top);
  const side = content.code ? TITLE_SIDE : 0;
  const width = BODY.width - 2 * side;
  const styleOf = (size: number) => ({ size, weight: 'bold', align: 'center' }) as const;
  const style = styleOf(TITLE_SIZES.find((size) => pen.width(content.title, styleOf(size)) <= width) ?? 17);
  const lines = evenLines(pen, content.title, width, style);
  const labels = content.label === '' ? [] : pen.lines(content.label, width, NUMBER_STYLE);
  const height = lines.length * pen.lineHeight(style) + 6 + labels.length * pen.lineHeight(NUMBER_STYLE);
  const start = top + (content.code ? Math.max((VERIFY_CODE_SIZE - height) / 2, 0) : 0);
  const below = pen.block(lines, BODY.left + side, start, width, style) + 6;
  pen.block(labels, BODY.left + side, below, width, NUMBER_STYLE);
  sheet.y = top + Math.max(content.code ? MASTHEAD_HEIGHT : 0, height + 12);
}

/** A title on as many lines as it needs, about equally long: never one hanzi alone below a full line. */
function evenLines(pen: Pen, title: string, width: number, style: TextStyle): string[] {
  const full = pen.lines(title, width, style);
  for (let narrow = pen.width(title, style) / full.length; narrow < width; narrow += style.size / 2) {
    const lines = pen.lines(title, narrow, style);
    if (lines.length <= full.length) return lines;
  }
  return full;
}

/** Running head and foot of every page; drawn last, when the number of pages is known. */
export function drawFrames(pen: Pen, content: DocumentContent): number {
  const { count } = pen.doc.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    pen.doc.switchToPage(index);
    if (index > 0) drawRunningHead(pen, content);
    drawFoot(pen, content, index + 1, count);
  }
  return count;
}

function drawRunningHead(pen: Pen, { title, label }: DocumentContent): void {
  const top = 44;
  pen.line(pen.lines(title, BODY.width * 0.6, FOOT_STYLE)[0] ?? '', BODY.left, top, BODY.width, FOOT_STYLE);
  const right = pen.lines(label, BODY.width * 0.38, FOOT_STYLE)[0] ?? '';
  pen.line(right, BODY.left, top, BODY.width, { ...FOOT_STYLE, align: 'right' });
  pen.rule(BODY.left, top + 16, BODY.width);
}

function drawFoot(pen: Pen, { title, label, foot, words }: DocumentContent, page: number, pages: number): void {
  const second = FOOT_TOP + 5 + pen.lineHeight(FOOT_STYLE);
  const at = (text: string, y: number, align: 'left' | 'center' | 'right'): void =>
    pen.line(text, BODY.left, y, BODY.width, { ...FOOT_STYLE, align });
  pen.rule(BODY.left, FOOT_TOP, BODY.width);
  const room = BODY.width * 0.66;
  at(pen.lines(label === '' ? title : label, room, FOOT_STYLE)[0] ?? '', FOOT_TOP + 5, 'left');
  at(words.page(page, pages), FOOT_TOP + 5, 'right');
  at(pen.lines(words.terminal(foot.terminal), room, FOOT_STYLE)[0] ?? '', second, 'left');
  at(words.printedAt(foot.printedAt), second, 'right');
}
