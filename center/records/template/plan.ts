import type { Sample } from '../../../contract/catalogue/sample.ts';
import type {
  DocumentTemplate,
  FieldTemplate,
  TableTemplate,
  ValueFormat,
} from '../../../contract/catalogue/template.ts';
import { agreeing, agreeingColumns, beginningOf } from './agreeing-samples.ts';
import { defaultSample } from './default-sample.ts';
import { inOrder } from './dependencies.ts';

export interface PlannedField {
  readonly key: string;
  readonly format: ValueFormat;
  readonly sample: Sample;
  /** The fact that every row repeats: who pays. */
  readonly repeats?: string;
}

/** What a table's rows follow in time. */
export type RowTime =
  | { readonly kind: 'months'; readonly column: string; readonly input: string | undefined }
  | { readonly kind: 'dates'; readonly column: string; readonly gap: readonly [number, number] }
  | { readonly kind: 'ago'; readonly column: string; readonly ago: readonly [number, number] }
  | { readonly kind: 'none' };

export interface PlannedTable {
  readonly key: string;
  readonly rows: readonly [number, number];
  readonly columns: readonly PlannedField[];
  readonly time: RowTime;
  /** Its picks are a course of events or belong together: taken in their order. */
  readonly ordered: boolean;
  /** The fact that is the day of the first row; later rows come as their days come. */
  readonly begins?: string | undefined;
}

export type Step =
  | { readonly kind: 'fact'; readonly fact: PlannedField }
  | { readonly kind: 'table'; readonly table: PlannedTable };

/** How the record of one template is made. */
export interface TemplatePlan {
  readonly facts: readonly PlannedField[];
  readonly tables: readonly PlannedTable[];
  /** Every fact and table, each after those that it needs. */
  readonly steps: readonly Step[];
}

const DEFAULT_ROWS = [1, 6] as const;

const ORDERED = new Set(
  'steps history changes points criteria parts conditions materials corrections faq papers prices'.split(' '),
);

/**
 * Looks through a template once, when the catalogue is loaded.
 * @throws BrokenTemplate when samples need each other in a circle, or name a fact, table or column that is not there
 */
export function planOf(template: DocumentTemplate): TemplatePlan {
  const drawn = template.tables.map(plannedTable);
  const facts = template.subject.map((field) => agreeing(plannedField(field), drawn));
  const tables = drawn.map((table) => ({
    ...table,
    columns: agreeingColumns(table, facts),
    begins: beginningOf(table, facts),
  }));
  return { facts, tables, steps: inOrder(facts, tables) };
}

const plannedField = ({ key, format, label, sample }: FieldTemplate): PlannedField => ({
  key,
  format,
  sample: sample ?? defaultSample({ key, format, label }),
});

function plannedTable({ key, sampleRows, columns }: TableTemplate): PlannedTable {
  const planned = columns.map(plannedField);
  const time = timeOf(planned);
  // Papers of a file lie in it in the order of what happened.
  const ordered = ORDERED.has(key) || (key === 'entries' && time.kind === 'ago');
  const [low, high] = sampleRows ?? DEFAULT_ROWS;
  const most = time.kind === 'none' ? mostRows(planned, ordered) : Number.POSITIVE_INFINITY;
  return {
    key,
    rows: [Math.min(low, high, most), Math.min(Math.max(low, high), most)],
    columns: planned,
    time,
    ordered,
  };
}

/** A list names nothing twice; what goes in pairs ends with the shorter half. */
function mostRows(columns: readonly PlannedField[], ordered: boolean): number {
  const choices = columns.flatMap(({ key, sample }) => {
    if (!('pick' in sample) || sample.pick.length < 2) return [];
    // Row by row in their order, two rows may say the same.
    if (ordered) return [sample.pick.length];
    return key === 'name' ? [new Set(sample.pick).size] : [];
  });
  return Math.min(...choices);
}

function timeOf(columns: readonly PlannedField[]): RowTime {
  for (const { key, sample } of columns) {
    if ('months' in sample) return { kind: 'months', column: key, input: sample.input };
  }
  for (const { key, sample } of columns) {
    if ('dates' in sample) return { kind: 'dates', column: key, gap: sample.dates };
  }
  for (const { key, sample, format } of columns) {
    if ('dateAgo' in sample && format === 'date') return { kind: 'ago', column: key, ago: sample.dateAgo };
  }
  return { kind: 'none' };
}
