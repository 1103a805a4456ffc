import type { ReceiptCut } from '../../contract/device-config/receipt.ts';

/**
 * The ESC/POS commands that a receipt uses, each declared once under its manual name. Arguments are checked here, so that
 * no caller can make a command whose parameter swallows what follows.
 */
const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
const DLE = 0x10;

export const ALIGN = { left: 0, center: 1, right: 2 } as const;

/** Raster modes of GS v 0: dots as they are, or every dot as two by two. */
export const RASTER_MODE = { normal: 0, quadruple: 3 } as const;

function byte(value: number): number {
  if (!Number.isInteger(value) || value < 0 || value > 0xff) throw new RangeError(`not a byte: ${value}`);
  return value;
}

/** Two bytes, low first (nL nH). */
function word(value: number): [number, number] {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff) throw new RangeError(`not a word: ${value}`);
  return [value & 0xff, value >> 8];
}

/** ESC @ — initialize printer: modes back to default. The receive buffer stays. */
export const initialize = (): number[] => [ESC, 0x40];

/** LF — print and line feed. */
export const lineFeed = (): number[] => [0x0a];

/** ESC d n — print and feed n lines. */
export const feedLines = (n: number): number[] => [ESC, 0x64, byte(n)];

/** ESC J n — print and feed paper, dots. */
export const feedDots = (dots: number): number[] => [ESC, 0x4a, byte(dots)];

/** ESC 3 n — set line spacing, dots. */
export const lineSpacing = (dots: number): number[] => [ESC, 0x33, byte(dots)];

/** ESC a n — select justification; only at the start of a line. */
export const justify = (align: keyof typeof ALIGN): number[] => [ESC, 0x61, ALIGN[align]];

/** ESC E n — emphasized mode. */
export const emphasize = (on: boolean): number[] => [ESC, 0x45, on ? 1 : 0];

/** GS ! n — character size: bits 4–6 width − 1, bits 0–2 height − 1. */
export const characterSize = (times: 1 | 2): number[] => [GS, 0x21, ((times - 1) << 4) | (times - 1)];

/** FS & — select Chinese character mode: bytes from 0x81 up come in pairs. Its default differs, so it is always sent. */
export const hanziMode = (): number[] => [FS, 0x26];

/** ESC 9 n — code of multi-byte characters, after FS &; of many Chinese boards, unknown to Epson. 1 is [2+], 0 is [mem]. */
export const selectTextCode = (code: 'gb18030' | 'utf8'): number[] => [ESC, 0x39, code === 'utf8' ? 1 : 0];

/** FS S n1 n2 — space left and right of each hanzi, dots. Zero keeps a hanzi two columns wide. */
export const hanziSpacing = (left: number, right: number): number[] => [FS, 0x53, byte(left), byte(right)];

/**
 * GS v 0 m xL xH yL yH d… — print raster bit image.
 *
 * @param rows dots, most significant bit leftmost; `widthBytes` bytes a row, rows one after the other
 */
export function rasterImage(mode: keyof typeof RASTER_MODE, widthBytes: number, rows: Uint8Array): number[] {
  const height = rows.length / widthBytes;
  if (!Number.isInteger(height) || height === 0) throw new RangeError('image data is no whole number of rows');
  return [GS, 0x76, 0x30, RASTER_MODE[mode], ...word(widthBytes), ...word(height), ...rows];
}

/** GS ( k — one function of the two-dimensional code commands, cn = 49: QR code. */
const qrFunction = (fn: number, ...parameters: number[]): number[] => [
  GS,
  0x28,
  0x6b,
  ...word(parameters.length + 2),
  0x31,
  fn,
  ...parameters,
];
/** Function 165: model 2. */
export const qrModel2 = (): number[] => qrFunction(0x41, 0x32, 0x00);
/** Function 167: size of a module, 1–16 dots. */
export const qrModuleSize = (dots: number): number[] => qrFunction(0x43, byte(dots));
/** Function 169: error correction level M. */
export const qrLevelM = (): number[] => qrFunction(0x45, 0x31);
/** Function 180: store the data in the symbol storage area. */
export const qrStore = (data: Uint8Array): number[] => qrFunction(0x50, 0x30, ...data);
/** Function 181: print the symbol. */
export const qrPrint = (): number[] => qrFunction(0x51, 0x30);

/** The knife is so many lines of 4 mm above the head; only GS V 65 and 66 know by themselves how many. [mem] */
const LINES_TO_KNIFE = 5;

const CUTS: Readonly<Record<ReceiptCut, readonly number[]>> = {
  /** GS V 66 n — feed to the cutting position plus n, cut with one point left. */
  feedAndPartial: [GS, 0x56, 0x42, 0x00],
  /** GS V 65 n — the same, cut through. */
  feedAndFull: [GS, 0x56, 0x41, 0x00],
  /** GS V 1, GS V 0 — cut where the paper is. */
  partial: [...feedLines(LINES_TO_KNIFE), GS, 0x56, 0x01],
  full: [...feedLines(LINES_TO_KNIFE), GS, 0x56, 0x00],
  /** ESC m, ESC i. */
  olderPartial: [...feedLines(LINES_TO_KNIFE), ESC, 0x6d],
  olderFull: [...feedLines(LINES_TO_KNIFE), ESC, 0x69],
};
export const cutPaper = (cut: ReceiptCut): readonly number[] => CUTS[cut];

/** GS r 1 — transmit paper status. Executed in order with print data: its answer says that all before it was processed. */
export const transmitPaperStatus = (): number[] => [GS, 0x72, 0x01];

/** GS I 66 — transmit printer ID, maker: a block `5F text 00`, in order with print data. */
export const transmitPrinterId = (): number[] => [GS, 0x49, 0x42];

/** What DLE EOT can be asked for, one byte each; `printStatus` of Custom's printers only. */
export const REAL_TIME_STATUS = { printer: 1, offlineCause: 2, errorCause: 3, paper: 4, printStatus: 17 } as const;
export type RealTimeStatus = keyof typeof REAL_TIME_STATUS;

/** DLE EOT n — real-time status transmission: executed on arrival, never inside another command. */
export const askStatus = (what: RealTimeStatus): number[] => [DLE, 0x04, REAL_TIME_STATUS[what]];

/** DLE EOT 20 — Custom's full status, six bytes `10 0F …`. */
export const askFullStatus = (): number[] => [DLE, 0x04, 20];

/** GS a n — automatic status back: once at once, then on every change. 0F: drawer, online, error, paper. ESC @ ends it. */
export const enableAutomaticStatus = (): number[] => [GS, 0x61, 0x0f];

/** GS E0 n — Custom's automatic full status: paper, user, recoverable and unrecoverable bytes. */
export const enableAutomaticFullStatus = (): number[] => [GS, 0xe0, 0x0f];

/** DLE ENQ 2 — recover from a recoverable error after clearing the receive and print buffers. */
export const clearBuffers = (): number[] => [DLE, 0x05, 0x02];

/** Bytes that after DLE (10) make a real-time command: EOT, ENQ, DC4. */
export const REAL_TIME_SECONDS: readonly number[] = [0x04, 0x05, 0x14];
export const DLE_BYTE = DLE;
