import type { Scanned } from '../../contract/scanned.ts';
import type { ScreenName } from '../../contract/screen.ts';

/**
 * Whether a scan is for whoever stands at the front, though staff may be putting in at a second screen: both use one scanner.
 * A pick-up code is never the staff's, and the number of a case never a proof; where materials are handed in, a number is the
 * resident's.
 * @param screen what the front shows; `staff`: staff stand there themselves
 */
export function isForVisit(scanned: Scanned, screen: ScreenName | undefined): boolean {
  switch (screen) {
    case 'staff':
      return false;
    case 'handIn':
      return true;
    case 'pickup':
      return scanned.kind !== 'caseNumber';
    default:
      return scanned.kind === 'pickupCode';
  }
}
