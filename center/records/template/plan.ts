import type { Sample } from '../../../contract/catalogue/sample.ts';
import type { DocumentTemplate, FieldTemplate, TableTemplate, ValueFormat } from '../../../contract/catalogue/template.ts';
import { agreeing } from './agreeing-samples.ts';
import { defaultSample } from './default-sample.ts';
import { inOrder } from './dependencies.ts';

export interface PlannedField {
  readonly key: string;
  readonly format: ValueFormat;
  readonly sample: Sample;
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
  'steps history changes points criteria parts conditions materials corrections faq papers'.split(' '),
);

/**
 * Looks through a template once, when the catalogue is loaded.
 * @throws when samples need each other in a circle, or name a fact, table or column that is not there
 */
export function planOf(template: DocumentTemplate): TemplatePlan {
  const tables = template.tables.map(plannedTable);
  const facts = template.subject.map((field) => agreeing(plannedField(field), tables));
  return { facts, tables, steps: inOrder(facts, tables) };
}

const plannedField = (field: FieldTemplate): PlannedField => ({
  key: field.key,
  format: field.format,
  sample: field.sample ?? defaultSample(field),
});

function plannedTable({ key, sampleRows, columns }: TableTemplate): PlannedTable {
  const planned = columns.map(plannedField);
  const [low, high] = sampleRows ?? DEFAULT_ROWS;
  return {
    key,
    rows: [Math.min(low, high), Math.max(low, high)],
    columns: planned,
    time: timeOf(planned),
    ordered: ORDERED.has(key),
  };
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
