import type { SpecimenPerson } from '../../contract/specimen.ts';
import { drawFor } from './draw.ts';
import { type MonthNumber, monthOf, parseMonth } from './months.ts';

export interface Employment {
  readonly employer: string;
  readonly from: MonthNumber;
  /** Included. */
  readonly to: MonthNumber;
}

/** A working life in this city, from its first month to its last, whatever of it has come to pass yet. */
export interface Career {
  readonly employments: readonly Employment[];
  /** First month of work anywhere, years before the accounts began included (视同缴费). */
  readonly workedSince: MonthNumber;
  /** First month of pension. */
  readonly pensionFrom: MonthNumber;
}

/** Individual accounts began with 1993. */
const ACCOUNTS_SINCE = monthOf(1993, 1);

const TRADES = ['机械制造', '纺织品', '电子科技', '物流', '食品', '建筑材料', '软件', '商贸'] as const;
const FORMS = ['有限公司', '股份有限公司', '（集团）有限公司'] as const;

/** Null for people who never worked here: visitors, and those no department knows. */
export function careerOf(person: SpecimenPerson): Career | null {
  if (person.life === 'visitor' || person.life === 'unknown') return null;
  const birth = parseMonth(person.card.birthDate);
  const pensionFrom = birth + retirementAge(person) * 12 + 1;
  const workedSince = Math.min(firstMonth(person, birth), pensionFrom - 1);
  return { employments: employmentsOf(person, workedSince, pensionFrom - 1), workedSince, pensionFrom };
}

/** Ages before and after the reform of 2025, rounded to years. */
function retirementAge({ card, life }: SpecimenPerson): number {
  if (life === 'retired') return card.sex === 'female' ? 55 : 60;
  return card.sex === 'female' ? 58 : 63;
}

/** Newcomers begin when their card was issued here; people from abroad not before 2012; everybody else at 20 or 22. */
function firstMonth({ card, life }: SpecimenPerson, birth: MonthNumber): MonthNumber {
  if (life === 'newcomer') return parseMonth(card.validFrom) + 1;
  const grown = life === 'retired' ? birth + 20 * 12 : birth + 22 * 12;
  return card.kind === 'resident' ? grown : Math.max(grown, monthOf(2012, 3));
}

function employmentsOf({ card }: SpecimenPerson, since: MonthNumber, last: MonthNumber): Employment[] {
  const employments: Employment[] = [];
  const draw = drawFor(card.idNumber, 'career');
  let from = Math.max(since, ACCOUNTS_SINCE);
  let trade = '';
  while (from <= last) {
    const before = trade;
    while (trade === before) trade = draw.pick(TRADES);
    const to = Math.min(from + draw.integer(38, 150), last);
    employments.push({ employer: `上海样本${trade}${draw.pick(FORMS)}`, from, to });
    from = to + 1 + (draw.chance(0.4) ? draw.integer(1, 2) : 0);
  }
  return employments;
}
