/** Months as numbers that can be counted with: years × 12 + months from 0. */
export interface MonthRange {
  readonly from: number;
  readonly until: number;
}

const PATTERN = /^(\d{4})-(0[1-9]|1[0-2])$/;

export const monthNumber = (year: number, month: number): number => year * 12 + month - 1;
export const yearOf = (month: number): number => Math.floor(month / 12);
/** From 1. */
export const monthOf = (month: number): number => (month % 12) + 1;

export const writeMonth = (month: number): string =>
  `${String(yearOf(month)).padStart(4, '0')}-${String(monthOf(month)).padStart(2, '0')}`;
export const writeRange = ({ from, until }: MonthRange): string => `${writeMonth(from)}/${writeMonth(until)}`;

function readMonth(text: string | undefined): number | undefined {
  const [, year, month] = PATTERN.exec(text ?? '') ?? [];
  return year && month ? monthNumber(Number(year), Number(month)) : undefined;
}

/** `YYYY-MM/YYYY-MM`; undefined for anything else. */
export function readRange(text: string): MonthRange | undefined {
  const [first, second] = text.split('/');
  const from = readMonth(first);
  const until = readMonth(second);
  return from === undefined || until === undefined ? undefined : { from, until };
}

/** The last months before the current one, which is not complete yet. */
export const lastMonths = (count: number, current: number): MonthRange => ({
  from: current - count,
  until: current - 1,
});

/** The usual spans that the field allows: half a year, a year, all of it. */
export const quickSpans = (maxMonths: number): readonly number[] =>
  [...new Set([3, 6, 12, Math.min(maxMonths, 60)])].filter((months) => months <= maxMonths).sort((a, b) => a - b);

/**
 * Moves one end by months. The other end goes along where it must: the range stays in order, not longer than `maxMonths`,
 * and before the current month.
 */
export function moveEnd(
  range: MonthRange,
  end: 'from' | 'until',
  by: number,
  maxMonths: number,
  current: number,
): MonthRange {
  const moved = Math.min(range[end] + by, current - 1);
  if (end === 'from') {
    return { from: moved, until: Math.min(Math.max(range.until, moved), moved + maxMonths - 1) };
  }
  return { from: Math.max(Math.min(range.from, moved), moved - maxMonths + 1), until: moved };
}
