import { dayNumber } from '../../../contract/catalogue/calendar.ts';
import { drawFor, type Seed } from '../draw.ts';
import { type MonthNumber, monthOf, monthText, parseMonth } from '../months.ts';
import type { PlannedTable } from './plan.ts';
import { grownUpAgo, type Period, periodOf, type Question } from './question.ts';
import { ANCHOR_DAY, dayText, recurring } from './recurring-date.ts';

/** Which row it is, now and on every later day. */
export interface RowTimes {
  /** Its place in a course that goes on: months since 2010, or rows since the first. */
  readonly index: number;
  /** What its values are drawn from besides the table. */
  readonly seed: string;
  /** `YYYY-MM-DD`, or `YYYY-MM`; empty where rows have no time. */
  readonly when: string;
}

const FIRST_MONTH = monthOf(2010, 1);
const MOST_ROWS = 240;
const DAYS_IN_TEN_YEARS = 3653;

/**
 * The rows of a table, oldest first, from the very first one; `shown` is how many of the newest are wanted. Where rows go
 * on in time, a later day adds rows behind and changes none before.
 */
export function courseOf(
  table: PlannedTable,
  question: Question,
  seed: Seed,
  rows: number,
  begun?: string,
): RowTimes[] {
  const { time } = table;
  switch (time.kind) {
    case 'months':
      return monthsUpTo(question.at.lastCompleteMonth);
    case 'dates':
      return table.ordered
        ? begun === undefined
          ? events(time.gap, question, seed, rows)
          : eventsSince(begun, time.gap, question, seed, rows)
        : days(time.gap, question, seed, rows, periodOf(question) !== null);
    case 'ago':
      // A list that always has so many rows is one sitting: the subjects of one examination.
      return block(
        grownUpAgo(time.ago, question),
        question,
        seed,
        rows,
        !table.ordered && table.rows[0] > 2 && table.rows[0] === table.rows[1],
      );
    case 'none':
      return Array.from({ length: rows }, (_, index) => ({ index, seed: `row ${index}`, when: '' }));
  }
}

/** The rows of the months that were asked for; without any, the newest `rows`. */
export function shown<R extends RowTimes>(
  course: readonly R[],
  table: PlannedTable,
  question: Question,
  rows: number,
): R[] {
  const { time } = table;
  if (time.kind === 'none' || time.kind === 'ago' || table.ordered) return course.slice(-rows);
  const period = periodOf(question, time.kind === 'months' ? time.input : undefined);
  if (period === null) return rows === 0 ? [] : course.slice(-rows);
  return course.filter(({ when }) => within(period, parseMonth(when))).slice(-MOST_ROWS);
}

const within = ({ from, to }: Period, month: MonthNumber): boolean => from <= month && month <= to;

function monthsUpTo(last: MonthNumber): RowTimes[] {
  return Array.from({ length: Math.max(0, last - FIRST_MONTH + 1) }, (_, index) => {
    const when = monthText(FIRST_MONTH + index);
    return { index, seed: when, when };
  });
}

/** Days that go on from one to the next, begun early enough for `rows` of them by 2024. */
function days(
  gap: readonly [number, number],
  { at }: Question,
  seed: Seed,
  rows: number,
  farBack: boolean,
): RowTimes[] {
  const [low, high] = [Math.max(1, Math.min(...gap)), Math.max(1, ...gap)];
  const back = (rows + 1) * high + (farBack ? DAYS_IN_TEN_YEARS : 0);
  const today = dayNumber(at.today) ?? 0;
  const found: RowTimes[] = [];
  let day = ANCHOR_DAY - back + drawFor(...seed, 'first day').integer(0, high);
  for (let index = 0; day <= today; index++) {
    found.push({ index, seed: dayText(day), when: dayText(day) });
    day += drawFor(...seed, 'gap', index).integer(low, high);
  }
  return found;
}

/** A course of events that is over or under way: it stays whole until a new one takes its place. */
function events(gap: readonly [number, number], { at }: Question, seed: Seed, rows: number): RowTimes[] {
  const [low, high] = [Math.max(1, Math.min(...gap)), Math.max(1, ...gap)];
  const newest = recurring([...seed, 'newest'], dayNumber(at.today) ?? 0, [0, Math.max(1, rows) * high - 1]);
  const back = Array.from({ length: rows }, () => 0);
  for (let row = 1; row < rows; row++) {
    back[row] = (back[row - 1] ?? 0) + drawFor(...seed, 'gap', newest, row).integer(low, high);
  }
  return rowsBack(newest, back);
}

/** A course of events from its first day on; what lies ahead has not happened yet. */
function eventsSince(
  begun: string,
  [low, high]: readonly [number, number],
  { at }: Question,
  seed: Seed,
  rows: number,
): RowTimes[] {
  const found: RowTimes[] = [];
  let day = dayNumber(begun) ?? 0;
  for (let index = 0; index < rows && dayText(day) <= at.today; index++) {
    found.push({ index, seed: `${dayText(day)} ${index}`, when: dayText(day) });
    day += drawFor(...seed, 'gap', begun, index).integer(Math.max(1, low), Math.max(1, high));
  }
  return found;
}

/** So many days between two bounds, spread over half of the time: they too stay together. */
function block(
  ago: readonly [number, number],
  { at }: Question,
  seed: Seed,
  rows: number,
  atOnce: boolean,
): RowTimes[] {
  const [low, high] = [Math.min(...ago), Math.max(...ago)];
  const span = rows > 1 && !atOnce ? Math.floor((high - low) / 2) : 0;
  const newest = recurring([...seed, 'newest'], dayNumber(at.today) ?? 0, [low, high - span]);
  const part = rows > 1 ? span / (rows - 1) : 0;
  const back = Array.from({ length: rows }, (_, row) => {
    const jitter = row === 0 ? 0 : drawFor(...seed, 'jitter', newest, row).fraction();
    return Math.floor(part * (row - jitter * 0.8));
  });
  return rowsBack(newest, back);
}

/** From days before the newest to rows, oldest first. */
const rowsBack = (newest: number, back: readonly number[]): RowTimes[] =>
  back
    .toSorted((a, b) => b - a)
    .map((days, index) => ({ index, seed: `${dayText(newest - days)} ${index}`, when: dayText(newest - days) }));
