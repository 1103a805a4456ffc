import { qrEdgeDots } from './render-strip.ts';
import { addLine, addTextSign, type Cell, emptyStrip, type Justification, type Strip, startOf } from './strip.ts';
import type { TextCode } from './wide-character.ts';

/** What commands set and ESC @ resets. */
export interface PrintModes {
  justification: Justification;
  widthTimes: number;
  heightTimes: number;
  bold: boolean;
  hanzi: boolean;
  textCode: TextCode;
  lineSpacingDots: number;
  hanziGapDots: number;
  qrModuleDots: number;
}

export const DEFAULT_MODES: Readonly<PrintModes> = {
  justification: 'left',
  widthTimes: 1,
  heightTimes: 1,
  bold: false,
  hanzi: false,
  textCode: 'gb18030',
  lineSpacingDots: 34,
  hanziGapDots: 0,
  qrModuleDots: 3,
};

export interface RasterImage {
  readonly widthBytes: number;
  readonly rows: Uint8Array;
  readonly scaleX: number;
  readonly scaleY: number;
  /** It follows another image without anything between: one picture in bands. */
  readonly continues: boolean;
}

/** The line buffer and the paper under the head. */
export interface PrintHead {
  readonly modes: PrintModes;
  reset(): void;
  clearLine(): void;
  put(text: string, dots: number): Promise<void>;
  /** Blank paper up to this place in the line; never back. */
  moveTo(dots: number): void;
  lineWidthDots(): number;
  endLine(): Promise<void>;
  feed(lines: number): Promise<void>;
  feedDots(dots: number): Promise<void>;
  image(image: RasterImage): Promise<void>;
  qr(data: string): Promise<void>;
  /** The paper up to here, and a new strip in its place. */
  cutOff(feedDots: number): Promise<Strip>;
}

const CHARACTER_HEIGHT_DOTS = 24;
export const ASCII_WIDTH_DOTS = 12;

/** @param advance moves the paper by a line or image; waits while something stands in the way */
export function createPrintHead(printableDots: number, advance: () => Promise<void>): PrintHead {
  const modes: PrintModes = { ...DEFAULT_MODES };
  let strip = emptyStrip();
  let cells: Cell[] = [];
  const lineWidthDots = (): number => cells.reduce((sum, cell) => sum + cell.widthDots, 0);

  async function endLine(): Promise<void> {
    await advance();
    const height = Math.max(0, ...cells.map((cell) => cell.heightDots));
    addLine(strip, cells, printableDots, modes.justification);
    strip.heightDots += Math.max(modes.lineSpacingDots, height);
    cells = [];
  }

  return {
    modes,
    lineWidthDots,
    endLine,
    reset() {
      Object.assign(modes, DEFAULT_MODES);
      cells = [];
    },
    clearLine() {
      cells = [];
    },
    async put(text, dots) {
      const widthDots = dots * modes.widthTimes;
      if (lineWidthDots() + widthDots > printableDots) await endLine();
      cells.push({ text, widthDots, heightDots: CHARACTER_HEIGHT_DOTS * modes.heightTimes, bold: modes.bold });
    },
    moveTo(dots) {
      const blank = dots - lineWidthDots();
      const text = ' '.repeat(Math.max(0, Math.round(blank / ASCII_WIDTH_DOTS)));
      if (blank > 0) cells.push({ text, widthDots: blank, heightDots: 0, bold: false });
    },
    async feed(lines) {
      if (cells.length > 0) await endLine();
      await advance();
      strip.heightDots += lines * modes.lineSpacingDots;
      for (let line = 0; line < lines; line += 1) strip.textLines.push('');
    },
    async feedDots(dots) {
      if (cells.length > 0) await endLine();
      strip.heightDots += dots;
    },
    async image({ continues, ...image }) {
      await advance();
      const widthDots = image.widthBytes * 8 * image.scaleX;
      const x = startOf(widthDots, printableDots, modes.justification);
      strip.marks.push({ kind: 'image', x, y: strip.heightDots, ...image });
      addTextSign(strip, `[图 ${widthDots}]`, continues);
      strip.heightDots += (image.rows.length / image.widthBytes) * image.scaleY;
    },
    async qr(data) {
      await advance();
      const edge = qrEdgeDots(data, modes.qrModuleDots);
      const x = startOf(edge, printableDots, modes.justification);
      strip.marks.push({ kind: 'qr', x, y: strip.heightDots, data, moduleDots: modes.qrModuleDots });
      addTextSign(strip, `[二维码 ${data}]`, false);
      strip.heightDots += edge;
    },
    async cutOff(feedDots) {
      await advance();
      strip.heightDots += feedDots;
      const done = strip;
      strip = emptyStrip();
      return done;
    },
  };
}
