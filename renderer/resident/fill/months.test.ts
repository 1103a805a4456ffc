import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastMonths, monthNumber, moveEnd, quickSpans, readRange, writeRange } from './months.ts';

const NOW = monthNumber(2026, 11);

describe('months', () => {
  test('are written as the contract wants them, and read back', () => {
    const range = { from: monthNumber(2025, 12), until: monthNumber(2026, 1) };
    expect(writeRange(range)).toBe('2025-12/2026-01');
    expect(readRange('2025-12/2026-01')).toEqual(range);
  });

  test.each(['', '2025-13/2026-01', '2025-12', 'x/y'])('%j is no range', (text) => {
    expect(readRange(text)).toBeUndefined();
  });

  test('the last three are complete months', () => {
    expect(writeRange(lastMonths(3, NOW))).toBe('2026-08/2026-10');
  });

  test('no quick choice is longer than the field allows', () => {
    expect(quickSpans(24)).toEqual([3, 6, 12, 24]);
    expect(quickSpans(12)).toEqual([3, 6, 12]);
    expect(quickSpans(2)).toEqual([2]);
  });

  test('however the ends are moved, the range stays in order, within its length and before this month', () => {
    const move = fc.record({ end: fc.constantFrom('from', 'until'), by: fc.constantFrom(-12, -1, 1, 12) });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.array(move, { maxLength: 30 }), (maxMonths, moves) => {
        let range = lastMonths(1, NOW);
        for (const { end, by } of moves) range = moveEnd(range, end as 'from' | 'until', by, maxMonths, NOW);
        expect(range.from).toBeLessThanOrEqual(range.until);
        expect(range.until).toBeLessThan(NOW);
        expect(range.until - range.from).toBeLessThan(maxMonths);
      }),
    );
  });
});
