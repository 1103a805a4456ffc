import type { RecordRow, RecordValue } from '../../../contract/record.ts';
import { drawFor, type Seed } from '../draw.ts';
import { cell } from './cells.ts';
import { columnsInOrder } from './dependencies.ts';
import type { PlannedField, PlannedTable } from './plan.ts';
import type { Question } from './question.ts';
import { courseOf, type RowTimes, shown } from './row-times.ts';
import { carryOn, numberOf, onItsSide, type Running, rowsOfAccount, runningOf } from './running.ts';
import { scalar } from './scalar.ts';

/** Rows of a table, and what its running column stood at before the first of them. */
export interface MadeTable {
  readonly rows: readonly RecordRow[];
  readonly start: { readonly fact: string; readonly value: number } | null;
}

interface MadeRow extends RowTimes {
  readonly values: Record<string, RecordValue>;
  /** Which account it belongs to, where one is begun anew after the other. */
  readonly account: number;
  readonly before: number;
}

/**
 * The rows of a table. Each is drawn from itself alone, so that later rows change none before them.
 * @param made the facts made so far, those that the table needs included
 * @param factOf how a fact is made
 */
export function madeTable(
  table: PlannedTable,
  question: Question,
  base: Seed,
  made: RecordRow,
  factOf: (key: string) => PlannedField,
): MadeTable {
  const seed = [...base, table.key];
  const wanted = drawFor(...seed, 'rows').integer(...table.rows);
  const firstDay = table.begins === undefined ? null : made[table.begins];
  const course = courseOf(table, question, seed, wanted, typeof firstDay === 'string' ? firstDay : undefined);
  const running = runningOf(table);
  const listed =
    running === null
      ? shown(course, table, question, wanted).map((row) => plainRow(row, table, question, seed, made))
      : accountRows(course, running, table, question, base, factOf(running.start), made);
  const rows = running === null ? listed : lastAccount(listed, table, question, wanted);
  const since = made.since;
  const begun =
    table.time.kind === 'months' && typeof since === 'string' ? rows.filter(({ when }) => when >= since) : rows;
  const last = begun.length === 0 ? listed.at(-1) : undefined;
  return {
    rows: begun.map(({ values }, position) => numbered(values, table, position)),
    start:
      running === null
        ? null
        : { fact: running.start, value: begun[0]?.before ?? numberOf(last?.values[running.column]) },
  };
}

function plainRow(row: RowTimes, table: PlannedTable, question: Question, seed: Seed, made: RecordRow): MadeRow {
  const values: Record<string, RecordValue> = {};
  for (const column of columnsInOrder(table.columns)) {
    values[column.key] =
      'total' in column.sample
        ? total(column.sample.total, values, made)
        : rowValue(column, row, table, question, seed, made);
  }
  return { ...row, values, account: 0, before: 0 };
}

const rowValue = (
  column: PlannedField,
  row: RowTimes,
  table: PlannedTable,
  question: Question,
  seed: Seed,
  made: RecordRow,
): RecordValue =>
  column.repeats === undefined ? cell(column, row, table, question, seed) : (made[column.repeats] ?? null);

/** All rows from the first, each with the balance after it. */
function accountRows(
  course: readonly RowTimes[],
  running: Running,
  table: PlannedTable,
  question: Question,
  base: Seed,
  start: PlannedField,
  made: RecordRow,
): MadeRow[] {
  const seed = [...base, table.key];
  const length = rowsOfAccount(running, table.columns, start.sample);
  const columns = columnsInOrder(table.columns);
  let [account, balance] = [-1, 0];
  return course.map((row) => {
    const at = Number.isFinite(length) ? Math.floor(row.index / length) : 0;
    if (at !== account) {
      account = at;
      balance = numberOf(scalar(start.sample, start.format, question, [...base, start.key, account]));
    }
    const before = balance;
    const values: Record<string, RecordValue> = {};
    for (const column of columns) {
      if ('running' in column.sample || 'total' in column.sample) continue;
      values[column.key] = rowValue(column, row, table, question, seed, made);
    }
    onItsSide(running, values.matter, values);
    for (const { key, sample } of columns) {
      if ('total' in sample) values[key] = total(sample.total, values, made);
      if ('running' in sample) {
        balance = carryOn(running, before, values);
        values[key] = balance;
      }
    }
    return { ...row, values, account, before };
  });
}

/** Of the newest account; of the one before as long as the new one has too few rows to show. */
function lastAccount(rows: readonly MadeRow[], table: PlannedTable, question: Question, wanted: number): MadeRow[] {
  const newest = rows.at(-1)?.account ?? 0;
  const of = (account: number): MadeRow[] => rows.filter((row) => row.account === account);
  const enough = newest === 0 || of(newest).length >= table.rows[0];
  return shown(enough ? of(newest) : of(newest - 1), table, question, wanted);
}

export const total = (terms: readonly string[], row: RecordRow, facts: RecordRow): number =>
  terms.reduce((sum, term) => {
    const key = term.replace(/^-/, '');
    const value = numberOf(key in row ? row[key] : facts[key]);
    return term.startsWith('-') ? sum - value : sum + value;
  }, 0);

/** With the keys in the template's order. */
function numbered(values: RecordRow, { columns }: PlannedTable, position: number): RecordRow {
  return Object.fromEntries(
    columns.map(({ key, format, sample }) => {
      if (!('rowNumber' in sample)) return [key, values[key] ?? null];
      return [key, format === 'integer' ? position + 1 : String(position + 1)];
    }),
  );
}
