import { createHash } from 'node:crypto';
import type { DeliveredPdf } from '../../../../contract/gateway.ts';

export const A4_PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] >>';

/** Writes a PDF from the text of its objects, numbered from 1, so that tests can be as hostile as they like. */
export function rawPdf(objects: readonly string[], trailer = '/Root 1 0 R'): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  text += `trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** A PDF of one A4 page with more in its catalog and more objects, numbered from 4. */
export const onePage = (catalog = '', page = A4_PAGE, ...more: string[]): Uint8Array =>
  rawPdf([`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page, ...more]);

/** What an honest center would announce for these bytes. */
export const announced = (bytes: Uint8Array, pages = 1): DeliveredPdf => ({
  path: '/v1/documents/YB-0001',
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
  pages,
});
