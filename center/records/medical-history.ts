import type { SpecimenPerson } from '../../contract/specimen.ts';
import { type Career, careerOf } from './career.ts';
import { type Contribution, contributionsOf, toJiao } from './contributions.ts';
import { drawFor } from './draw.ts';
import { drawVisits, type Visit } from './medical-visit-draw.ts';
import { type MonthNumber, monthOf, monthRange, parseMonth } from './months.ts';
import { sum } from './record-kind.ts';

/** One month of the personal account. Money in fen; `opening + credited − spent = balance`. */
export interface MedicalMonth {
  readonly month: MonthNumber;
  readonly opening: number;
  readonly credited: number;
  /** What the visits of this month took from the account. */
  readonly spent: number;
  readonly balance: number;
  readonly visits: readonly Visit[];
}

export interface MedicalHistory {
  readonly insuranceType: string;
  readonly status: string;
  /** Oldest first, without holes. */
  readonly months: readonly MedicalMonth[];
}

/** Personal accounts of medical insurance began with 2001. */
const ACCOUNTS_SINCE = monthOf(2001, 1);
/** Since then employers pay into the fund only, and pensioners get a fixed sum. */
const ACCOUNT_REFORM = monthOf(2023, 7);

/** All months since the account was opened up to `last`; null for people who are not insured here. */
export function medicalHistoryOf(person: SpecimenPerson, last: MonthNumber): MedicalHistory | null {
  const career = careerOf(person);
  const first = Math.max(career?.employments[0]?.from ?? Number.POSITIVE_INFINITY, ACCOUNTS_SINCE);
  if (career === null || first > last) return null;
  const paid = new Map(contributionsOf(person, career, last).map((each) => [each.month, each]));
  const habit = 0.7 + 0.8 * drawFor(person.card.idNumber, 'health').fraction();
  const months: MedicalMonth[] = [];
  let balance = 0;
  for (const month of monthRange(first, last)) {
    const opening = balance;
    const credited = creditOf(person, career, month, paid.get(month));
    const retired = month >= career.pensionFrom;
    // A month without contribution is a month without cover.
    const insured = retired || paid.has(month);
    const visits = insured ? drawVisits(person, month, { retired, habit, available: opening + credited }) : [];
    const spent = sum(visits.map(({ account }) => account));
    balance = opening + credited - spent;
    months.push({ month, opening, credited, spent, balance, visits });
  }
  const retiredNow = last >= career.pensionFrom;
  return { insuranceType: '城镇职工基本医疗保险', status: retiredNow ? '退休' : '在职', months };
}

/** 2 % of the base of those who work, with a share of the employer's before the reform; a fixed sum for pensioners. */
function creditOf(person: SpecimenPerson, career: Career, month: MonthNumber, paid: Contribution | undefined): number {
  const age = Math.floor((month - parseMonth(person.card.birthDate)) / 12);
  const reformed = month >= ACCOUNT_REFORM;
  if (month >= career.pensionFrom) {
    if (age >= 75) return reformed ? 157_50 : 130_00;
    return reformed ? 140_00 : 116_60;
  }
  if (paid === undefined) return 0;
  const fromEmployer = age >= 45 ? 52_50 : age >= 35 ? 31_50 : 17_50;
  return toJiao(paid.base * 0.02) + (reformed ? 0 : fromEmployer);
}
