import type { SpecimenPerson } from '../../contract/specimen.ts';
import type { AsOf } from './as-of.ts';
import { drawFor } from './draw.ts';
import { dateText, parseMonth } from './months.ts';
import { type RecordKind, subjectOf } from './record-kind.ts';

interface PermitEvent {
  readonly date: string;
  readonly matter: string;
  readonly office: string;
  readonly result: string;
  readonly validTo: string;
}

/** The permit is applied for half a year after the registration of residence. */
const MONTHS_BEFORE_APPLICATION = 7;

/** 上海市居住证办理信息: for people whose registered address is in another province. */
export const residencePermit: RecordKind = {
  itemCode: '310009000101',
  title: '上海市居住证办理信息',
  make(person, at) {
    const { card, life } = person;
    if (life !== 'newcomer' || card.kind !== 'resident' || card.address === undefined) return null;
    const events = eventsOf(person, at);
    const [first] = events;
    const latest = events.at(-1);
    if (first === undefined || latest === undefined) return null;
    const draw = drawFor(card.idNumber, 'permit-number');
    const moved = events.some(({ matter }) => matter === '居住地址变更');
    return {
      subject: {
        ...subjectOf(person),
        permitNumber: `YB${draw.integer(10_000_000, 99_999_999)}`,
        status: latest.validTo >= at.today ? '有效' : '已过期',
        domicile: card.address,
        residence: moved ? '上海市样本区样本路300弄8号401室' : '上海市样本区样本新村16号203室',
        firstIssued: first.date,
        validTo: latest.validTo,
        office: latest.office,
      },
      tables: { events: events.map((event) => ({ ...event })) },
    };
  },
};

/** First issue, one endorsement a year before the permit ends, and one move. Only what has happened by today. */
function eventsOf({ card }: SpecimenPerson, at: AsOf): PermitEvent[] {
  const draw = drawFor(card.idNumber, 'permit');
  const issued = parseMonth(card.validFrom) + MONTHS_BEFORE_APPLICATION;
  const day = draw.integer(21, 28);
  const movedAfter = draw.integer(2, 4);
  const events: PermitEvent[] = [];
  const offices = ['样本街道社区事务受理服务中心', '样本镇社区事务受理服务中心'] as const;
  const add = (month: number, onDay: number, matter: string, years: number): void => {
    const office = years > movedAfter ? offices[1] : offices[0];
    events.push({
      date: dateText(month, onDay),
      matter,
      office,
      result: '办结',
      validTo: dateText(issued + years * 12, day),
    });
  };
  add(issued, day, '首次申领', 1);
  for (let years = 1; dateText(issued + (years - 1) * 12, day) <= at.today; years++) {
    if (years === movedAfter) add(issued + years * 12 - 5, draw.integer(1, 20), '居住地址变更', years);
    add(issued + years * 12, day - draw.integer(3, 18), '签注', years + 1);
  }
  return events.filter(({ date }) => date <= at.today);
}
