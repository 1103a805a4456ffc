import type { Sample } from '../../../contract/catalogue/sample.ts';
import type { RecordRow, RecordValue } from '../../../contract/record.ts';
import type { PlannedField, PlannedTable } from './plan.ts';

/** A column that goes on from row to row. */
export interface Running {
  readonly column: string;
  readonly start: string;
  readonly plus: readonly string[];
  readonly minus: readonly string[];
}

/** The running column of a table; a table has one at most. */
export function runningOf({ columns }: Pick<PlannedTable, 'columns'>): Running | null {
  for (const { key, sample } of columns) if ('running' in sample) return { column: key, ...sample.running };
  return null;
}

export const numberOf = (value: RecordValue | undefined): number => (typeof value === 'number' ? value : 0);

/**
 * After how many rows an account that only becomes less is begun anew, so that it never falls below nothing. Infinite
 * where as much comes in as goes out.
 */
export function rowsOfAccount({ plus, minus }: Running, columns: readonly PlannedField[], start: Sample): number {
  const bounds = (keys: readonly string[]) =>
    keys.map((key) => boundsOf(columns.find((one) => one.key === key)?.sample));
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const incoming = bounds(plus);
  const outgoing = bounds(minus);
  if (sum(incoming.flat()) >= sum(outgoing.flat())) return Number.POSITIVE_INFINITY;
  const worst = sum(outgoing.map(([, high]) => high)) - sum(incoming.map(([low]) => low));
  return Math.max(1, Math.floor(boundsOf(start)[0] / worst));
}

function boundsOf(sample: Sample | undefined): readonly [number, number] {
  if (sample === undefined) return [0, 0];
  if ('range' in sample) return [Math.min(...sample.range), Math.max(...sample.range)];
  return 'fixed' in sample ? [numberOf(sample.fixed), numberOf(sample.fixed)] : [0, 0];
}

/** The balance after a row; more than there is cannot go out, so the row is made smaller first. */
export function carryOn({ plus, minus }: Running, before: number, values: Record<string, RecordValue>): number {
  const added = (keys: readonly string[]): number => keys.reduce((total, key) => total + numberOf(values[key]), 0);
  let missing = added(minus) - added(plus) - before;
  for (const key of minus) {
    if (missing <= 0) break;
    const less = Math.min(missing, numberOf(values[key]));
    values[key] = numberOf(values[key]) - less;
    missing -= less;
  }
  return before + added(plus) - added(minus);
}

const INCOMING = /缴|划入|充值|利息|结息|计入|补贴|收益|结转|交存|存入|返还/;
const OUTGOING = /购药|支付|支出|消费|提取|分摊|乘车|乘船|扣|还款|还贷|维修|门诊|住院|支取/;

/** What a row says it is for decides on which side its money stands. */
export function onItsSide(
  { plus, minus }: Running,
  matter: RecordRow[string] | undefined,
  values: Record<string, RecordValue>,
): void {
  if (typeof matter !== 'string' || plus.length === 0 || minus.length === 0) return;
  const [comes, goes] = [INCOMING.test(matter), OUTGOING.test(matter)];
  if (comes === goes) return;
  for (const key of comes ? minus : plus) values[key] = 0;
}
