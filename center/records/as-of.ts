import { type MonthNumber, parseMonth } from './months.ts';

/** The moment a record is made for. Records hold complete months only, so they never change a month once given. */
export interface AsOf {
  /** `YYYY-MM-DD` in Shanghai. */
  readonly today: string;
  readonly lastCompleteMonth: MonthNumber;
  /** ISO 8601 with the offset of Shanghai, to the second. */
  readonly instant: string;
}

/** China has one time zone and no summer time (since 1992). */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

export function asOf(date: Date): AsOf {
  const local = new Date(date.getTime() + SHANGHAI_OFFSET_MS).toISOString();
  const today = local.slice(0, 10);
  return { today, lastCompleteMonth: parseMonth(today) - 1, instant: `${local.slice(0, 19)}+08:00` };
}
