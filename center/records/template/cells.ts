import type { RecordValue } from '../../../contract/record.ts';
import { drawFor, type Seed } from '../draw.ts';
import { dateText, monthInYear, parseMonth, yearOf } from '../months.ts';
import { matterOf, picked } from './picks.ts';
import type { PlannedField, PlannedTable } from './plan.ts';
import type { Question } from './question.ts';
import type { RowTimes } from './row-times.ts';
import { runningOf } from './running.ts';
import { scalar, wholeYuan } from './scalar.ts';

/** A value of a row that stands by itself: neither added up nor running on. */
export function cell(
  column: PlannedField,
  row: RowTimes,
  table: PlannedTable,
  question: Question,
  seed: Seed,
): RecordValue {
  const { key, format, sample } = column;
  const { time } = table;
  const own = [...seed, key, row.seed];
  if (time.kind !== 'none' && time.column === key) return row.when;
  if ('months' in sample || 'dates' in sample)
    return time.kind === 'months' ? dayWithin(row.when, [...seed, key]) : row.when;
  if ('rowNumber' in sample) return row.index;
  if ('pick' in sample) return picked(column, sample.pick, row, table, seed);
  if ('range' in sample)
    return scalar(
      format === 'money' && time.kind !== 'dates' ? wholeYuan(sample) : sample,
      format,
      question,
      own,
      shareOf(column, row, table, seed),
    );
  return scalar(sample, format, question, own);
}

/** What is paid every month is paid on the same day. */
const dayWithin = (month: string, seed: Seed): string => dateText(parseMonth(month), drawFor(...seed).integer(8, 25));

const FIRST_LEVEL_YEAR = 2020;
const JULY = 7;

/**
 * Where in their ranges the numbers of a row lie. All of a row lie at the same place, so that amounts fit their base; what
 * is paid every month for the same matter stays the same until the next July and never falls.
 */
function shareOf(column: PlannedField, row: RowTimes, table: PlannedTable, seed: Seed): number {
  if (table.time.kind === 'months' && runningOf(table) === null) {
    const month = parseMonth(row.when);
    const year = monthInYear(month) >= JULY ? yearOf(month) : yearOf(month) - 1;
    const level =
      0.1 + drawFor(...seed, 'level', matterOf(row, table, seed)).fraction() * 0.5 + (year - FIRST_LEVEL_YEAR) * 0.03;
    return Math.min(Math.max(level, 0), 0.999);
  }
  const spent = table.columns.some(({ sample }) => 'running' in sample && sample.running.minus.includes(column.key));
  return drawFor(...seed, row.seed, spent ? 'spent' : 'share').fraction();
}
