import type { ErrorCode } from '../../../contract/errors.ts';
import type { PrintOutcome } from '../visit-work.ts';

/** Failures after which the same document may be asked for again: nothing of it came out. */
const REPRINTABLE: readonly ErrorCode[] = ['printer.jobFailed', 'printer.offline', 'printer.paperOut'];

/** Failures that another try at this machine does not mend, today at least. */
const FOR_STAFF: readonly ErrorCode[] = [
  'center.limitReached',
  'center.refused',
  'center.wrongPerson',
  'core.storeFailed',
  'document.unprintableCharacter',
];

export const mayRetryPrint = (failure: ErrorCode): boolean => REPRINTABLE.includes(failure);

export const mayRetryQuery = (failure: ErrorCode): boolean => !FOR_STAFF.includes(failure);

/**
 * What the person is told of a print that did not succeed. Where pages may lie in the tray, "look there" comes before
 * whatever held the printer up, and another try is not offered: it could print a second time.
 */
export function printFailure(outcome: Exclude<PrintOutcome, { outcome: 'printed' }>): ErrorCode {
  return outcome.outcome === 'unknown' && mayRetryPrint(outcome.code) ? 'printer.jobLost' : outcome.code;
}
