import PDFDocument from 'pdfkit';
import type { FontSet, FontWeight } from '../fonts/font-set.ts';
import { breakLines, type Measure, widthOf } from './line-breaks.ts';
import { INK, LEADING } from './page-geometry.ts';

export interface TextStyle {
  readonly size: number;
  readonly weight?: FontWeight;
  readonly colour?: string;
  readonly align?: 'left' | 'center' | 'right';
}

/** Height of capitals and hanzi above the base line, as a share of the size, so that text sits in the middle of a row. */
const ASCENT = 0.86;

/** Draws text of any character on the pages of a PDF. Lengths are points. */
export class Pen {
  readonly doc: PDFKit.PDFDocument;
  readonly #fonts: FontSet;

  constructor(doc: PDFKit.PDFDocument, fonts: FontSet) {
    this.doc = doc;
    this.#fonts = fonts;
  }

  #measure({ size, weight = 'regular' }: TextStyle): Measure {
    return (character) => (this.#fonts.advance(character, weight) ?? 0) * size;
  }

  width(text: string, style: TextStyle): number {
    return widthOf(text, this.#measure(style));
  }

  lines(text: string, width: number, style: TextStyle): string[] {
    return breakLines(text, width, this.#measure(style));
  }

  lineHeight(style: TextStyle): number {
    return style.size * LEADING;
  }

  /** Draws one line; `top` is the top of a line box of `lineHeight`, `width` the room to align in. */
  line(text: string, left: number, top: number, width: number, style: TextStyle): void {
    const runs = this.#fonts.split(text, style.weight ?? 'regular');
    if (!runs.ok) throw new Error('text is checked before it is drawn');
    const used = runs.value.reduce((sum, run) => sum + run.width, 0) * style.size;
    const shift = { left: 0, center: (width - used) / 2, right: width - used }[style.align ?? 'left'];
    const base = top + (this.lineHeight(style) - style.size) / 2 + style.size * ASCENT;
    let x = left + shift;
    this.doc.fillColor(style.colour ?? INK.text);
    for (const run of runs.value) {
      // A shared font object stands in for a file: pdfkit's types know files only. The second argument is its name.
      const font = this.#fonts.font(run.font) as unknown as PDFKit.Mixins.PDFFontSource;
      this.doc.font(font, run.font, style.size).text(run.text, x, base, { lineBreak: false, baseline: 'alphabetic' });
      x += run.width * style.size;
    }
  }

  /** Draws lines below one another; gives the y below the last. */
  block(lines: readonly string[], left: number, top: number, width: number, style: TextStyle): number {
    let y = top;
    for (const text of lines) {
      this.line(text, left, y, width, style);
      y += this.lineHeight(style);
    }
    return y;
  }

  rule(left: number, y: number, width: number, colour: string = INK.rule, thickness = 0.5): void {
    this.doc
      .lineWidth(thickness)
      .strokeColor(colour)
      .moveTo(left, y)
      .lineTo(left + width, y)
      .stroke();
  }

  box(left: number, top: number, width: number, height: number, fill: string): void {
    this.doc.rect(left, top, width, height).fill(fill);
  }
}

/** An empty A4 document whose pages stay open until it is ended, so that “page x of y” can be written last. */
export function openPdf(title: string, createdAt: Date): PDFKit.PDFDocument {
  return new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    // Named here, so that pdfkit does not begin with Helvetica.
    font: '',
    // pdfkit derives the file's id from these, so the same request gives the same bytes. Nothing here names a person.
    info: { Title: title, Creator: 'Tongban', Producer: 'Tongban', CreationDate: createdAt },
  });
}

/** Ends the document and gives its bytes. */
export function closePdf(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    doc.on('error', reject);
    doc.end();
  });
}
