import type { RecordRow, RecordValue, ServiceRecord } from '../../contract/record.ts';
import { madeFact } from './template/facts.ts';
import { fitted } from './template/finishing-touches.ts';
import type { PlannedField, TemplatePlan } from './template/plan.ts';
import { type Question, seedOf } from './template/question.ts';
import { madeTable } from './template/table-rows.ts';

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
      const { key } = step.fact;
      // What a running column started from was told with its table.
      if (Object.hasOwn(facts, key)) continue;
      facts[key] = madeFact(step.fact, plan, question, seed, facts, tables);
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
