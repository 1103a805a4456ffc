import { createCanvas } from '@napi-rs/canvas';
import jsQR from 'jsqr';
import { beforeAll, describe, expect, test } from 'vitest';
import { laidOut, withRows } from './testing/laid-out.ts';
import { pageAsImage, pagesAsText, printed } from './testing/poppler.ts';
import { sampleRequest } from './testing/sample-request.ts';

// The package's types describe a module, its code is the function.
const decode = jsQR as unknown as typeof jsQR.default;

const squeezed = (page: string): string => page.replace(/\s/g, '');

describe('a record of 130 rows', () => {
  const request = sampleRequest(130);
  let pdf: Uint8Array;
  let pages: number;
  let texts: string[];
  beforeAll(async () => {
    ({ pdf, pages } = await laidOut(request));
    texts = await pagesAsText(pdf);
  });

  test('has the pages that it says, all A4, with only embedded subset fonts', async () => {
    const info = await printed('pdfinfo', pdf);
    expect(info).toMatch(new RegExp(`^Pages: +${pages}$`, 'm'));
    expect(info).toMatch(/^Page size: +595\.\d+ x 841\.\d+ pts \(A4\)$/m);
    expect(info).toMatch(/^JavaScript: +no$/m);
    const fonts = (await printed('pdffonts', pdf)).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThanOrEqual(2);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+\S+ .* yes +yes +yes /);
    expect(pages).toBeGreaterThan(3);
    expect(texts).toHaveLength(pages);
  });

  test('repeats title and header of the table on every page', () => {
    for (const page of texts) expect(page).toMatch(/计入金额\s+序号 +月份 +到账日期 +摘要\s+（元）/);
    expect(texts.filter((page) => page.includes('个人账户明细（续）'))).toHaveLength(pages - 1);
  });

  test('has every row once, in order, none split over two pages', () => {
    const numbers = texts.flatMap((page) =>
      [...page.matchAll(/^ *(\d+) +\d{4}年\d{2}月 +2024年03月05日/gm)].map((row) => Number(row[1])),
    );
    expect(numbers).toEqual(Array.from({ length: 130 }, (_, index) => index + 1));
    for (const page of texts) {
      expect(page.match(/BEGINS/g)?.length ?? 0).toBe(page.match(/ENDS/g)?.length ?? 0);
    }
  });

  test('says on every page which page it is, whose number, which machine and when by the clock of Shanghai', () => {
    texts.forEach((page, index) => {
      // Evenly set characters: pdftotext takes the gaps for letter-spacing and leaves them out.
      expect(page).toContain(`第${index + 1}页共${pages}页`);
      expect(page).toContain('编号：YB-20261121-00042');
      expect(page).toContain('自助终端：310120-0042 关港村党群服务站');
      expect(page).toContain('打印时间：2026-11-21 02:30:05');
    });
  });

  test('has a code on the first page that a telephone reads as the address to verify at', async () => {
    const { data, width, height } = await pageAsImage(pdf, 1);
    expect(decode(data, width, height)?.data).toBe(request.document?.verifyUrl);
    expect(texts[0]).toContain('扫码核验真伪');
  });

  test('ends with notes and the room for the seal, beside rows and not alone', () => {
    const last = texts.at(-1) ?? '';
    expect(last).toContain('（盖章处）');
    expect(last).toContain('样本市医疗保险事业管理中心');
    expect(last).toContain('2026年11月21日');
    expect(last).toMatch(/^ *130 +/m);
  });

  test('names nobody in its metadata', async () => {
    const info = await printed('pdfinfo', pdf);
    expect(info).toMatch(/^Title: +基本医疗保险个人账户查询单$/m);
    expect(info).not.toContain('赵');
    expect(info).not.toContain('319999');
  });

  test('is the same bytes for the same request', async () => {
    const again = await laidOut(sampleRequest(130));
    expect(Buffer.from(again.pdf).equals(Buffer.from(pdf))).toBe(true);
  });
});

describe('rows and tables', () => {
  test('a row higher than a page goes on over pages and loses nothing', async () => {
    const words = Array.from({ length: 57 }, (_, index) => `第${String(index).padStart(3, '0')}句\n`).join('');
    const { pdf, pages } = await laidOut(withRows([{ no: 1, what: words }]));
    const text = squeezed((await pagesAsText(pdf)).join(''));
    for (let index = 0; index < 57; index++) expect(text).toContain(`第${String(index).padStart(3, '0')}句`);
    expect(pages).toBe(3);
  });

  test('a header is never the last thing on a page', async () => {
    for (let rows = 20; rows < 50; rows += 3) {
      for (const page of await pagesAsText((await laidOut(sampleRequest(rows))).pdf)) {
        if (page.includes('序号')) expect(page).toMatch(/^ *\d+ +\d{4}年\d{2}月/m);
      }
    }
  });

  test('a table without rows says so', async () => {
    const [page = ''] = await pagesAsText((await laidOut(withRows([]))).pdf);
    expect(page).toContain('（无记录）');
  });

  test('numbers and dates stay whole in narrow columns', async () => {
    const request = sampleRequest(3);
    const [years, months] = request.template.tables;
    if (years === undefined || months === undefined) throw new Error('the sample has two tables');
    const columns = [...months.columns, ...years.columns].map((column) => ({
      ...column,
      width: column.key === 'what' ? 9 : 0.5,
    }));
    const template = { ...request.template, tables: [{ ...months, columns }] };
    const [page = ''] = await pagesAsText((await laidOut({ ...request, template })).pdf);
    expect(page.match(/2024年03月05日/g)).toHaveLength(3);
    expect(page).toMatch(/ 345\.67 /);
  });
});

describe('the seal', () => {
  test('is drawn where its room is', async () => {
    const canvas = createCanvas(200, 200);
    const context = canvas.getContext('2d');
    context.fillStyle = '#ff0000';
    context.arc(100, 100, 100, 0, 2 * Math.PI);
    context.fill();
    const { pdf } = await laidOut(sampleRequest(1, { seal: new Uint8Array(canvas.toBuffer('image/png')) }));
    const { data } = await pageAsImage(pdf, 1);
    let red = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 0) > 200 && (data[at + 1] ?? 255) < 60) red += 1;
    expect(red).toBeGreaterThan(40_000);
    const [page] = await pagesAsText(pdf);
    expect(page).not.toContain('盖章处');
  });
});
