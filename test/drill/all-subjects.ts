import type { DrillSubject } from './subject.ts';
import { auxiliariesSubject } from './subjects/auxiliaries.ts';
import { ippSubject } from './subjects/document.ts';
import { idCardSubjects } from './subjects/id-card.ts';
import { lockerSubjects } from './subjects/locker.ts';
import { receiptSubjects } from './subjects/receipt.ts';
import { scannerSubjects } from './subjects/scanner.ts';
import { pcscSubject } from './subjects/social-card.ts';
import { nutSubject } from './subjects/ups.ts';

/** Every driver of the fault matrix, in the order of the cabinet. */
export const DRILL_SUBJECTS: readonly DrillSubject[] = [
  ...idCardSubjects,
  pcscSubject,
  ...scannerSubjects,
  ...receiptSubjects,
  ippSubject,
  ...lockerSubjects,
  auxiliariesSubject,
  nutSubject,
];
