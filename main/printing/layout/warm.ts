import { layOutDocument } from './lay-out-document.ts';

const WARM_ROWS = 60;

/** Loads the fonts and runs the layout once over a document about nobody, so that the first real one is fast. */
export async function warm(): Promise<void> {
  const text = (zh: string) => ({ zh, en: zh });
  const row = { month: '2024-01', text: '预热𮧵', money: 123456 };
  await layOutDocument({
    template: {
      title: text('预热'),
      subject: [{ key: 'text', label: text('项目'), format: 'text' }],
      tables: [
        {
          key: 'rows',
          title: text('明细'),
          columns: [
            { key: 'month', label: text('月份'), format: 'month', width: 1, align: 'center' },
            { key: 'text', label: text('摘要'), format: 'text', width: 2, align: 'left' },
            { key: 'money', label: text('金额（元）'), format: 'money', width: 1, align: 'right' },
          ],
        },
      ],
      notes: [text('预热')],
      sealOwner: '预热',
    },
    record: { subject: row, tables: { rows: Array.from({ length: WARM_ROWS }, () => row) } },
    holder: { name: '预热', idNumber: '0123456789X' },
    document: { number: 'WARM-0000', issuedAt: '2024-01-01T00:00:00+08:00', verifyUrl: 'https://example.invalid/' },
    kiosk: { id: '000000-0000', site: '预热' },
    printedAt: new Date(0),
  });
}
