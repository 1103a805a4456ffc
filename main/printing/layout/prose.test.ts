import { describe, expect, test } from 'vitest';
import type { DocumentTemplate } from '../../../contract/catalogue/template.ts';
import { laidOut, withRows } from './testing/laid-out.ts';
import { pagesAsText } from './testing/poppler.ts';
import { sampleRequest } from './testing/sample-request.ts';

const text = (zh: string) => ({ zh, en: zh });
const squeezed = (page: string): string => page.replace(/\s/g, '');

const withProse = (rows: number, change: Partial<DocumentTemplate>) => {
  const request = sampleRequest(rows);
  return { ...request, template: { ...request.template, ...change } };
};

const wordsOf = async (change: Partial<DocumentTemplate>): Promise<string> =>
  squeezed((await pagesAsText((await laidOut(withProse(1, change))).pdf)).join(''));

/** Sentences that can be told apart, `count` of them. */
const long = (count: number): string =>
  Array.from({ length: count }, (_, index) => `第${String(index).padStart(3, '0')}句，说的是同一件事。`).join('');

describe('paragraphs', () => {
  test('write facts by their format, the person in full as on the card', async () => {
    const opening = [text('兹证明{name}（证件号码：{idNumber}）账户余额{balance}元，单位为{employer}。')];
    expect(await wordsOf({ opening })).toContain(
      '兹证明赵𬭚𫖯（证件号码：319999197901309034）账户余额1,234,567.89元，单位为样本城市运营服务有限公司。',
    );
  });

  test('a fact that nobody knows is a dash, and a fact in braces is not filled in again', async () => {
    const request = withProse(1, { opening: [text('编号{nowhere}；单位{employer}。')] });
    const record = { ...request.record, subject: { ...request.record.subject, employer: '样本{kind}公司' } };
    const page = squeezed((await pagesAsText((await laidOut({ ...request, record })).pdf)).join(''));
    expect(page).toContain('编号—；单位样本{kind}公司。');
  });

  test('stand before and after the tables', async () => {
    const page = await wordsOf({ opening: [text('开头一段。')], closing: [text('特此证明。')] });
    expect(page.indexOf('开头一段')).toBeLessThan(page.indexOf('年度汇总'));
    expect(page.indexOf('特此证明')).toBeGreaterThan(page.indexOf('个人账户明细'));
  });

  test('go on over pages and lose nothing; no line begins with a closing mark', async () => {
    const opening = Array.from({ length: 4 }, () => text(long(70)));
    const pages = await pagesAsText((await laidOut(withProse(1, { opening }))).pdf);
    expect(pages.length).toBeGreaterThan(2);
    expect(squeezed(pages.join('')).match(/第\d{3}句/g)).toHaveLength(280);
    for (const line of pages.join('\n').split('\n')) expect(line.trimStart()).not.toMatch(/^[，。：；）]/);
  });

  test('notes longer than a page go on over pages and lose nothing', async () => {
    const notes = Array.from({ length: 12 }, () => text(long(70)));
    expect((await wordsOf({ notes })).match(/第\d{3}句/g)).toHaveLength(840);
  });
});

describe('signatures', () => {
  const signatures = [text('申请人（签名）'), text('受送达人或代收人（签名）')];

  test('stand on the page of the last paragraph, whatever the length of the table before it', async () => {
    for (let rows = 6; rows < 40; rows += 3) {
      const request = withProse(rows, { signatures, closing: [text('最先一段。'), text('最后一段。')] });
      const pages = (await pagesAsText((await laidOut(request)).pdf)).map(squeezed);
      const page = pages.find((candidate) => candidate.includes('最后一段'));
      expect(page).toContain('申请人（签名）：');
      expect(page).toContain('受送达人或代收人（签名）：');
      expect(page).toContain('（盖章处）');
      expect(page?.match(/日期：/g)).toHaveLength(2);
    }
  });

  test('a long last paragraph is parted, but its last lines stay with them', async () => {
    for (const sentences of [20, 40, 60]) {
      const request = withProse(18, { signatures, closing: [text(`${long(sentences)}到此为止。`)] });
      const pages = (await pagesAsText((await laidOut(request)).pdf)).map(squeezed);
      expect(pages.find((candidate) => candidate.includes('到此为止'))).toContain('申请人（签名）：');
    }
  });
});

describe('what looks careless', () => {
  test('a long title has no line of one hanzi', async () => {
    const title = text('食品行业从业人员预防性健康体检证明办理');
    const [page = ''] = await pagesAsText((await laidOut(withProse(1, { title }))).pdf);
    const lines = page.split('\n').map(squeezed);
    expect(lines.filter((line) => line !== '' && title.zh.includes(line)).map(({ length }) => length)).toEqual([10, 9]);
  });

  test('a voucher number in a column of text stays whole beside long texts', async () => {
    const what = '个人所得税（工资薪金所得）和个人所得税（劳务报酬所得）';
    const request = withRows(Array.from({ length: 3 }, () => ({ no: '33101017263472', what, date: '2024-03-05' })));
    const [years, months] = request.template.tables;
    if (years === undefined || months === undefined) throw new Error('the sample has two tables');
    const columns = months.columns.map((column) =>
      column.key === 'no' ? { ...column, format: 'text' as const } : column,
    );
    const template = { ...request.template, tables: [{ ...months, columns }] };
    const [page = ''] = await pagesAsText((await laidOut({ ...request, template })).pdf);
    expect(page.match(/33101017263472/g)).toHaveLength(3);
  });

  test('a table does not begin with one row of several at the foot of a page', async () => {
    for (let rows = 10; rows < 36; rows += 1) {
      const request = sampleRequest(rows);
      const [, months] = request.template.tables;
      if (months === undefined) throw new Error('the sample has two tables');
      const second = { ...months, key: 'second', title: text('另一张表') };
      const template = { ...request.template, tables: [...request.template.tables, second] };
      const tables = { ...request.record.tables, second: (request.record.tables.months ?? []).slice(0, 4) };
      const pages = await pagesAsText(
        (await laidOut({ ...request, template, record: { ...request.record, tables } })).pdf,
      );
      const begun = pages.find((page) => page.includes('另一张表'));
      expect(begun?.slice(begun.indexOf('另一张表')).match(/2024年03月05日/g)?.length).toBeGreaterThan(1);
    }
  });
});

describe('a paper without an official number', () => {
  const paper = { document: null, footLabel: '办事指南 · 事项编码 310014000101' };

  test('has what it is where the number would be, and neither code nor room for a seal', async () => {
    const pages = await pagesAsText((await laidOut(sampleRequest(60, paper))).pdf);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      expect(squeezed(page)).toContain('办事指南·事项编码310014000101');
      expect(page).not.toMatch(/编号：|盖章处|扫码核验|样本市医疗保险事业管理中心/);
    }
  });

  test('may have nothing there at all', async () => {
    const [page = ''] = await pagesAsText((await laidOut(sampleRequest(1, { document: null }))).pdf);
    expect(page).not.toContain('编号：');
    expect(squeezed(page)).toContain('第1页共1页');
  });
});

describe('a paper without a card', () => {
  test('is about the person that the record names', async () => {
    const request = sampleRequest(1, { holder: null });
    const subject = { ...request.record.subject, name: '王桂兰', idNumber: '319999195203094521' };
    const named = await laidOut({ ...request, record: { ...request.record, subject } });
    const page = squeezed((await pagesAsText(named.pdf)).join(''));
    expect(page).toContain('姓名王桂兰证件号码319999195203094521');
  });

  test('has no line for a person whom nobody names', async () => {
    const [page = ''] = await pagesAsText((await laidOut(sampleRequest(1, { holder: null }))).pdf);
    expect(page).not.toMatch(/姓名|证件号码/);
    expect(page).toContain('参保类型');
  });
});
