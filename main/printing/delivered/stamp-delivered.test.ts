import { PDFDocument } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { openDocumentLayout } from '../layout/document-layout.ts';
import { layOutDocument } from '../layout/lay-out-document.ts';
import { pageAsImage, pagesAsText } from '../layout/testing/poppler.ts';
import { sampleRequest } from '../layout/testing/sample-request.ts';
import { checkDelivered } from './check-delivered.ts';
import { mergeDocuments } from './merge-documents.ts';
import { type DeliveredStamp, stampDelivered } from './stamp-delivered.ts';
import { announced, onePage } from './testing/raw-pdf.ts';

const stamp: DeliveredStamp = {
  kiosk: { id: '310120-0042', site: '𮧵村党群服务站' },
  number: 'PC-20261121-0007',
  printedAt: new Date('2026-11-20T18:30:05Z'),
};

async function document(rows: number): Promise<{ pdf: Uint8Array; pages: number }> {
  const result = await layOutDocument(sampleRequest(rows));
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

async function stamped(pdf: Uint8Array): Promise<Uint8Array> {
  const result = await stampDelivered(pdf, stamp);
  if (!result.ok) throw new Error(result.error);
  return result.value.pdf;
}

describe('the stamp', () => {
  test('says on every page machine, time, number and page, and leaves the page as it was', async () => {
    const { pdf, pages } = await document(60);
    const before = await pagesAsText(pdf);
    const after = await pagesAsText(await stamped(pdf));
    expect(after).toHaveLength(pages);
    after.forEach((page, index) => {
      const line = page.trimEnd().split('\n').at(-1)?.replace(/\s/g, '');
      expect(line).toBe(
        `自助终端：310120-0042𮧵村党群服务站打印时间：2026-11-2102:30:05编号：PC-20261121-0007第${index + 1}页共${pages}页`,
      );
      const words = (before[index] ?? '').split(/\s+/).filter((word) => word !== '');
      for (const word of words) expect(page).toContain(word);
    });
  });

  test.each([0, 90, 180, 270])('stands upright at the foot of a page turned by %i degrees', async (turn) => {
    const [width, height] = turn % 180 === 0 ? [595, 842] : [842, 595];
    const page = `<< /Type /Page /Parent 2 0 R /MediaBox [10 20 ${10 + width} ${20 + height}] /Rotate ${turn} >>`;
    const { data, width: across, height: down } = await pageAsImage(await stamped(onePage('', page)), 1);
    const inked: number[] = [];
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 200) inked.push(Math.floor(at / 4 / across));
    expect(across).toBeLessThan(down);
    expect(inked.length).toBeGreaterThan(500);
    // One line, in the lowest tenth, not a column of turned characters.
    expect(Math.min(...inked)).toBeGreaterThan(down * 0.9);
    expect(Math.max(...inked) - Math.min(...inked)).toBeLessThan(30);
  });

  test('with a character that no font has is refused', async () => {
    const kiosk = { id: '310120-0042', site: '站\u{10fffd}' };
    expect(await stampDelivered(onePage(), { ...stamp, kiosk })).toEqual({
      ok: false,
      error: 'document.unprintableCharacter',
    });
  });

  test('on bytes that are no PDF is refused', async () => {
    expect(await stampDelivered(Buffer.from('%PDF-nothing'), stamp)).toEqual({
      ok: false,
      error: 'center.badDocument',
    });
  });

  test('passes the check again, and is the same from the layout thread', async () => {
    const { pdf, pages } = await document(30);
    const direct = await stamped(pdf);
    expect((await checkDelivered(direct, announced(direct, pages), { maxPages: pages })).ok).toBe(true);
    const layout = openDocumentLayout();
    try {
      const threaded = await layout.stamp(pdf, stamp);
      expect(threaded.ok && Buffer.from(threaded.value.pdf).equals(Buffer.from(direct))).toBe(true);
    } finally {
      await layout.close();
    }
  });
});

test('merged documents keep all pages in order', async () => {
  const [first, second] = [await document(30), await document(1)];
  const merged = await mergeDocuments([first.pdf, second.pdf, first.pdf]);
  expect((await PDFDocument.load(merged)).getPageCount()).toBe(2 * first.pages + second.pages);
  const texts = await pagesAsText(merged);
  expect(texts[first.pages]).toContain(`第1页共${second.pages}页`);
});
