import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { projectRoot } from '../../rig/places.ts';

const MARGIN_PT = 36;
const LINE_PT = 24;

/** One A4 page: a frame at the edge of what printers reach, small and large text, grey steps. */
export function testPage(): Promise<Uint8Array> {
  const page = new PDFDocument({ size: 'A4', margin: MARGIN_PT, info: { Title: 'Tongban test page' } });
  const chunks: Buffer[] = [];
  const done = new Promise<Uint8Array>((resolve) => {
    page.on('data', (chunk: Buffer) => chunks.push(chunk));
    page.on('end', () => resolve(Uint8Array.from(Buffer.concat(chunks))));
  });
  const { width, height } = page.page;
  page.font(join(projectRoot, 'assets', 'fonts', 'NotoSansSC-Regular.ttf'));
  page.rect(MARGIN_PT / 2, MARGIN_PT / 2, width - MARGIN_PT, height - MARGIN_PT).stroke();
  page.fontSize(28).text('通办 测试页 Tongban test page', MARGIN_PT, MARGIN_PT * 2, { align: 'center' });
  for (const [index, size] of [7, 9, 12, 16].entries()) {
    page.fontSize(size).text(`${size} pt  上海市一网通办自助终端  0123456789`, MARGIN_PT, 160 + index * LINE_PT);
  }
  for (let step = 0; step <= 10; step += 1) {
    const grey = Math.round((step / 10) * 255);
    page.rect(MARGIN_PT + step * 47, 300, 45, 45).fill([grey, grey, grey]);
  }
  page.fill('black').fontSize(12).text('边框完整、文字清楚、灰阶分明，即为正常。', MARGIN_PT, 380);
  page.end();
  return done;
}
