import { describe, expect, test } from 'vitest';
import { addDays, boundsOf, daysInMonth, todayText, within } from './days.ts';

describe('days', () => {
  test('today is that of the machine, not of Greenwich', () => {
    expect(todayText(new Date('2026-11-20T16:30:00Z'))).toBe('2026-11-21');
  });

  test('are counted over months and leap years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect([daysInMonth(2028, 2), daysInMonth(2026, 2), daysInMonth(2026, 12)]).toEqual([29, 28, 31]);
  });

  test('a year or month is offered when one of its days is', () => {
    const bounds = boundsOf({ earliest: -30, latest: 0 }, '2026-01-10');
    expect(bounds).toEqual({ earliest: '2025-12-11', latest: '2026-01-10' });
    expect(
      ['2024', '2025', '2026', '2025-11', '2025-12', '2025-12-10', '2026-01-10', '2026-01-11'].map((start) =>
        within(start, bounds),
      ),
    ).toEqual([false, true, true, false, true, false, true, false]);
  });
});
