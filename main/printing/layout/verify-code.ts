import qrcode from 'qrcode';
import { INK } from './page-geometry.ts';
import type { Pen } from './pen.ts';

/** Side of the code in points: 24 mm, about 0.5 mm a module, which a telephone reads from a copy of a copy. */
export const VERIFY_CODE_SIZE = 68;

const CAPTION_STYLE = { size: 7.5, colour: INK.soft, align: 'center' } as const;

/** Draws the QR code (GB/T 18284) as one filled path, sharp at every resolution, with its caption below. */
export function drawVerifyCode(pen: Pen, code: { url: string; caption: string }, left: number, top: number): void {
  const { data, size } = qrcode.create(code.url, { errorCorrectionLevel: 'M' }).modules;
  const module = VERIFY_CODE_SIZE / size;
  const { doc } = pen;
  for (let row = 0; row < size; row++) {
    let start = -1;
    for (let column = 0; column <= size; column++) {
      const dark = column < size && data[row * size + column] === 1;
      if (dark && start < 0) start = column;
      if (!dark && start >= 0) {
        // A little overlap downwards: without it some rasterisers leave white hairlines between the rows.
        doc.rect(left + start * module, top + row * module, (column - start) * module, module * 1.02);
        start = -1;
      }
    }
  }
  doc.fill('#000000');
  pen.line(code.caption, left - 20, top + VERIFY_CODE_SIZE + 2, VERIFY_CODE_SIZE + 40, CAPTION_STYLE);
}
