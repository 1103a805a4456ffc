import type { ErrorCode } from '../../contract/errors.ts';
import type { Result } from '../../contract/result.ts';
import type { Language } from '../../contract/screen.ts';
import { composeHandInSlip } from '../printing/receipt/compose-hand-in-slip.ts';
import type { HandInSlip } from '../session/locker-visits.ts';
import type { ServiceParts } from './service-parts.ts';

/** The slip of materials that lie in the locker; `undefined`: this machine has no receipt printer. */
export function printHandInSlip(
  { receipts, kiosk, clock, log }: Pick<ServiceParts, 'receipts' | 'kiosk' | 'clock' | 'log'>,
  { caseNumber, itemName, cell, parcelId }: HandInSlip,
  language: Language,
): Promise<Result<void, ErrorCode>> | undefined {
  if (!receipts) return undefined;
  const startedAt = clock.now();
  const slip = composeHandInSlip({
    kiosk,
    caseNumber,
    itemName,
    cell,
    parcelId,
    handedInAt: clock.date(),
    language,
  });
  return receipts.print(slip).then((printed) => {
    if (printed.ok) log('receipt-complete', { elapsedMs: Math.round(clock.now() - startedAt) });
    else log('receipt-failed', { code: printed.error });
    return printed;
  });
}
