import { dayNumber } from '../../../contract/catalogue/calendar.ts';
import type { Sample } from '../../../contract/catalogue/sample.ts';
import type { RecordRow, RecordValue } from '../../../contract/record.ts';
import { drawFor, type Seed } from '../draw.ts';
import { decidesState } from './dependencies.ts';
import type { PlannedField, TemplatePlan } from './plan.ts';
import type { Question } from './question.ts';
import { dayText } from './recurring-date.ts';
import { numberOf } from './running.ts';
import { roundAmount, scalar } from './scalar.ts';
import { stateOfCase, stateOfList } from './states.ts';
import { total } from './table-rows.ts';

type Tables = Readonly<Record<string, readonly RecordRow[]>>;

/** A fact at the head of a document, made after all facts and tables that it needs. */
export function madeFact(
  { key, format, sample }: PlannedField,
  plan: TemplatePlan,
  question: Question,
  base: Seed,
  facts: RecordRow,
  tables: Tables,
): RecordValue {
  const seed = [...base, key];
  if (isMade(sample)) {
    const value = fromRows(sample, facts, tables);
    return key === 'established' ? foundation(value, sample, question, seed, tables) : value;
  }
  if (key === 'state' && 'pick' in sample) {
    const [table] = plan.tables.filter(decidesState);
    const rows = tables[table?.key ?? '']?.length ?? 0;
    if (table?.key === 'steps') return stateOfCase(sample.pick, rows, stepsOf(plan), seed);
    if (table !== undefined) return stateOfList(sample.pick, rows, seed);
  }
  return scalar(format === 'money' ? roundAmount(sample) : sample, format, question, seed);
}

/** A company is older than what was changed in it, unless its first entry is the foundation. */
function foundation(
  value: RecordValue,
  sample: MadeSample,
  question: Question,
  seed: Seed,
  tables: Tables,
): RecordValue {
  if (typeof value !== 'string' || !('first' in sample))
    return scalar({ dateAgo: [900, 5000] }, 'date', question, seed);
  const [first = {}] = tables[sample.first.split('.')[0] ?? ''] ?? [];
  if (Object.values(first).some((text) => /设立|成立|开业/.test(String(text)))) return value;
  return dayText((dayNumber(value) ?? 0) - drawFor(...seed, value).integer(200, 2500));
}

/** How many different steps a case has until it is over. */
const stepsOf = ({ tables }: TemplatePlan): number => {
  const columns = tables.find(({ key }) => key === 'steps')?.columns ?? [];
  return Math.max(
    1,
    ...columns.map(({ key, sample }) => (key === 'step' && 'pick' in sample ? sample.pick.length : 1)),
  );
};

type MadeSample = Extract<
  Sample,
  { sum: string } | { count: string } | { first: string } | { last: string } | { total: string[] }
>;

const isMade = (sample: Sample): sample is MadeSample =>
  'sum' in sample || 'count' in sample || 'first' in sample || 'last' in sample || 'total' in sample;

/** A fact that follows from the tables and from other facts. */
function fromRows(sample: MadeSample, facts: RecordRow, tables: Tables): RecordValue {
  if ('count' in sample) return tables[sample.count]?.length ?? 0;
  if ('total' in sample) return total(sample.total, {}, facts);
  const path = 'sum' in sample ? sample.sum : 'first' in sample ? sample.first : sample.last;
  const [table = '', column = ''] = path.split('.');
  const values = (tables[table] ?? []).map((row) => row[column] ?? null);
  if ('sum' in sample) return values.reduce<number>((sum, value) => sum + numberOf(value), 0);
  return ('first' in sample ? values[0] : values.at(-1)) ?? null;
}
