import type { SpecimenPerson } from '../../contract/specimen.ts';
import type { Career } from './career.ts';
import { drawFor } from './draw.ts';
import { type MonthNumber, monthInYear, monthOf, monthRange, yearOf } from './months.ts';
import { averageWage, baseBounds } from './wages.ts';

/** One month of pension insurance. Money in fen. */
export interface Contribution {
  readonly month: MonthNumber;
  readonly base: number;
  /** 8 % of the base, on the personal account. */
  readonly personal: number;
  /** 20 % of the base until April 2019, 16 % since. */
  readonly employerShare: number;
  readonly employer: string;
}

const PERSONAL_RATE = 0.08;
const EMPLOYER_RATE_CHANGED = monthOf(2019, 5);

/** Every month worked up to `last`, oldest first. Bases rise every July and never fall. */
export function contributionsOf(person: SpecimenPerson, career: Career, last: MonthNumber): Contribution[] {
  const baseOf = basesOf(person, career);
  return career.employments.flatMap(({ employer, from, to }) =>
    monthRange(from, Math.min(to, last)).map((month) => {
      const base = baseOf(month);
      const employerRate = month < EMPLOYER_RATE_CHANGED ? 0.2 : 0.16;
      return {
        month,
        base,
        personal: toJiao(base * PERSONAL_RATE),
        employerShare: toJiao(base * employerRate),
        employer,
      };
    }),
  );
}

/** Contributions are collected in whole jiao (10 fen). */
export const toJiao = (fen: number): number => Math.round(fen / 10) * 10;

/** A contribution year runs from July to June and is named after the year in which it begins. */
const contributionYear = (month: MonthNumber): number => (monthInYear(month) >= 7 ? yearOf(month) : yearOf(month) - 1);

function basesOf({ card }: SpecimenPerson, career: Career): (month: MonthNumber) => number {
  const bases = new Map<number, number>();
  const first = contributionYear(career.employments[0]?.from ?? career.workedSince);
  const level = 0.7 + drawFor(card.idNumber, 'wage').fraction() * 1.1;
  let before = 0;
  for (let year = first; year <= yearOf(career.pensionFrom); year++) {
    const draw = drawFor(card.idNumber, 'base', year);
    const seniority = 1 + 0.012 * (year - first);
    const wage = averageWage(year - 1) * level * seniority * (0.97 + draw.fraction() * 0.06);
    const { low, high } = baseBounds(year);
    before = Math.min(Math.max(Math.round(wage) * 100, before, low), high);
    bases.set(year, before);
  }
  return (month) => bases.get(contributionYear(month)) ?? before;
}
