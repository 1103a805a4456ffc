import { create } from 'qrcode';

/** Draws a QR code (level M) as vectors into a square of `side` points; the quiet zone of four modules is the caller's. */
export function drawQrCode(document: PDFKit.PDFDocument, text: string, x: number, y: number, side: number): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const module = side / modules.size;
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) document.rect(x + column * module, y + row * module, module, module);
    }
  }
  document.fill('#000000');
}
