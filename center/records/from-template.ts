import type { Sample } from '../../contract/catalogue/sample.ts';
import type { RecordRow, RecordValue, ServiceRecord } from '../../contract/record.ts';
import { fitted, stateOfCase } from './template/finishing-touches.ts';
import type { PlannedField, TemplatePlan } from './template/plan.ts';
import { type Question, seedOf } from './template/question.ts';
import { numberOf } from './template/running.ts';
import { scalar } from './template/scalar.ts';
import { madeTable, total } from './template/table-rows.ts';

export { BrokenTemplate } from './template/dependencies.ts';
export { planOf, type TemplatePlan } from './template/plan.ts';
export type { Question } from './template/question.ts';

/**
 * A believable record with exactly the keys of a template. Pure: the same question has the same answer, and a month or a
 * day that was once given never changes later. Null where the department has nothing for this person.
 */
export function recordFromTemplate(plan: TemplatePlan, question: Question): ServiceRecord | null {
  if (!hasRecord(question)) return null;
  const seed = seedOf(question);
  const facts: Record<string, RecordValue> = {};
  const tables: Record<string, readonly RecordRow[]> = {};
  const factOf = (key: string): PlannedField => {
    const fact = plan.facts.find((one) => one.key === key);
    if (fact === undefined) throw new Error(`the template has no fact "${key}"`);
    return fact;
  };
  for (const step of plan.steps) {
    if (step.kind === 'fact') {
      const { key, format, sample } = step.fact;
      // What a running column started from was told with its table.
      if (Object.hasOwn(facts, key)) continue;
      facts[key] = isMade(sample)
        ? fromRows(sample, facts, tables)
        : key === 'state' && 'pick' in sample && tables.steps !== undefined
          ? stateOfCase(sample.pick, tables.steps.length, stepsOf(plan), [...seed, key])
          : scalar(sample, format, question, [...seed, key]);
      continue;
    }
    const made = madeTable(step.table, question, seed, facts, factOf);
    tables[step.table.key] = made.rows;
    if (made.start !== null) facts[made.start.fact] = made.start.value;
  }
  return {
    subject: fitted(plan, facts),
    tables: Object.fromEntries(plan.tables.map(({ key }) => [key, [...(tables[key] ?? [])]])),
  };
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
function fromRows(
  sample: MadeSample,
  facts: RecordRow,
  tables: Readonly<Record<string, readonly RecordRow[]>>,
): RecordValue {
  if ('count' in sample) return tables[sample.count]?.length ?? 0;
  if ('total' in sample) return total(sample.total, {}, facts);
  const path = 'sum' in sample ? sample.sum : 'first' in sample ? sample.first : sample.last;
  const [table = '', column = ''] = path.split('.');
  const values = (tables[table] ?? []).map((row) => row[column] ?? null);
  if ('sum' in sample) return values.reduce<number>((sum, value) => sum + numberOf(value), 0);
  return ('first' in sample ? values[0] : values.at(-1)) ?? null;
}

/** Public information is there for everybody; a record for those whose lives have one. */
function hasRecord({ item, person }: Question): boolean {
  const { identity, binding } = item.machine;
  if (identity === 'none') return true;
  if (person === null || person.life === 'unknown') return false;
  const holders = binding.sampleHolders;
  if (holders === undefined) return true;
  const fromAbroad = person.card.kind !== 'resident' && holders.includes('visitor');
  return fromAbroad || holders.some((life) => life === person.life);
}
