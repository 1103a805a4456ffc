import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedParts } from './marked.tsx';

test('the found part is marked, the rest is not', () => {
  expect(markedParts('医保个人账户查询', [[0, 2]])).toEqual([
    { text: '医保', marked: true },
    { text: '个人账户查询', marked: false },
  ]);
});

test('whatever the ranges, nothing of the name is lost or said twice', () => {
  const range = fc.tuple(fc.nat(30), fc.nat(30)).map(([from, to]): [number, number] => [from, to]);
  fc.assert(
    fc.property(fc.string({ maxLength: 25 }), fc.array(range, { maxLength: 6 }), (text, ranges) => {
      expect(
        markedParts(text, ranges)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
