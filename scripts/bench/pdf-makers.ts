import { readFile } from 'node:fs/promises';
import { fontFile } from '../../main/printing/fonts/font-files.ts';
import { pdfRequest, pdfRows } from './pdf-content.ts';

/** Makes a PDF of so many pages of rows. */
export type PdfMaker = (pages: number) => Promise<Uint8Array>;

export const PDF_MAKERS = ['tongban', 'pdfkit', 'pdf-lib'] as const;
export type PdfMakerName = (typeof PDF_MAKERS)[number];

const SIZE = 9.5;
const ROW_HEIGHT = 18;
const TOP = 50;
const PAGE_WIDTH = 595.28;
const PAGE_HEIGHT = 841.89;
const COLUMNS = [54, 100, 170, 360, 450];

/** Loads a maker with its library and its font; only what it needs, so that a fresh process shows its own price. */
export async function loadPdfMaker(name: PdfMakerName): Promise<PdfMaker> {
  switch (name) {
    case 'tongban':
      return loadTongban();
    case 'pdfkit':
      return loadPdfkit();
    case 'pdf-lib':
      return loadPdfLib();
  }
}

/** The whole document: masthead with QR code, table with head and rules, room for the seal, foot. */
async function loadTongban(): Promise<PdfMaker> {
  const { layOutDocument } = await import('../../main/printing/layout/lay-out-document.ts');
  return async (pages) => {
    const laidOut = await layOutDocument(pdfRequest(pages));
    if (!laidOut.ok) throw new Error(laidOut.error);
    return laidOut.value.pdf;
  };
}

/** The rows alone, each cell at its place, one font. */
async function loadPdfkit(): Promise<PdfMaker> {
  const { default: PDFDocument } = await import('pdfkit');
  const font = await readFile(fontFile('NotoSansSC-Regular'));
  return async (pages) => {
    const doc = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false });
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    const ended = new Promise((resolve) => doc.on('end', resolve));
    doc.registerFont('sans', font);
    for (const rows of pdfRows(pages)) {
      doc.addPage().font('sans').fontSize(SIZE);
      rows.forEach((cells, row) => {
        cells.forEach((cell, column) => {
          doc.text(cell, COLUMNS[column] ?? 0, TOP + row * ROW_HEIGHT, { lineBreak: false });
        });
      });
    }
    doc.end();
    await ended;
    return Buffer.concat(parts);
  };
}

/** The rows alone, each cell at its place, one font. */
async function loadPdfLib(): Promise<PdfMaker> {
  const { PDFDocument } = await import('pdf-lib');
  const fontkit = await import('fontkit');
  const bytes = await readFile(fontFile('NotoSansSC-Regular'));
  return async (pages) => {
    const doc = await PDFDocument.create();
    doc.registerFontkit(fontkit as unknown as Parameters<typeof doc.registerFontkit>[0]);
    const font = await doc.embedFont(bytes, { subset: true });
    for (const rows of pdfRows(pages)) {
      const page = doc.addPage([PAGE_WIDTH, PAGE_HEIGHT]);
      rows.forEach((cells, row) => {
        cells.forEach((cell, column) => {
          page.drawText(cell, { x: COLUMNS[column] ?? 0, y: PAGE_HEIGHT - TOP - row * ROW_HEIGHT, size: SIZE, font });
        });
      });
    }
    return doc.save();
  };
}
