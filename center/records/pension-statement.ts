import { careerOf } from './career.ts';
import { type Contribution, contributionsOf } from './contributions.ts';
import { monthText, yearOf } from './months.ts';
import { type RecordKind, subjectOf, sum } from './record-kind.ts';

/** Interest on personal accounts (记账利率) by year, sample figures close to those published; 2.5 % for years not listed. */
const INTEREST: Readonly<Record<number, number>> = {
  2016: 0.0831,
  2017: 0.0712,
  2018: 0.0829,
  2019: 0.0761,
  2020: 0.0604,
  2021: 0.0669,
  2022: 0.0612,
  2023: 0.0397,
  2024: 0.0262,
};
const INTEREST_ELSE = 0.025;

interface AccountYear {
  readonly opening: number;
  readonly credited: number;
  readonly interest: number;
  readonly closing: number;
}

/** 上年度养老保险个人权益记录单: the calendar year before the query. */
export const pensionStatement: RecordKind = {
  itemCode: '310014000103',
  title: '上年度养老保险个人权益记录单',
  make(person, at) {
    const career = careerOf(person);
    if (career === null) return null;
    const year = Number(at.today.slice(0, 4)) - 1;
    const all = contributionsOf(person, career, at.lastCompleteMonth).filter(({ month }) => yearOf(month) <= year);
    const listed = all.filter(({ month }) => yearOf(month) === year);
    const latest = listed.at(-1);
    if (latest === undefined) return null;
    const account = accountIn(year, all);
    return {
      subject: {
        ...subjectOf(person),
        year: String(year),
        employer: latest.employer,
        months: listed.length,
        totalMonths: all.length,
        averageBase: Math.round(sum(listed.map(({ base }) => base)) / listed.length),
        personal: account.credited,
        employerShare: sum(listed.map(({ employerShare }) => employerShare)),
        balance: account.closing,
      },
      tables: {
        account: [
          { entry: `${year - 1}年末个人账户储存额`, amount: account.opening },
          { entry: `${year}年个人缴费记入`, amount: account.credited },
          { entry: `${year}年利息记入`, amount: account.interest },
          { entry: `${year}年末个人账户储存额`, amount: account.closing },
        ],
        months: listed.map((row) => ({ ...row, month: monthText(row.month) })),
      },
    };
  },
};

/** Interest: a whole year on the opening balance, half a year on what came in. */
function accountIn(year: number, all: readonly Contribution[]): AccountYear {
  let account: AccountYear = { opening: 0, credited: 0, interest: 0, closing: 0 };
  for (let each = yearOf(all[0]?.month ?? year * 12); each <= year; each++) {
    const opening = account.closing;
    const credited = sum(all.filter(({ month }) => yearOf(month) === each).map(({ personal }) => personal));
    const interest = Math.round((opening + credited / 2) * (INTEREST[each] ?? INTEREST_ELSE));
    account = { opening, credited, interest, closing: opening + credited + interest };
  }
  return account;
}
