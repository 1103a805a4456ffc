import type { SpecimenPerson } from '../../contract/specimen.ts';
import { type Draw, drawFor } from './draw.ts';
import { dateText, type MonthNumber } from './months.ts';

/** One use of the insurance card. Money in fen; `fund + account + cash = total`. */
export interface Visit {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly place: string;
  readonly kind: '门诊' | '购药' | '住院';
  readonly total: number;
  readonly fund: number;
  readonly account: number;
  readonly cash: number;
}

interface Circumstances {
  readonly retired: boolean;
  /** How often this person sees a doctor; 1 is usual. */
  readonly habit: number;
  /** What the account holds this month, fen. */
  readonly available: number;
}

interface Place {
  readonly name: string;
  /** Share that the fund takes over for those who work; pensioners get 15 points more. */
  readonly fundShare: number;
}

/** Invented places: every name says 样本 (specimen). */
const PLACES: readonly [Place, ...Place[]] = [
  { name: '样本街道社区卫生服务中心', fundShare: 0.65 },
  { name: '样本新村社区卫生服务中心', fundShare: 0.65 },
  { name: '上海市样本区中心医院', fundShare: 0.6 },
  { name: '上海市样本区中医医院', fundShare: 0.6 },
  { name: '上海市样本第一人民医院', fundShare: 0.5 },
];
const PHARMACIES = ['样本大药房样本路店', '样本大药房样本新村店'] as const;
const HOSPITAL: Place = { name: '上海市样本第一人民医院', fundShare: 0.82 };

/** The visits of one month, by date. Depends on the person, the month and what the account holds then. */
export function drawVisits({ card }: SpecimenPerson, month: MonthNumber, now: Circumstances): Visit[] {
  const draw = drawFor(card.idNumber, 'visits', month);
  const chances = now.retired ? [0.95, 0.75, 0.5] : [0.35, 0.08];
  const count = chances.filter((chance) => draw.chance(chance * now.habit)).length;
  const days = Array.from({ length: count }, () => draw.integer(1, 28)).toSorted((a, b) => a - b);
  let available = now.available;
  return days.map((day) => {
    const visit = drawVisit(draw, dateText(month, day), now.retired, available);
    available -= visit.account;
    return visit;
  });
}

function drawVisit(draw: Draw, date: string, retired: boolean, available: number): Visit {
  const bonus = retired ? 0.15 : 0;
  if (draw.chance(retired ? 0.012 : 0.006)) {
    return settle(date, HOSPITAL, '住院', draw.integer(6_000_00, 22_000_00), bonus / 2, available);
  }
  if (draw.chance(0.3)) {
    return settle(
      date,
      { name: draw.pick(PHARMACIES), fundShare: 0 },
      '购药',
      draw.integer(18_00, 135_00),
      0,
      available,
    );
  }
  return settle(date, draw.pick(PLACES), '门诊', draw.integer(45_00, 420_00), bonus, available);
}

/** The fund first, then the account as far as it reaches, the rest in cash. */
function settle(
  date: string,
  place: Place,
  kind: Visit['kind'],
  total: number,
  bonus: number,
  available: number,
): Visit {
  const fund = Math.round(total * (place.fundShare === 0 ? 0 : place.fundShare + bonus));
  const account = Math.min(total - fund, available);
  return { date, place: place.name, kind, total, fund, account, cash: total - fund - account };
}
