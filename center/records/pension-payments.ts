import type { SpecimenPerson } from '../../contract/specimen.ts';
import { type Career, careerOf } from './career.ts';
import { toJiao } from './contributions.ts';
import { drawFor } from './draw.ts';
import { dateText, type MonthNumber, monthInYear, monthRange, monthText, yearOf } from './months.ts';
import { type RecordKind, subjectOf, sum } from './record-kind.ts';
import { averageWage } from './wages.ts';

/** Yearly rise by year, sample figures close to those published: 10 % before 2016, 2 % after the last. */
const RISES: Readonly<Record<number, number>> = {
  2016: 0.065,
  2017: 0.055,
  2018: 0.05,
  2019: 0.05,
  2020: 0.05,
  2021: 0.045,
  2022: 0.04,
  2023: 0.038,
  2024: 0.03,
};

const MONTHS_LISTED = 120;
const PAY_DAY = 15;

interface Payment {
  readonly month: MonthNumber;
  readonly granted: number;
  readonly adjusted: number;
}

/** 享受城镇基本养老金情况: what was paid within the last ten years, and how it rose every January. */
export const pensionPayments: RecordKind = {
  itemCode: '310014000102',
  title: '享受城镇基本养老金情况',
  make(person, at) {
    const career = careerOf(person);
    if (career === null) return null;
    const all = paymentsOf(person, career, at.lastCompleteMonth);
    const listed = all.slice(-MONTHS_LISTED);
    const [first] = listed;
    const latest = listed.at(-1);
    if (first === undefined || latest === undefined) return null;
    const totals = new Map(all.map((payment) => [payment.month, totalOf(payment)]));
    return {
      subject: {
        ...subjectOf(person),
        retiredMonth: monthText(career.pensionFrom),
        contributionMonths: career.pensionFrom - career.workedSince,
        granted: latest.granted,
        current: totalOf(latest),
        periodFrom: monthText(first.month),
        periodTo: monthText(latest.month),
        months: listed.length,
        paid: sum(listed.map(totalOf)),
      },
      tables: {
        adjustments: listed.flatMap((payment) => {
          const before = totals.get(payment.month - 1);
          const after = totalOf(payment);
          if (before === undefined || before === after) return [];
          return [{ month: monthText(payment.month), before, added: after - before, after }];
        }),
        months: listed.map((payment) => ({
          month: monthText(payment.month),
          granted: payment.granted,
          adjusted: payment.adjusted,
          total: totalOf(payment),
          paidOn: dateText(payment.month, PAY_DAY),
        })),
      },
    };
  },
};

const totalOf = ({ granted, adjusted }: Payment): number => granted + adjusted;

/** From the first month of pension; those who drew a pension in the year before share in its rise. */
function paymentsOf({ card }: SpecimenPerson, career: Career, last: MonthNumber): Payment[] {
  const { pensionFrom, workedSince } = career;
  const years = (pensionFrom - workedSince) / 12;
  const level = 0.85 + drawFor(card.idNumber, 'pension').fraction() * 0.4;
  const granted = toJiao(averageWage(yearOf(pensionFrom) - 1) * 100 * (0.2 + 0.01 * years) * level);
  let adjusted = 0;
  return monthRange(pensionFrom, last).map((month) => {
    if (monthInYear(month) === 1 && month > pensionFrom)
      adjusted += toJiao((granted + adjusted) * riseOf(yearOf(month)));
    return { month, granted, adjusted };
  });
}

const riseOf = (year: number): number => RISES[year] ?? (year < 2016 ? 0.1 : 0.02);
