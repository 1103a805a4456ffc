import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnWidths } from './column-widths.ts';

const wish = (share: number, least: number, natural: number = least) => ({ share, least, natural });

describe('widths of columns', () => {
  test('follow the shares of the template where everything fits', () => {
    expect(columnWidths([wish(1, 10), wish(3, 10)], 400)).toEqual({ widths: [100, 300], tight: false });
  });

  test('a number that would be broken gets room from those that have more than they need', () => {
    const { widths, tight } = columnWidths([wish(1, 80), wish(3, 10, 20)], 200);
    expect(widths).toEqual([80, 120]);
    expect(tight).toBe(false);
  });

  test('too little for all is said', () => {
    expect(columnWidths([wish(1, 80), wish(1, 80)], 100).tight).toBe(true);
  });

  test('any wishes: the table is as wide as it must be, and no number is broken that need not be', () => {
    const column = fc.record({
      share: fc.integer({ min: 1, max: 50 }),
      least: fc.integer({ min: 1, max: 80 }),
      more: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 9 }), (columns) => {
        const wishes = columns.map(({ share, least, more }) => wish(share, least, least + more));
        const { widths, tight } = columnWidths(wishes, 487);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(487, 6);
        expect(tight).toBe(wishes.reduce((sum, { least }) => sum + least, 0) > 487.01);
      }),
    );
  });
});
