import type { Sample } from '../../../contract/catalogue/sample.ts';
import type { PlannedField, PlannedTable, Step } from './plan.ts';

/** Samples that cannot be made, whoever asks. */
export class BrokenTemplate extends Error {
  override readonly name = 'BrokenTemplate';
}

/** Needs of every name; a name that is needed and not there is a mistake in the template. */
type Needs = ReadonlyMap<string, readonly string[]>;

/**
 * Facts and tables of a template, each after those that it needs.
 * @throws BrokenTemplate for circles and for names that lead nowhere
 */
export function inOrder(facts: readonly PlannedField[], tables: readonly PlannedTable[]): Step[] {
  const steps = new Map<string, Step>();
  for (const fact of facts) steps.set(fact.key, { kind: 'fact', fact });
  for (const table of tables) steps.set(tableName(table.key), { kind: 'table', table });
  for (const { columns } of tables) columnsInOrder(columns);
  const needs = new Map<string, readonly string[]>();
  for (const { key, sample } of facts) {
    needs.set(key, [...needsOfFact(sample, tables), ...startedBy(key, tables), ...progressOf(key, sample, tables)]);
  }
  for (const table of tables) needs.set(tableName(table.key), [...needsOfTable(table), ...beginOf(table, facts)]);
  return sorted(needs).map((name) => {
    const step = steps.get(name);
    if (step === undefined) throw new BrokenTemplate(`a sample needs "${name}", which the template has not`);
    return step;
  });
}

/** Columns of a table, each after those of the same row that it needs. */
export function columnsInOrder(columns: readonly PlannedField[]): PlannedField[] {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const needs = new Map(
    columns.map(({ key, sample }) => [key, columnsNeeded(sample).filter((needed) => byKey.has(needed))] as const),
  );
  return sorted(needs).flatMap((key) => byKey.get(key) ?? []);
}

const tableName = (key: string): string => `[${key}]`;

const plainKey = (term: string): string => term.replace(/^-/, '');

function columnsNeeded(sample: Sample): string[] {
  if ('total' in sample) return sample.total.map(plainKey);
  return 'running' in sample ? [...sample.running.plus, ...sample.running.minus] : [];
}

function needsOfFact(sample: Sample, tables: readonly PlannedTable[]): string[] {
  if ('count' in sample) return [tableName(sample.count)];
  if ('total' in sample) return sample.total.map(plainKey);
  const path = 'sum' in sample ? sample.sum : 'first' in sample ? sample.first : 'last' in sample ? sample.last : null;
  if (path === null) return [];
  const [table = '', column = ''] = path.split('.');
  const there = tables.some((one) => one.key === table && one.columns.some(({ key }) => key === column));
  if (!there) throw new BrokenTemplate(`a sample needs "${path}", which the template has not`);
  return [tableName(table)];
}

/** A running column says what it started from, before the first row that is shown. */
const startedBy = (fact: string, tables: readonly PlannedTable[]): string[] =>
  tables
    .filter(({ columns }) => columns.some(({ sample }) => 'running' in sample && sample.running.start === fact))
    .map(({ key }) => tableName(key));

/** Facts that a row's columns add up with. */
function needsOfTable({ columns }: PlannedTable): string[] {
  const own = new Set(columns.map(({ key }) => key));
  const added = columns.flatMap(({ sample }) => columnsNeeded(sample)).filter((key) => !own.has(key));
  return [...added, ...columns.flatMap(({ repeats }) => repeats ?? [])];
}

/** How far a case has come decides in which state it is. */
const progressOf = (fact: string, sample: Sample, tables: readonly PlannedTable[]): string[] =>
  fact === 'state' && 'pick' in sample ? tables.filter(decidesState).map(({ key }) => tableName(key)) : [];

/** A case with its steps, and a list that may be empty, go before the state that is told of them. */
export const decidesState = ({ key, rows }: PlannedTable): boolean => key === 'steps' || rows[0] === 0;

/** Nothing was paid before the month since which it is paid. */
const beginOf = ({ time, begins }: PlannedTable, facts: readonly PlannedField[]): string[] => {
  if (begins !== undefined) return [begins];
  return time.kind === 'months' ? facts.filter(isBegin).map(({ key }) => key) : [];
};

const isBegin = ({ key, sample }: PlannedField): boolean => key === 'since' && 'monthAgo' in sample;

function sorted(needs: Needs): string[] {
  const done: string[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    if (done.includes(name)) return;
    if (path.includes(name))
      throw new BrokenTemplate(`samples need each other in a circle: ${[...path, name].join(' → ')}`);
    for (const needed of needs.get(name) ?? []) visit(needed, [...path, name]);
    done.push(name);
  };
  for (const name of needs.keys()) visit(name, []);
  return done;
}
