import type { SelfServiceItem } from '../../contract/catalogue/item.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { IdentityCard } from '../../contract/identity-card.ts';
import type { Result } from '../../contract/result.ts';
import type { FetchedRecord, PreparedDocument } from '../session/visit-work.ts';
import type { ServiceParts } from './service-parts.ts';

/** Makes the paper: lays the record out, or stamps where and when a finished PDF was printed. */
export async function prepareDocument(
  { layout, kiosk, clock, log }: ServiceParts,
  { machine: { document: form } }: SelfServiceItem,
  card: IdentityCard | null,
  { record, document, delivered }: FetchedRecord,
): Promise<Result<PreparedDocument, ErrorCode>> {
  const startedAt = clock.now();
  const printedAt = clock.date();
  const prepared: Result<PreparedDocument, ErrorCode> =
    form.kind === 'delivered'
      ? await layout.stamp(delivered ?? new Uint8Array(), { kiosk, number: document.number, printedAt })
      : await layout.layOut({
          template: form.template,
          record,
          holder: card && { name: card.name, idNumber: card.idNumber },
          document,
          kiosk: { id: kiosk.id, site: kiosk.site },
          printedAt,
        });
  if (prepared.ok) {
    const { pdf, pages } = prepared.value;
    log('document-complete', { pages, bytes: pdf.length, elapsedMs: Math.round(clock.now() - startedAt) });
  } else log('document-refused', { code: prepared.error });
  return prepared;
}
