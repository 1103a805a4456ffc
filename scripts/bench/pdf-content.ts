import iconv from 'iconv-lite';
import { composeContent } from '../../main/printing/layout/compose-content.ts';
import type { LayoutRequest } from '../../main/printing/layout/layout-request.ts';

export const ROWS_PER_PAGE = 41;
/** A page of a real record has about so many. */
const DISTINCT_HANZI = 373;
const HANZI_PER_ROW = 10;
/** The 3,755 hanzi of level 1 of GB 2312 begin at B0A1; every tenth is taken. */
const FIRST_ROW = 0xb0;
const FIRST_CELL = 0xa1;
const CELLS = 94;
const STEP = 10;

const HANZI = Array.from({ length: DISTINCT_HANZI }, (_, index) => {
  const place = index * STEP;
  return iconv.decode(Buffer.of(FIRST_ROW + Math.floor(place / CELLS), FIRST_CELL + (place % CELLS)), 'gb2312');
});

const text = (zh: string) => ({ zh, en: zh });

/** A record about nobody that fills so many pages with rows. */
export function pdfRequest(pages: number): LayoutRequest {
  const rows = Array.from({ length: pages * ROWS_PER_PAGE }, (_, index) => ({
    no: index + 1,
    month: `${2014 + (Math.floor(index / 12) % 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    what: Array.from(
      { length: HANZI_PER_ROW },
      (_, place) => HANZI[(index * HANZI_PER_ROW + place) % HANZI.length],
    ).join(''),
    amount: 34567 + index,
    balance: 1234567 + index * 17,
  }));
  return {
    template: {
      title: text('个人账户明细'),
      subject: [],
      tables: [
        {
          key: 'rows',
          title: text('按月明细'),
          columns: [
            { key: 'no', label: text('序号'), format: 'integer', width: 1, align: 'center' },
            { key: 'month', label: text('月份'), format: 'month', width: 2, align: 'center' },
            { key: 'what', label: text('摘要'), format: 'text', width: 4, align: 'left' },
            { key: 'amount', label: text('金额'), format: 'money', width: 2, align: 'right' },
            { key: 'balance', label: text('余额'), format: 'money', width: 2, align: 'right' },
          ],
        },
      ],
      notes: [],
      sealOwner: '样本中心',
    },
    record: { subject: {}, tables: { rows } },
    holder: { name: '王桂兰', idNumber: '319999195103129021' },
    document: {
      number: 'BENCH-00000001',
      issuedAt: '2026-11-21T02:30:00+08:00',
      verifyUrl: 'https://center.example/verify/BENCH-00000001?c=9f2d6b1a',
    },
    kiosk: { id: '310120-0042', site: '关港村党群服务站' },
    printedAt: new Date('2026-11-20T18:30:05Z'),
  };
}

/** The same rows as the words that are drawn, by page. */
export function pdfRows(pages: number): string[][][] {
  const rows = composeContent(pdfRequest(pages)).tables[0]?.rows ?? [];
  return Array.from({ length: pages }, (_, page) =>
    rows.slice(page * ROWS_PER_PAGE, (page + 1) * ROWS_PER_PAGE).map((row) => [...row]),
  );
}
