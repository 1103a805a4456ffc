import { create } from 'qrcode';
import { withoutRealTimeCommands } from './dots.ts';
import { feedDots, justify, qrLevelM, qrModel2, qrModuleSize, qrPrint, qrStore, rasterImage } from './escpos.ts';

const MODULE_DOTS = 6;
/** ISO/IEC 18004: four modules of white around the symbol. */
const QUIET_MODULES = 4;
/** Rows of one image command: short, so that a broken transfer can be flushed out with little padding. */
const BAND_ROWS = 32;

export interface EncodedBlock {
  readonly bytes: number[];
  readonly heightDots: number;
}

/** The symbol is drawn by the printer: `GS ( k`. */
export function nativeQr(data: string, widthDots: number): EncodedBlock {
  const { modules } = create(data, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * QUIET_MODULES;
  const moduleDots = Math.min(MODULE_DOTS, Math.floor(widthDots / side));
  const bytes = [
    ...justify('center'),
    ...feedDots(QUIET_MODULES * moduleDots),
    ...qrModel2(),
    ...qrModuleSize(moduleDots),
    ...qrLevelM(),
    ...qrStore(new TextEncoder().encode(data)),
    ...qrPrint(),
    ...feedDots(QUIET_MODULES * moduleDots),
    ...justify('left'),
  ];
  return { bytes, heightDots: side * moduleDots };
}

/** The symbol as image, for the many printers without `GS ( k`. Sent at half size and doubled by the printer: a quarter of the bytes. */
export function rasterQr(data: string, widthDots: number): EncodedBlock {
  const { modules } = create(data, { errorCorrectionLevel: 'M' });
  const sentWidth = widthDots / 2;
  const side = modules.size + 2 * QUIET_MODULES;
  const moduleDots = Math.min(MODULE_DOTS / 2, Math.floor(sentWidth / side));
  const left = Math.floor((sentWidth - side * moduleDots) / 2);
  const widthBytes = Math.ceil((left + (side - QUIET_MODULES) * moduleDots) / 8);
  const height = side * moduleDots;
  const rows = new Uint8Array(widthBytes * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = left; x < widthBytes * 8; x += 1) {
      const row = Math.floor(y / moduleDots) - QUIET_MODULES;
      const column = Math.floor((x - left) / moduleDots) - QUIET_MODULES;
      const inside = row >= 0 && column >= 0 && row < modules.size && column < modules.size;
      if (!inside || modules.get(row, column) === 0) continue;
      const at = y * widthBytes + (x >> 3);
      rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { bytes: imageBands('quadruple', widthBytes, withoutRealTimeCommands(rows)), heightDots: height * 2 };
}

/** An image as commands of at most 32 rows each, which join on the paper without a gap. */
export function imageBands(mode: 'normal' | 'quadruple', widthBytes: number, rows: Uint8Array): number[] {
  const bytes: number[] = [];
  for (let at = 0; at < rows.length; at += widthBytes * BAND_ROWS) {
    bytes.push(...rasterImage(mode, widthBytes, rows.subarray(at, at + widthBytes * BAND_ROWS)));
  }
  return bytes;
}
/** No image command of an encoded receipt is longer: 576 dots in 32 rows, and its header. */
export const LONGEST_IMAGE_COMMAND_BYTES = (576 / 8) * BAND_ROWS + 8;
