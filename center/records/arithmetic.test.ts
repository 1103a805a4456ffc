import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServiceRecord } from '../../contract/record.ts';
import { asOf } from './as-of.ts';
import { careerOf } from './career.ts';
import { contributionsOf } from './contributions.ts';
import { monthOf } from './months.ts';
import { recordKind } from './record-kinds.ts';
import { anyDay, anyone, fen, people, recordOf, rowsOf, runs, total } from './records-rig.ts';
import { baseBounds } from './wages.ts';

/** Every record of a kind, for anyone on any day, is checked by `look`. */
function always(itemCode: string, look: (record: ServiceRecord) => void): void {
  const kind = recordKind(itemCode);
  let seen = 0;
  fc.assert(
    fc.property(anyone, anyDay, (person, day) => {
      const record = kind?.make(person, asOf(day));
      if (!record) return;
      seen++;
      look(record);
    }),
    runs,
  );
  expect(seen).toBeGreaterThan(5);
}

describe('every sum on paper adds up', () => {
  it('medical account: by month, by year and at the head', () => {
    always('310025000101', (record) => {
      let balance = fen(record.subject, 'opening');
      for (const month of rowsOf(record, 'months')) {
        expect(fen(month, 'opening')).toBe(balance);
        balance += fen(month, 'credited') - fen(month, 'spent');
        expect(fen(month, 'balance')).toBe(balance);
        expect(balance).toBeGreaterThanOrEqual(0);
      }
      expect(fen(record.subject, 'balance')).toBe(balance);
      for (const key of ['credited', 'spent', 'months']) {
        expect(total(rowsOf(record, 'years'), key)).toBe(fen(record.subject, key));
      }
      expect(total(rowsOf(record, 'months'), 'credited')).toBe(fen(record.subject, 'credited'));
    });
  });

  it('medical visits: fund, account and cash make the cost, and the account paid what it lists', () => {
    fc.assert(
      fc.property(anyone, anyDay, (person, day) => {
        const visits = recordKind('310025000102')?.make(person, asOf(day));
        const account = recordKind('310025000101')?.make(person, asOf(day));
        if (!visits || !account) return;
        const rows = rowsOf(visits, 'visits');
        for (const row of rows)
          expect(fen(row, 'fund') + fen(row, 'account') + fen(row, 'cash')).toBe(fen(row, 'total'));
        expect(total(rows, 'account')).toBe(total(rowsOf(account, 'months').slice(-24), 'spent'));
        expect(rows.map(({ date }) => String(date))).toEqual(rows.map(({ date }) => String(date)).toSorted());
      }),
      runs,
    );
  });

  it('contributions: 8 % and 20 % or 16 % of a base that never falls and stays within its bounds', () => {
    always('310014000101', (record) => {
      let base = 0;
      for (const row of rowsOf(record, 'months')) {
        const rate = String(row.month) < '2019-05' ? 0.2 : 0.16;
        expect(Math.abs(fen(row, 'personal') - fen(row, 'base') * 0.08)).toBeLessThanOrEqual(5);
        expect(Math.abs(fen(row, 'employerShare') - fen(row, 'base') * rate)).toBeLessThanOrEqual(5);
        expect(fen(row, 'base')).toBeGreaterThanOrEqual(base);
        base = fen(row, 'base');
      }
      expect(total(rowsOf(record, 'months'), 'personal')).toBe(fen(record.subject, 'personal'));
    });
    for (const person of people) {
      const career = careerOf(person);
      if (career === null) continue;
      for (const { month, base } of contributionsOf(person, career, monthOf(2026, 10))) {
        const { low, high } = baseBounds(Math.floor((month - 6) / 12));
        expect(base).toBeGreaterThanOrEqual(low);
        expect(base).toBeLessThanOrEqual(high);
      }
    }
  });

  it('pension: granted and adjustments make what was paid', () => {
    always('310014000102', (record) => {
      const months = rowsOf(record, 'months');
      for (const row of months) expect(fen(row, 'granted') + fen(row, 'adjusted')).toBe(fen(row, 'total'));
      for (const row of rowsOf(record, 'adjustments')) {
        expect(fen(row, 'before') + fen(row, 'added')).toBe(fen(row, 'after'));
        expect(months.find(({ month }) => month === row.month)?.total).toBe(row.after);
      }
      expect(total(months, 'total')).toBe(fen(record.subject, 'paid'));
    });
  });

  it('housing fund: every balance is the one before and what came in', () => {
    always('310033000101', (record) => {
      let balance: number | undefined;
      for (const row of rowsOf(record, 'entries')) {
        const added = Number(row.employerShare) + Number(row.personal) + Number(row.interest);
        if (balance !== undefined) expect(fen(row, 'balance')).toBe(balance + added);
        balance = fen(row, 'balance');
      }
      expect(fen(record.subject, 'balance')).toBe(balance);
    });
  });

  it('yearly statement: agrees with the monthly contributions of that year', () => {
    always('310014000103', (record) => {
      const [opening, credited, interest, closing] = rowsOf(record, 'account').map((row) => fen(row, 'amount'));
      expect((opening ?? 0) + (credited ?? 0) + (interest ?? 0)).toBe(closing);
      expect(total(rowsOf(record, 'months'), 'personal')).toBe(credited);
    });
    const year = rowsOf(recordOf('li-jianguo', '310014000103'), 'months');
    const decade = rowsOf(recordOf('li-jianguo', '310014000101'), 'months');
    expect(decade.filter(({ month }) => String(month).startsWith('2025-'))).toEqual(year);
  });
});
