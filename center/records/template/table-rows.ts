import type { Sample } from '../../../contract/catalogue/sample.ts';
import type { RecordRow, RecordValue } from '../../../contract/record.ts';
import { drawFor } from '../draw.ts';
import { columnsInOrder } from './dependencies.ts';
import { picked } from './picks.ts';
import type { PlannedField, PlannedTable } from './plan.ts';
import type { Question, Seed } from './question.ts';
import { courseOf, type RowTimes, shown } from './row-times.ts';
import { runningCourse } from './running.ts';
import { inRange, scalar } from './scalar.ts';
import { shareOf } from './share.ts';

/** A table, and what its running columns started from before the first row that is shown. */
export interface MadeTable {
  readonly rows: readonly RecordRow[];
  readonly started: ReadonlyMap<string, number>;
}

interface CourseRow extends RowTimes {
  readonly values: Record<string, RecordValue>;
}

/**
 * The rows of a table.
 * @param facts those that were made before
 * @param startOf what a running column starts from: a fact that is drawn
 */
export function madeTable(
  table: PlannedTable,
  question: Question,
  base: Seed,
  facts: RecordRow,
  startOf: (fact: string) => PlannedField,
): MadeTable {
  const seed = [...base, table.key];
  const rows = drawFor(...seed, 'rows').integer(...table.rows);
  const course = courseOf(table, question, seed, rows);
  const window = shown(course, table, question, rows);
  const columns = columnsInOrder(table.columns);
  const running = columns.some(({ sample }) => 'running' in sample);
  // A balance needs every row before; everything else only those that are shown.
  const made = (running ? course : window).map((row): CourseRow => {
    const values: Record<string, RecordValue> = {};
    for (const column of columns) {
      if (!('running' in column.sample || 'total' in column.sample)) {
        values[column.key] = cell(column, row, table, question, seed);
      }
    }
    return { ...row, values };
  });
  const started = running ? runningCourse(made, table, columns, question, base, startOf) : new Map<string, number>();
  const listed = running ? runningWindow(made, window, started) : made;
  const inLife = begunBy(listed, table, facts);
  return {
    rows: inLife.map(({ values }, position) => finished(values, columns, position, facts)),
    started: startsBefore(inLife[0], columns, started),
  };
}
