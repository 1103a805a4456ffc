import { err, ok } from '../../../contract/result.ts';
import { loadFontSet } from '../fonts/font-set.ts';
import { drawNotes, planClosing } from './closing-block.ts';
import { composeContent, textsOf } from './compose-content.ts';
import type { LayoutRequest, LayoutResult } from './layout-request.ts';
import { drawFrames, drawMasthead } from './page-frame.ts';
import { closePdf, openPdf, Pen } from './pen.ts';
import { drawSealRoom } from './seal-room.ts';
import { Sheet } from './sheet.ts';
import { drawSubjectBlock } from './subject-block.ts';
import { drawTable } from './table.ts';

export type { LaidOutDocument, LayoutFailure, LayoutRequest, LayoutResult } from './layout-request.ts';

const TABLE_GAP = 16;

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
  drawMasthead(pen, sheet, content, request.document.verifyUrl);
  drawSubjectBlock(pen, sheet, content.subject);
  const closing = planClosing(pen, content.notes);
  content.tables.forEach((table, index) => {
    sheet.y += TABLE_GAP;
    drawTable(pen, sheet, table, index === content.tables.length - 1 ? closing.height : 0);
  });
  sheet.room(closing.height);
  drawSealRoom(pen, content.seal, drawNotes(pen, closing, sheet.y), request.seal);
  const pages = drawFrames(pen, content);
  return ok({ pdf: await closePdf(doc), pages });
}
