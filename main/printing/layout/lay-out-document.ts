import { err, ok } from '../../../contract/result.ts';
import { loadFontSet } from '../fonts/font-set.ts';
import { drawClosing, planClosing } from './closing-block.ts';
import { composeContent, textsOf } from './compose-content.ts';
import type { LayoutRequest, LayoutResult } from './layout-request.ts';
import { drawFrames, drawMasthead } from './page-frame.ts';
import { drawParagraph, leastHeight, type Paragraph, planParagraphs } from './paragraphs.ts';
import { closePdf, openPdf, Pen } from './pen.ts';
import { Sheet } from './sheet.ts';
import { drawSubjectBlock } from './subject-block.ts';
import { drawTable } from './table.ts';

export type { LaidOutDocument, LayoutFailure, LayoutRequest, LayoutResult } from './layout-request.ts';

const TABLE_GAP = 16;
const PROSE_GAP = 10;

/**
 * Lays a record out on A4 pages and gives the PDF with its number of pages. Text can be copied out of it exactly as it
 * went in; the same request gives the same bytes. Fails with `document.unprintableCharacter` when a character of the
 * record, the holder or the kiosk is in no shipped font: nothing is ever printed with a character missing.
 *
 * Works in the calling thread (tens of milliseconds); the core uses `openDocumentLayout`.
 */
export async function layOutDocument(request: LayoutRequest): Promise<LayoutResult> {
  const fonts = await loadFontSet();
  const content = composeContent(request);
  // Bold has what regular has, so every text is checked once. Line ends are broken, not drawn.
  const printable = textsOf(content).every((text) => fonts.split(text.replaceAll('\n', ''), 'regular').ok);
  if (!printable) return err('document.unprintableCharacter');

  const doc = openPdf(content.title, request.printedAt);
  const pen = new Pen(doc, fonts);
  const sheet = new Sheet(pen);
  drawMasthead(pen, sheet, content);
  drawSubjectBlock(pen, sheet, content.subject, content.textSize);
  drawProse(pen, sheet, planParagraphs(pen, content.opening), 0);
  const closing = planClosing(pen, content);
  const prose = planParagraphs(pen, content.closing);
  content.tables.forEach((table, index) => {
    sheet.y += TABLE_GAP;
    const after = index === content.tables.length - 1 ? heightAfter(prose, closing.height) : 0;
    drawTable(pen, sheet, table, content, after);
  });
  drawProse(pen, sheet, prose, closing.height);
  drawClosing(pen, sheet, closing, content.seal, request.seal);
  const pages = drawFrames(pen, content);
  return ok({ pdf: await closePdf(doc), pages });
}

/** Draws paragraphs; `after` must follow the last of them on its page, so that nobody signs below nothing. */
function drawProse(pen: Pen, sheet: Sheet, paragraphs: readonly Paragraph[], after: number): void {
  if (paragraphs.length > 0) sheet.y += PROSE_GAP;
  paragraphs.forEach((paragraph, index) => {
    drawParagraph(pen, sheet, paragraph, index === paragraphs.length - 1 ? after : 0);
  });
}

/** What must follow the last table on its page: the closing block, or the beginning of the prose before it. */
function heightAfter(prose: readonly Paragraph[], closing: number): number {
  const [first, ...more] = prose;
  if (first === undefined) return closing;
  return PROSE_GAP + (more.length === 0 ? first.height + closing : leastHeight(first));
}
