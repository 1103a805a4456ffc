import { careerOf } from './career.ts';
import { contributionsOf } from './contributions.ts';
import { monthText } from './months.ts';
import { type RecordKind, subjectOf, sum } from './record-kind.ts';

const MONTHS_LISTED = 120;

/** 城镇职工基本养老保险缴费情况: the months paid within the last ten years, oldest first. */
export const pensionContributions: RecordKind = {
  itemCode: '310014000101',
  title: '城镇职工基本养老保险缴费情况',
  make(person, at) {
    const career = careerOf(person);
    if (career === null) return null;
    const all = contributionsOf(person, career, at.lastCompleteMonth);
    const from = at.lastCompleteMonth - MONTHS_LISTED + 1;
    const listed = all.filter(({ month }) => month >= from);
    const [first] = all;
    const latest = listed.at(-1);
    const [firstListed] = listed;
    if (first === undefined || firstListed === undefined || latest === undefined) return null;
    return {
      subject: {
        ...subjectOf(person),
        status: at.lastCompleteMonth >= career.pensionFrom ? '离退休' : '正常参保',
        employer: latest.employer,
        firstMonth: monthText(first.month),
        totalMonths: all.length,
        periodFrom: monthText(firstListed.month),
        periodTo: monthText(latest.month),
        months: listed.length,
        personal: sum(listed.map(({ personal }) => personal)),
        employerShare: sum(listed.map(({ employerShare }) => employerShare)),
      },
      tables: { months: listed.map((row) => ({ ...row, month: monthText(row.month) })) },
    };
  },
};
