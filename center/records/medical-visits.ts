import { medicalHistoryOf } from './medical-history.ts';
import { monthText } from './months.ts';
import { type RecordKind, subjectOf, sum } from './record-kind.ts';

const MONTHS_LISTED = 24;

/** 基本医疗保险就医明细: the visits behind the last two years of the personal account. */
export const medicalVisits: RecordKind = {
  itemCode: '310025000102',
  title: '基本医疗保险就医明细',
  make(person, at) {
    const history = medicalHistoryOf(person, at.lastCompleteMonth);
    const months = history?.months.slice(-MONTHS_LISTED) ?? [];
    const visits = months.flatMap((month) => month.visits);
    const [first] = months;
    const latest = months.at(-1);
    if (history === null || first === undefined || latest === undefined || visits.length === 0) return null;
    return {
      subject: {
        ...subjectOf(person),
        insuranceType: history.insuranceType,
        status: history.status,
        periodFrom: monthText(first.month),
        periodTo: monthText(latest.month),
        visits: visits.length,
        total: sum(visits.map(({ total }) => total)),
        fund: sum(visits.map(({ fund }) => fund)),
        account: sum(visits.map(({ account }) => account)),
        cash: sum(visits.map(({ cash }) => cash)),
      },
      tables: { visits: visits.map((visit) => ({ ...visit })) },
    };
  },
};
