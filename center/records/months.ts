/** A month as a count: year × 12 + (0 … 11). Plain numbers, so that they can be compared and subtracted. */
export type MonthNumber = number;

export const monthOf = (year: number, month: number): MonthNumber => year * 12 + month - 1;

export const yearOf = (month: MonthNumber): number => Math.floor(month / 12);

/** 1 … 12. */
export const monthInYear = (month: MonthNumber): number => (month % 12) + 1;

/** `YYYY-MM`. */
export const monthText = (month: MonthNumber): string =>
  `${yearOf(month)}-${String(monthInYear(month)).padStart(2, '0')}`;

/** `YYYY-MM-DD`; `day` must exist in the month. */
export const dateText = (month: MonthNumber, day: number): string =>
  `${monthText(month)}-${String(day).padStart(2, '0')}`;

/** Of `YYYY-MM` or `YYYY-MM-DD`. */
export function parseMonth(text: string): MonthNumber {
  const [year, month] = text.split('-').map(Number);
  if (year === undefined || month === undefined) throw new Error('expected YYYY-MM');
  return monthOf(year, month);
}

/** Every month from the first to the last, both included; none if they are the wrong way round. */
export function monthRange(from: MonthNumber, to: MonthNumber): MonthNumber[] {
  return Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => from + index);
}
