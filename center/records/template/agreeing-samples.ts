import type { Sample } from '../../../contract/catalogue/sample.ts';
import type { PlannedField, PlannedTable } from './plan.ts';

/**
 * Where the head of a document and its tables speak of the same thing they have to agree, whatever an item's own samples
 * say: a drawn total beside rows that add up to something else is what an official sees first.
 */
export function agreeing(field: PlannedField, tables: readonly PlannedTable[]): PlannedField {
  const sample = agreed(field, tables);
  return sample === undefined ? field : { ...field, sample };
}

function agreed({ key, format, sample }: PlannedField, tables: readonly PlannedTable[]): Sample | undefined {
  const drawn = 'range' in sample || 'fixed' in sample;
  const starts = tables.some(({ columns }) =>
    columns.some((c) => 'running' in c.sample && c.sample.running.start === key),
  );
  if (starts) return undefined;
  if (format === 'integer' && drawn) {
    if (tables.some((table) => table.key === key)) return { count: key };
    if (key === 'count' && tables.length === 1) return { count: tables[0]?.key ?? '' };
  }
  if ((format === 'integer' || format === 'money') && drawn) return addedUp(key, tables);
  if (key === 'year' && !('input' in sample)) return oldestRow(tables);
  if (format === 'month' && 'monthAgo' in sample) return edgeOfMonths(key, tables);
  if (format === 'date' && 'dateAgo' in sample) return firstOfHistory(sample.dateAgo, tables);
  return undefined;
}

/** The year of a file is that of its first paper; only the year is taken from the day. */
function oldestRow(tables: readonly PlannedTable[]): Sample | undefined {
  const time = tables[0]?.time;
  return time === undefined || time.kind === 'none' ? undefined : { first: `${tables[0]?.key}.${time.column}` };
}

/** A number with the name of a column is what the column adds up to, or where a running one ends. */
function addedUp(key: string, tables: readonly PlannedTable[]): Sample | undefined {
  const same = tables.flatMap((table) =>
    table.columns
      .filter((column) => column.key === key && (column.format === 'money' || column.format === 'integer'))
      .map((column) => ({ path: `${table.key}.${key}`, column })),
  );
  const [only] = same;
  if (only === undefined || same.length > 1) return undefined;
  return 'running' in only.column.sample ? { last: only.path } : { sum: only.path };
}

function edgeOfMonths(key: string, tables: readonly PlannedTable[]): Sample | undefined {
  const table = tables.find(({ time }) => time.kind === 'months');
  if (table?.time.kind !== 'months') return undefined;
  const path = `${table.key}.${table.time.column}`;
  return key === 'periodFrom' ? { first: path } : key === 'periodTo' ? { last: path } : undefined;
}

/** Days that have been: what lies ahead, or is of yesterday, begins no history. */
const LEAST_DAYS_OF_HISTORY = 2;

const beginsHistory = ({ format, sample }: PlannedField): boolean =>
  format === 'date' && 'dateAgo' in sample && sample.dateAgo[0] >= LEAST_DAYS_OF_HISTORY;

/** What has a history began with its first entry; unless its day was said to lie after all of them. */
function firstOfHistory(
  [newest, oldest]: readonly [number, number],
  tables: readonly PlannedTable[],
): Sample | undefined {
  const time = tables.find(({ ordered, time: { kind } }) => ordered && kind === 'ago');
  if (time?.time.kind !== 'ago' || newest < LEAST_DAYS_OF_HISTORY || time.time.ago[0] > oldest) return undefined;
  return { first: `${time.key}.${time.time.column}` };
}

/** The fact whose day is that of the first entry of a course of events. */
export function beginningOf(table: PlannedTable, facts: readonly PlannedField[]): string | undefined {
  return table.ordered && table.time.kind === 'dates' ? facts.find(beginsHistory)?.key : undefined;
}

/** Columns of a table that agree with each other and with the facts above it. */
export function agreeingColumns(
  { columns, time }: PlannedTable,
  facts: readonly PlannedField[],
): readonly PlannedField[] {
  return columns.map((column) => {
    const { key, format, sample } = column;
    if ('serial' in sample && /^#{1,3}$/.test(sample.serial)) return { ...column, sample: { rowNumber: true } };
    const parts = columns.filter((one) => one.format === 'money' && one.key !== key);
    if (key === 'total' && 'range' in sample && parts.length > 1) {
      return { ...column, sample: { total: parts.map((part) => part.key) } };
    }
    const above = facts.find((fact) => fact.key === key);
    const same = time.kind === 'months' && format === 'text' && above !== undefined && standsAlone(above.sample);
    return same ? { ...column, repeats: key } : column;
  });
}

const standsAlone = (sample: Sample): boolean => 'pick' in sample || 'fixed' in sample || 'input' in sample;
