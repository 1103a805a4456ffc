import { type MedicalMonth, medicalHistoryOf } from './medical-history.ts';
import { monthText, yearOf } from './months.ts';
import { type RecordKind, subjectOf, sum } from './record-kind.ts';

const MONTHS_LISTED = 120;

/** 基本医疗保险个人账户明细: the last ten years by year and by month. */
export const medicalAccount: RecordKind = {
  itemCode: '310025000101',
  title: '基本医疗保险个人账户明细',
  make(person, at) {
    const history = medicalHistoryOf(person, at.lastCompleteMonth);
    const listed = history?.months.slice(-MONTHS_LISTED) ?? [];
    const [first] = listed;
    const latest = listed.at(-1);
    if (history === null || first === undefined || latest === undefined) return null;
    const { insuranceType, status } = history;
    return {
      subject: {
        ...subjectOf(person),
        insuranceType,
        status,
        periodFrom: monthText(first.month),
        periodTo: monthText(latest.month),
        ...totals(listed),
      },
      tables: {
        years: [...Map.groupBy(listed, ({ month }) => yearOf(month))].map(([year, months]) => ({
          year: String(year),
          ...totals(months),
        })),
        months: listed.map(({ month, opening, credited, spent, balance, visits }) => ({
          month: monthText(month),
          opening,
          credited,
          spent,
          visits: visits.length,
          balance,
        })),
      },
    };
  },
};

const totals = (months: readonly MedicalMonth[]) => ({
  months: months.length,
  opening: months[0]?.opening ?? 0,
  credited: sum(months.map(({ credited }) => credited)),
  spent: sum(months.map(({ spent }) => spent)),
  balance: months.at(-1)?.balance ?? 0,
});
