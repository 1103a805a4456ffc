/** What comes next after an error. */
export type NextStep =
  /** The resident does something at the machine (puts the card again, waits for paper) and goes on. */
  | 'mendAndContinue'
  /** The same thing may be tried again by touching "try again". */
  | 'tryAgain'
  /** This visit cannot go on here: another machine, or the counter. */
  | 'elsewhere'
  /** The resident asks the staff or calls the number shown. */
  | 'askStaff';

export interface ErrorEntry {
  readonly resident: { readonly zh: string; readonly en: string };
  readonly technician: string;
  readonly next: NextStep;
}

export const entry = (zh: string, en: string, technician: string, next: NextStep): ErrorEntry => ({
  resident: { zh, en },
  technician,
  next,
});
