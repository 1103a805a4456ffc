import type { ReceiptConfig, ReceiptCut } from '../../contract/device-config/receipt.ts';
import { unreachable } from '../../contract/result.ts';
import * as escpos from './escpos.ts';
import { encodeGb18030, isRare } from './gb18030.ts';
import { layOutReceipt, type PrintLine, type TextStyle } from './layout.ts';
import { imageBands, nativeQr, rasterQr } from './qr.ts';
import { type LineRasterizer, loadLineRasterizer, type ReceiptFonts } from './raster.ts';
import type { ReceiptDocument } from './receipt.ts';

export interface EncodeOptions {
  /** Printable width: 576 dots on 80 mm paper, 384 on 58 mm. */
  readonly widthDots: 576 | 384;
  readonly qr: 'native' | 'raster';
  readonly fonts: ReceiptFonts;
  /** As in most profiles if absent. */
  readonly cut?: ReceiptCut;
  readonly textCode?: TextCode;
  /** ESC 9 is sent. */
  readonly selectsTextCode?: boolean;
  /** `GS r 1` is sent at the end; absent: yes. */
  readonly marksEnd?: boolean;
}

export type TextCode = ReceiptConfig['textCode'];

export interface EncodedReceipt {
  /** The whole receipt for one write, the completion marker `GS r 1`, if there is one, last. */
  readonly bytes: Uint8Array;
  /** Length on paper, 8 dots to the millimetre. */
  readonly heightDots: number;
}

/** A line of text: 24 dots of characters and 8 of white. Raster lines have the same height. */
const LINE_DOTS = 32;
const SMALL: TextStyle = { align: 'left', size: 1, bold: false };

function styleChange(from: TextStyle, to: TextStyle): number[] {
  const bytes: number[] = [];
  if (from.align !== to.align) bytes.push(...escpos.justify(to.align));
  if (from.size !== to.size) bytes.push(...escpos.characterSize(to.size), ...escpos.lineSpacing(LINE_DOTS * to.size));
  if (from.bold !== to.bold) bytes.push(...escpos.emphasize(to.bold));
  return bytes;
}

/** UTF-8 of characters that GB 18030 has in two bytes: the printer's font is the same, only its table differs. */
const encodeText = (text: string, code: TextCode = 'gb18030'): Uint8Array =>
  code === 'gb18030' ? encodeGb18030(text) : new TextEncoder().encode(text);

function textBytes(
  line: Extract<PrintLine, { kind: 'text' }>,
  options: EncodeOptions,
  rasterize: LineRasterizer | null,
) {
  if (rasterize !== null && isRare(line.text)) {
    const image = rasterize(line, options.widthDots, LINE_DOTS * line.size);
    return imageBands('normal', image.widthBytes, image.rows);
  }
  return [
    ...styleChange(SMALL, line),
    ...encodeText(line.text, options.textCode),
    ...escpos.lineFeed(),
    ...styleChange(line, SMALL),
  ];
}

/**
 * A receipt as bytes. A line with a character that the printer's font may lack is drawn as one whole image, so that its
 * characters look alike; all else is GB18030 text. Text can never become a command.
 */
export async function encodeReceipt(document: ReceiptDocument, options: EncodeOptions): Promise<EncodedReceipt> {
  const lines = layOutReceipt(document, options.widthDots);
  const needsDrawing = lines.some((line) => line.kind === 'text' && isRare(line.text));
  const rasterize = needsDrawing ? await loadLineRasterizer(options.fonts) : null;
  const bytes = [
    ...escpos.initialize(),
    ...escpos.hanziMode(),
    ...(options.selectsTextCode ? escpos.selectTextCode(options.textCode ?? 'gb18030') : []),
    ...escpos.hanziSpacing(0, 0),
    ...escpos.lineSpacing(LINE_DOTS),
  ];
  let heightDots = 0;
  for (const line of lines) {
    switch (line.kind) {
      case 'text':
        bytes.push(...textBytes(line, options, rasterize));
        heightDots += LINE_DOTS * line.size;
        break;
      case 'qr': {
        const block =
          options.qr === 'native' ? nativeQr(line.data, options.widthDots) : rasterQr(line.data, options.widthDots);
        bytes.push(...block.bytes);
        heightDots += block.heightDots;
        break;
      }
      case 'feed':
        bytes.push(...escpos.feedLines(line.lines));
        heightDots += LINE_DOTS * line.lines;
        break;
      default:
        unreachable(line);
    }
  }
  bytes.push(...escpos.cutPaper(options.cut ?? 'feedAndPartial'));
  if (options.marksEnd ?? true) bytes.push(...escpos.transmitPaperStatus());
  return { bytes: Uint8Array.from(bytes), heightDots };
}
