import { degrees, PDFDocument, type PDFPage } from 'pdf-lib';
import { loadFontSet } from '../fonts/font-set.ts';
import { cleanText } from '../layout/clean-text.ts';
import { INK } from '../layout/page-geometry.ts';
import { closePdf, openPdf, Pen } from '../layout/pen.ts';
import { shanghaiTime } from '../shanghai-time.ts';

export interface DeliveredStamp {
  readonly kiosk: { readonly id: string; readonly site: string };
  /** Document number. */
  readonly number: string;
  readonly printedAt: Date;
}

export interface StampedPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

const SIZES = [7.5, 7, 6.5, 6, 5.5, 5] as const;
/** Height of the strip at the foot of the page, and where its line stands: above what printers cannot reach (4.2 mm). */
const STRIP_HEIGHT = 30;
const LINE_TOP = 7;
const SIDE = 24;

/** Stamps in the calling thread; see `stampDelivered`. */
export async function stampPdf(bytes: Uint8Array, stamp: DeliveredStamp): Promise<StampedPdf> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = document.getPages();
  // The lines are drawn by the same pen as our own documents, so that they have the same characters in the same fonts,
  // and laid over the pages as a strip.
  const strips = await document.embedPdf(
    await drawStrips(pages, stamp),
    pages.map((_, index) => index),
  );
  pages.forEach((page, index) => {
    const strip = strips[index];
    if (strip !== undefined) page.drawPage(strip, placeOf(page));
  });
  return { pdf: await document.save({ updateFieldAppearances: false, addDefaultPage: false }), pages: pages.length };
}

async function drawStrips(pages: readonly PDFPage[], stamp: DeliveredStamp): Promise<Uint8Array> {
  const doc = openPdf('', stamp.printedAt);
  const pen = new Pen(doc, await loadFontSet());
  const { kiosk, number, printedAt } = stamp;
  pages.forEach((page, index) => {
    const { width } = shown(page);
    doc.addPage({ size: [width, STRIP_HEIGHT], margin: 0 });
    const machine = `自助终端：${kiosk.id} ${kiosk.site}`.replaceAll('\n', ' ');
    const text = cleanText(
      `${machine}　打印时间：${shanghaiTime(printedAt)}　编号：${number}　第 ${index + 1} 页 共 ${pages.length} 页`,
    );
    const styleOf = (size: number) => ({ size, colour: INK.soft, align: 'center' }) as const;
    const fitting = SIZES.find((size) => pen.width(text, styleOf(size)) <= width - 2 * SIDE);
    pen.line(text, SIDE, LINE_TOP, width - 2 * SIDE, styleOf(fitting ?? SIZES[SIZES.length - 1] ?? 5));
  });
  return closePdf(doc);
}

/** The visible part of a page in its own coordinates, and how it is turned when shown. */
function shown(page: PDFPage): {
  x: number;
  y: number;
  width: number;
  height: number;
  turn: number;
  box: { width: number; height: number };
} {
  const box = page.getCropBox();
  const turn = ((page.getRotation().angle % 360) + 360) % 360;
  const lying = turn === 90 || turn === 270;
  return {
    x: box.x,
    y: box.y,
    width: lying ? box.height : box.width,
    height: lying ? box.width : box.height,
    turn,
    box,
  };
}

/** Where a strip goes so that it stands upright at the foot of the page as shown. */
function placeOf(page: PDFPage) {
  const { x, y, turn, box } = shown(page);
  switch (turn) {
    case 90:
      return { x: x + box.width, y, rotate: degrees(90) };
    case 180:
      return { x: x + box.width, y: y + box.height, rotate: degrees(180) };
    case 270:
      return { x, y: y + box.height, rotate: degrees(270) };
    default:
      return { x, y };
  }
}
