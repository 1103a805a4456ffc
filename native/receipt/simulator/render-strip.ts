import { create } from 'qrcode';
import type { Mark, Strip } from './strip.ts';

const MARGIN_DOTS = 32;
const PAPER = '#fdfdfb';
const INK = '#111';

/** Draws a strip as PNG, a pixel to a dot, with a margin of paper around. Fonts in order of preference. */
export async function renderStrip(strip: Strip, widthDots: number, fonts: readonly string[]): Promise<Buffer> {
  const { createCanvas, GlobalFonts } = await import('@napi-rs/canvas');
  fonts.forEach((path, index) => {
    GlobalFonts.registerFromPath(path, `SimulatedReceipt${index}`);
  });
  const families = fonts.map((_, index) => `SimulatedReceipt${index}`).join(', ');
  const canvas = createCanvas(widthDots + 2 * MARGIN_DOTS, strip.heightDots + 2 * MARGIN_DOTS);
  const context = canvas.getContext('2d');
  context.fillStyle = PAPER;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = INK;
  context.translate(MARGIN_DOTS, MARGIN_DOTS);
  context.textAlign = 'center';

  const draw = (mark: Mark): void => {
    switch (mark.kind) {
      case 'cell': {
        const halfWidth = mark.widthDots < mark.heightDots;
        context.font = `${mark.bold ? 'bold ' : ''}${mark.heightDots * (halfWidth ? 0.92 : 1)}px ${families}`;
        context.fillText(mark.text, mark.x + mark.widthDots / 2, mark.y + mark.heightDots * 0.88, mark.widthDots);
        return;
      }
      case 'image':
        mark.rows.forEach((byte, index) => {
          const y = mark.y + Math.floor(index / mark.widthBytes) * mark.scaleY;
          for (let bit = 0; bit < 8; bit += 1) {
            if ((byte & (0x80 >> bit)) === 0) continue;
            const x = mark.x + ((index % mark.widthBytes) * 8 + bit) * mark.scaleX;
            if (x < widthDots) context.fillRect(x, y, mark.scaleX, mark.scaleY);
          }
        });
        return;
      case 'qr': {
        const { modules } = create(mark.data, { errorCorrectionLevel: 'M' });
        for (let row = 0; row < modules.size; row += 1) {
          for (let column = 0; column < modules.size; column += 1) {
            if (modules.get(row, column) === 0) continue;
            const [x, y] = [mark.x + column * mark.moduleDots, mark.y + row * mark.moduleDots];
            context.fillRect(x, y, mark.moduleDots, mark.moduleDots);
          }
        }
        return;
      }
    }
  };
  for (const mark of strip.marks) draw(mark);
  return canvas.toBuffer('image/png');
}

/** Edge of a QR symbol in dots. */
export const qrEdgeDots = (data: string, moduleDots: number): number =>
  create(data, { errorCorrectionLevel: 'M' }).modules.size * moduleDots;
