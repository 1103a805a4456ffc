import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asOf } from './as-of.ts';
import { monthOf } from './months.ts';
import { anyDay, anyKind, anyone, runs } from './records-rig.ts';

describe('the same answers twice', () => {
  it('the same person and day give the same record', () => {
    fc.assert(
      fc.property(anyone, anyKind, anyDay, (person, kind, day) => {
        expect(kind.make(person, asOf(day))).toEqual(kind.make(person, asOf(day)));
      }),
      runs,
    );
  });

  it('a month once given never changes when later months arrive', () => {
    fc.assert(
      fc.property(anyone, anyKind, anyDay, fc.integer({ min: 1, max: 400 }), (person, kind, day, daysLater) => {
        const before = kind.make(person, asOf(day));
        const after = kind.make(person, asOf(new Date(day.getTime() + daysLater * 86_400_000)));
        for (const [table, key] of [
          ['months', 'month'],
          ['visits', 'date'],
          ['entries', 'date'],
          ['events', 'date'],
        ] as const) {
          const later = Map.groupBy(after?.tables[table] ?? [], (row) => row[key]);
          const earlier = Map.groupBy(before?.tables[table] ?? [], (row) => row[key]);
          for (const [when, rows] of earlier) if (later.has(when)) expect(later.get(when)).toEqual(rows);
        }
      }),
      runs,
    );
  });

  it('the last month listed is complete, by the clock of Shanghai', () => {
    expect(asOf(new Date('2026-10-31T15:59:59Z'))).toMatchObject({
      today: '2026-10-31',
      lastCompleteMonth: monthOf(2026, 9),
    });
    expect(asOf(new Date('2026-10-31T16:00:00Z'))).toMatchObject({
      today: '2026-11-01',
      lastCompleteMonth: monthOf(2026, 10),
      instant: '2026-11-01T00:00:00+08:00',
    });
  });
});
