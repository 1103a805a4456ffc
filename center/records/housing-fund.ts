import type { SpecimenPerson } from '../../contract/specimen.ts';
import { careerOf } from './career.ts';
import { type Contribution, contributionsOf } from './contributions.ts';
import { drawFor } from './draw.ts';
import { dateText, monthInYear, monthText } from './months.ts';
import { type RecordKind, subjectOf, sum } from './record-kind.ts';

const MONTHS_LISTED = 60;
/** Employer and employee pay the same share. */
const RATE = 0.07;
const YEARLY_INTEREST = 0.015;

/** One line of the account. Money in fen. */
interface Entry {
  readonly month: number;
  readonly date: string;
  readonly summary: string;
  readonly employer: string;
  readonly employerShare: number;
  readonly personal: number;
  readonly interest: number;
  readonly balance: number;
}

/** 住房公积金缴存明细: the last five years; the account of a pensioner is closed and paid out. */
export const housingFund: RecordKind = {
  itemCode: '310033000101',
  title: '住房公积金缴存明细',
  make(person, at) {
    const career = careerOf(person);
    if (career === null || at.lastCompleteMonth >= career.pensionFrom) return null;
    const paid = contributionsOf(person, career, at.lastCompleteMonth);
    const from = at.lastCompleteMonth - MONTHS_LISTED + 1;
    const listed = entriesOf(person, paid, at.lastCompleteMonth).filter(({ month }) => month >= from);
    const months = paid.filter(({ month }) => month >= from);
    const latest = months.at(-1);
    const [first] = months;
    if (first === undefined || latest === undefined) return null;
    return {
      subject: {
        ...subjectOf(person),
        account: `88${drawFor(person.card.idNumber, 'housing').integer(1_000_000_000, 9_999_999_999)}`,
        status: latest.month === at.lastCompleteMonth ? '正常' : '封存',
        employer: latest.employer,
        base: latest.base,
        rate: '单位7% 个人7%',
        periodFrom: monthText(Math.max(from, first.month)),
        periodTo: monthText(at.lastCompleteMonth),
        deposited: sum(listed.map(({ employerShare, personal }) => employerShare + personal)),
        interest: sum(listed.map(({ interest }) => interest)),
        balance: listed.at(-1)?.balance ?? 0,
      },
      tables: { employers: employersOf(months), entries: listed.map(rowOf) },
    };
  },
};

const rowOf = ({ date, summary, employerShare, personal, interest, balance }: Entry) => ({
  date,
  summary,
  employerShare: employerShare === 0 ? null : employerShare,
  personal: personal === 0 ? null : personal,
  interest: interest === 0 ? null : interest,
  balance,
});

function employersOf(months: readonly Contribution[]) {
  return [...Map.groupBy(months, ({ employer }) => employer)].map(([employer, worked]) => ({
    employer,
    from: monthText(worked[0]?.month ?? 0),
    to: monthText(worked.at(-1)?.month ?? 0),
    months: worked.length,
  }));
}

/** From the first deposit: a deposit a month, a line when the employer changes, interest on 30 June. */
function entriesOf(person: SpecimenPerson, paid: readonly Contribution[], last: number): Entry[] {
  const entries: Entry[] = [];
  const byMonth = new Map(paid.map((each) => [each.month, each]));
  const payDay = drawFor(person.card.idNumber, 'housing-day').integer(8, 20);
  let balance = 0;
  let earned = 0;
  let employer = '';
  const add = (
    month: number,
    day: number,
    summary: string,
    employerShare: number,
    personal: number,
    interest: number,
  ) => {
    balance += employerShare + personal + interest;
    entries.push({ month, date: dateText(month, day), summary, employer, employerShare, personal, interest, balance });
  };
  for (let month = paid[0]?.month ?? last + 1; month <= last; month++) {
    const deposit = byMonth.get(month);
    if (deposit !== undefined) {
      const moved = employer !== '' && employer !== deposit.employer;
      employer = deposit.employer;
      if (moved) add(month, payDay, '单位变更转入', 0, 0, 0);
      // Whole yuan, as the fund rounds every share.
      const share = Math.round((deposit.base * RATE) / 100) * 100;
      add(month, payDay, `汇缴 ${monthText(month).replace('-', '年')}月`, share, share, 0);
    }
    earned += (balance * YEARLY_INTEREST) / 12;
    if (monthInYear(month) === 6) {
      add(month, 30, '年度结息', 0, 0, Math.round(earned));
      earned = 0;
    }
  }
  return entries;
}
