import { DRILL_SUBJECTS } from './all-subjects.ts';
import type { Stated } from './expected/stated.ts';
import { EXPECTED } from './expected.ts';
import { FAULT_NAMES, type FaultName } from './faults.ts';
import type { DrillSubject } from './subject.ts';

/** One device with one fault, and what is stated of it. */
export interface MatrixCell {
  readonly subject: DrillSubject;
  readonly fault: FaultName;
  readonly stated: Stated;
}

/** Every cell, device by device. Throws for a subject of which nothing is stated: a bug. */
export const matrixOf = (subjects: readonly DrillSubject[] = DRILL_SUBJECTS): readonly MatrixCell[] =>
  subjects.flatMap((subject) => {
    const stated = EXPECTED[subject.name];
    if (!stated) throw new Error(`nothing is stated of ${subject.name}`);
    return FAULT_NAMES.map((fault) => ({ subject, fault, stated: stated[fault] }));
  });
