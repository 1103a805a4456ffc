import { unreachable } from '../../contract/result.ts';
import { columnsOfText, printableText } from './gb18030.ts';
import type { ReceiptDocument, ReceiptLine } from './receipt.ts';
import { wrapColumns } from './wrap.ts';

/** Dots of one column: an ASCII character; a hanzi takes two. */
export const COLUMN_DOTS = 12;

export interface TextStyle {
  readonly align: 'left' | 'center' | 'right';
  readonly size: 1 | 2;
  readonly bold: boolean;
}

/** What goes on the paper, line by line: every text is printable and fits the width. */
export type PrintLine =
  | ({ readonly kind: 'text'; readonly text: string } & TextStyle)
  | { readonly kind: 'qr'; readonly data: string }
  | { readonly kind: 'feed'; readonly lines: number };

const MAX_FEED_LINES = 20;
/** More makes a symbol that a telephone cannot read off 58 mm paper; such data is printed as words. */
const MAX_QR_BYTES = 300;
const PLAIN: TextStyle = { align: 'left', size: 1, bold: false };

const textLine = (text: string, style: TextStyle = PLAIN): PrintLine => ({ kind: 'text', text, ...style });

/** Label left and value right on one line; where both do not fit, the value right-aligned on lines of its own. */
function pairLines(label: string, value: string, columns: number): PrintLine[] {
  const gap = columns - columnsOfText(label) - columnsOfText(value);
  if (gap >= 1) return [textLine(label + ' '.repeat(gap) + value)];
  return [
    ...wrapColumns(label, columns).map((text) => textLine(text)),
    ...wrapColumns(value, columns).map((text) => textLine(' '.repeat(columns - columnsOfText(text)) + text)),
  ];
}

function qrLines(data: string, columns: number): PrintLine[] {
  if (data === '') return [];
  if (Buffer.byteLength(data) <= MAX_QR_BYTES) return [{ kind: 'qr', data }];
  return wrapColumns(data, columns).map((text) => textLine(text));
}

function linesOf(line: ReceiptLine, columns: number): PrintLine[] {
  switch (line.kind) {
    case 'text': {
      const style: TextStyle = { align: line.align ?? 'left', size: line.size ?? 1, bold: line.bold ?? false };
      const texts = wrapColumns(printableText(line.text), Math.floor(columns / style.size));
      return texts.map((text) => textLine(text, style));
    }
    case 'pair':
      return pairLines(printableText(line.label), printableText(line.value), columns);
    case 'rule':
      return [textLine('─'.repeat(Math.floor(columns / 2)))];
    case 'qr':
      return qrLines(printableText(line.data), columns);
    case 'feed':
      return [{ kind: 'feed', lines: Math.min(MAX_FEED_LINES, Math.max(1, Math.trunc(line.lines) || 1)) }];
    default:
      return unreachable(line);
  }
}

/** A receipt cut into lines that fit paper of the given width in dots. */
export function layOutReceipt(document: ReceiptDocument, widthDots: number): PrintLine[] {
  const columns = Math.floor(widthDots / COLUMN_DOTS);
  return document.flatMap((line) => linesOf(line, columns));
}
