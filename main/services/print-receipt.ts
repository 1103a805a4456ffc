import type { SelfServiceItem } from '../../contract/catalogue/item.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { IdentityCard } from '../../contract/identity-card.ts';
import type { Result } from '../../contract/result.ts';
import type { Language } from '../../contract/screen.ts';
import { composeReceipt } from '../printing/receipt/compose-receipt.ts';
import type { FetchedRecord } from '../session/visit-work.ts';
import type { ServiceParts } from './service-parts.ts';

/** The receipt of a printed document; `undefined`: this machine has no receipt printer. */
export function printReceipt(
  { receipts, kiosk, clock, log }: ServiceParts,
  item: SelfServiceItem,
  card: IdentityCard | null,
  { transactionId, document }: FetchedRecord,
  pages: number,
  language: Language,
): Promise<Result<void, ErrorCode>> | undefined {
  if (!receipts) return undefined;
  const startedAt = clock.now();
  const receipt = composeReceipt({
    kiosk,
    itemName: item.name,
    documentNumber: document.number,
    verifyUrl: document.verifyUrl,
    pages,
    holderName: card?.name,
    transactionId,
    printedAt: clock.date(),
    language,
  });
  return receipts.print(receipt).then((printed) => {
    if (printed.ok) log('receipt-complete', { elapsedMs: Math.round(clock.now() - startedAt) });
    else log('receipt-failed', { code: printed.error });
    return printed;
  });
}
