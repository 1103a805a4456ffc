import { expect, test } from 'vitest';
import { figureOf } from './measure.ts';
import { columnsOf, tableOf, written } from './table.ts';

test('three digits that mean something', () => {
  expect([1234.56, 123.4, 12.34, 1.234, 0].map(written)).toEqual(['1235', '123', '12.3', '1.23', '0.00']);
});

test('hanzi take two columns, also those beyond the basic plane', () => {
  expect(columnsOf('医保 a×µ→')).toBe(9);
  expect(columnsOf('𬭚（')).toBe(4);
});

test('columns stand below one another although names are Chinese', () => {
  const table = tableOf([
    figureOf('医保个人账户', 'ms', [12], { what: '裸写', value: 4 }),
    figureOf('commit', 'µs', [100, 300], { what: 'bare', value: 50 }),
  ]);
  const [head = '', rule = '', ...rows] = table.split('\n');
  expect(rows.map((row) => columnsOf(row))).toEqual([columnsOf(rule), columnsOf(rule)]);
  const unitAt = columnsOf(head.slice(0, head.indexOf('unit')));
  const unitIn = (row: string): string => {
    const before = [...row].findIndex((_, index, all) => columnsOf(all.slice(0, index).join('')) === unitAt);
    return [...row].slice(before, before + 2).join('');
  };
  expect(rows.map(unitIn)).toEqual(['ms', 'µs']);
  expect(rows[0]).toMatch(/3\.00×$/);
  expect(rows[1]).toContain('≤ 300');
});

test('a single run has neither a best nor a slowest', () => {
  const [, , row = ''] = tableOf([figureOf('first', 'ms', [12])]).split('\n');
  expect(row.split(/\s+/)).toEqual(['first', '12.0', 'ms', '1']);
});
