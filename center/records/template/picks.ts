import { drawFor, type Seed } from '../draw.ts';
import type { PlannedField, PlannedTable } from './plan.ts';
import type { RowTimes } from './row-times.ts';

/** Columns that say what a row of a month is for. */
const MATTERS: readonly string[] = ['matter', 'tax'];

/** What the row of a month is for; empty where all are for the same. */
export function matterOf(row: RowTimes, table: PlannedTable, seed: Seed): string {
  for (const column of table.columns) {
    const { key, sample } = column;
    if (MATTERS.includes(key) && 'pick' in sample) return picked(column, sample.pick, row, table, seed) ?? '';
  }
  return '';
}

/**
 * The choice of one row. A course of events takes its choices in order; months keep theirs (nobody changes the employer
 * every month); elsewhere no choice comes twice as long as there are others, and columns of as many choices keep
 * together: a name and its address.
 */
export function picked(
  { key }: PlannedField,
  choices: readonly string[],
  row: RowTimes,
  table: PlannedTable,
  seed: Seed,
): string | null {
  if (table.ordered) return choices[inTurn(row.index, choices.length)] ?? null;
  if (table.time.kind === 'months') {
    const share = drawFor(...seed, key, MATTERS.includes(key) ? row.seed : 'every month').fraction();
    return choices[Math.floor(share * choices.length)] ?? null;
  }
  const order = shuffled(choices.length, [...seed, 'order']);
  return choices[order[row.index % choices.length] ?? 0] ?? null;
}

/** After the last choice the first is left out: nothing is founded twice. */
const inTurn = (index: number, length: number): number =>
  index < length || length < 2 ? Math.min(index, length - 1) : 1 + ((index - length) % (length - 1));

function shuffled(length: number, seed: Seed): number[] {
  const draw = drawFor(...seed, length);
  return Array.from({ length }, (_, index) => ({ index, order: draw.fraction() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ index }) => index);
}
