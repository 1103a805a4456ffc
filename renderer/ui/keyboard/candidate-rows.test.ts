import { expect, test } from 'vitest';
import { candidateRows } from './candidate-rows.ts';

test('no candidates, no rows', () => {
  expect(candidateRows([], 'normal')).toEqual([]);
});

test('every candidate is in one row, in order, words take more room than single hanzi', () => {
  const single = [...'是时十事使世市师识式施史'];
  const words = ['上海市样本区', '上海市', '上海', '商会', '伤害', '伤寒'];
  for (const size of ['normal', 'elder'] as const) {
    for (const list of [single, words, [...words, ...single]]) {
      const rows = candidateRows(list, size);
      expect(rows.flatMap(({ from, to }) => list.slice(from, to))).toEqual(list);
    }
  }
  expect(candidateRows(single, 'normal')[0]?.to).toBe(8);
  expect(candidateRows(words, 'elder')[0]?.to).toBeLessThan(6);
});

test('a word wider than the row still has its row', () => {
  expect(candidateRows(['一二三四五六七八九十一二三四五六七八九十一二三四五六', '一'], 'elder')).toHaveLength(2);
});
