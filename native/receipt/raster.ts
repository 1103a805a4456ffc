import { join } from 'node:path';
import { type DotImage, toDots } from './dots.ts';
import { columnsOf, graphemes } from './gb18030.ts';
import { COLUMN_DOTS, type PrintLine } from './layout.ts';

/** Font files in order of preference; a character is drawn with the first that has it, or as that font's empty box. */
export type ReceiptFonts = readonly string[];

/** The fonts of `assets/fonts` that a receipt is drawn with: the everyday one, then the one with the rare characters. */
export const receiptFonts = (fontsDir: string): ReceiptFonts => [
  join(fontsDir, 'NotoSansSC-Regular.ttf'),
  join(fontsDir, 'HanaMinB.ttf'),
];

/** Draws one line in the cells that the printer's own font would use: 12 dots for ASCII, 24 for all else. */
export type LineRasterizer = (
  line: Extract<PrintLine, { kind: 'text' }>,
  widthDots: number,
  height: number,
) => DotImage;

const CELL_HEIGHT_DOTS = 24;
/** Latin letters are drawn a little smaller, so that most fit their 12 dots without being squeezed. */
const ASCII_FONT_DOTS = 22;
const BASELINE_DOTS = 21;

const familyOf = (index: number): string => `TongbanReceipt${index}`;

/** Loads the drawing library and the fonts; only a receipt with a rare character needs them. */
export async function loadLineRasterizer(fonts: ReceiptFonts): Promise<LineRasterizer> {
  const { createCanvas, GlobalFonts } = await import('@napi-rs/canvas');
  fonts.forEach((path, index) => {
    if (GlobalFonts.has(familyOf(index))) return;
    if (GlobalFonts.registerFromPath(path, familyOf(index)) === null) throw new Error(`no font in ${path}`);
  });
  const families = fonts.map((_, index) => familyOf(index)).join(', ');

  return (line, widthDots, height) => {
    const canvas = createCanvas(widthDots, height);
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, widthDots, height);
    context.fillStyle = '#000';
    context.textAlign = 'center';
    const characters = graphemes(line.text);
    const cells = characters.map((character) => columnsOf(character) * COLUMN_DOTS * line.size);
    const free = widthDots - cells.reduce((sum, dots) => sum + dots, 0);
    const left = line.align === 'left' ? 0 : line.align === 'center' ? Math.floor(free / 2) : free;
    let x = left;
    characters.forEach((character, index) => {
      const dots = cells[index] ?? 0;
      const fontDots = (columnsOf(character) === 1 ? ASCII_FONT_DOTS : CELL_HEIGHT_DOTS) * line.size;
      context.font = `${line.bold ? 'bold ' : ''}${fontDots}px ${families}`;
      context.fillText(character, x + dots / 2, BASELINE_DOTS * line.size, dots);
      x += dots;
    });
    const rgba = context.getImageData(0, 0, widthDots, height).data;
    const greys = Uint8Array.from({ length: widthDots * height }, (_, index) => rgba[index * 4] ?? 255);
    return toDots(greys, widthDots, left, cells);
  };
}
