import { DLE_BYTE, REAL_TIME_SECONDS } from './escpos.ts';

/** Dots, most significant bit leftmost, `widthBytes` bytes a row. */
export interface DotImage {
  readonly widthBytes: number;
  readonly rows: Uint8Array;
}

/**
 * Black dots of a cell over its ink in greys. More than one, because the thin horizontals of a Ming face at 24 dots are light
 * grey throughout and would vanish; chosen by looking at the rarest names and at 𪚥, the densest.
 */
const DOTS_PER_INK = 1.3;
const LIGHTEST_BLACK = 235;
const THRESHOLD_STEP = 5;

/**
 * Greys to dots, each column range with the threshold that keeps its strokes.
 *
 * @param greys 0 black … 255 white, row by row
 * @param cells the widths of the cells from left to right, dots; what lies outside is white
 */
export function toDots(greys: Uint8Array, width: number, left: number, cells: readonly number[]): DotImage {
  const height = greys.length / width;
  const widthBytes = Math.max(1, Math.ceil((left + cells.reduce((sum, dots) => sum + dots, 0)) / 8));
  const rows = new Uint8Array(widthBytes * height);
  let x = left;
  for (const dots of cells) {
    const threshold = thresholdOf(greys, width, x, x + dots);
    for (let y = 0; y < height; y += 1) {
      for (let column = x; column < x + dots; column += 1) {
        if ((greys[y * width + column] ?? 255) >= threshold) continue;
        const at = y * widthBytes + (column >> 3);
        rows[at] = (rows[at] ?? 0) | (0x80 >> (column & 7));
      }
    }
    x += dots;
  }
  return { widthBytes, rows: withoutRealTimeCommands(rows) };
}

function thresholdOf(greys: Uint8Array, width: number, from: number, to: number): number {
  const histogram = new Array<number>(256).fill(0);
  let ink = 0;
  for (let at = from; at < greys.length; at += at % width === to - 1 ? width - (to - from) + 1 : 1) {
    const grey = greys[at] ?? 255;
    histogram[grey] = (histogram[grey] ?? 0) + 1;
    ink += (255 - grey) / 255;
  }
  let threshold = 0;
  let black = 0;
  while (threshold < LIGHTEST_BLACK && black < ink * DOTS_PER_INK) {
    for (let grey = threshold; grey < threshold + THRESHOLD_STEP; grey += 1) black += histogram[grey] ?? 0;
    threshold += THRESHOLD_STEP;
  }
  return threshold;
}

/**
 * Image data in which DLE EOT, DLE ENQ and DLE DC4 cannot occur. Printers look for them in everything that arrives, image
 * data too, and would answer or clear their buffer in the middle of a name. The lone dot of 10h gets a neighbour (18h):
 * an eighth of a millimetre that no eye finds. QR modules are never one dot wide, so symbols stay as they are.
 */
export function withoutRealTimeCommands(rows: Uint8Array): Uint8Array {
  return rows.map((value, index) =>
    value === DLE_BYTE && REAL_TIME_SECONDS.includes(rows[index + 1] ?? 0) ? 0x18 : value,
  );
}
