import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cupsSheets, honestImpressions, impressionsBySheets, sheetsFor } from './sheets.ts';

const LONG_EDGE = 'two-sided-long-edge';

test.each([
  [1, 1, 1, 0],
  [2, 2, 1, 1],
  [3, 3, 2, 1],
  [4, 4, 2, 2],
  [11, 11, 6, 5],
])('%i pages: %i sheets one-sided, %i two-sided, of which CUPS counts %i', (pages, oneSided, twoSided, byCups) => {
  expect(sheetsFor(pages, 'one-sided')).toBe(oneSided);
  expect(sheetsFor(pages, LONG_EDGE)).toBe(twoSided);
  expect(cupsSheets(pages)).toBe(byCups);
});

test('the blank back of an odd last page may count or not; no other page may', () => {
  expect(honestImpressions(3, LONG_EDGE)).toEqual([3, 4]);
  expect(honestImpressions(4, LONG_EDGE)).toEqual([4]);
  expect(honestImpressions(3, 'one-sided')).toEqual([3]);
});

test('whoever asks for at least the pages accepts every honest count and none with a page missing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.constantFrom('one-sided', LONG_EDGE), (pages, sides) => {
      expect(honestImpressions(pages, sides).every((count) => count >= pages)).toBe(true);
      // A whole sheet fewer is never enough, whether blank backs are counted or not.
      const perSheet = sides === 'one-sided' ? 1 : 2;
      const oneSheetLess = (sheetsFor(pages, sides) - 1) * perSheet;
      expect(oneSheetLess).toBeLessThan(pages);
    }),
  );
});

test('sheets stand for impressions only one-sided', () => {
  expect(impressionsBySheets(3, 'one-sided')).toBe(3);
  expect(impressionsBySheets(0, 'one-sided')).toBeUndefined();
  expect(impressionsBySheets(cupsSheets(3), LONG_EDGE)).toBeUndefined();
});
