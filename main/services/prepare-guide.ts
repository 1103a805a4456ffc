import type { CatalogueItem } from '../../contract/catalogue/item.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { Language } from '../../contract/screen.ts';
import { composeGuide } from '../printing/guide/compose-guide.ts';
import type { PreparedGuide } from '../session/visit-work.ts';
import type { ServiceParts } from './service-parts.ts';

/** Lays out the guide of an item, then writes "its print begins": a guide is about nobody. */
export async function prepareGuide(
  { layout, transactions, guides, kiosk, clock, log }: ServiceParts,
  item: CatalogueItem,
  language: Language = 'zh-CN',
): Promise<Result<PreparedGuide, ErrorCode>> {
  const startedAt = clock.now();
  const { template, places, url } = guides(item);
  const laidOut = await layout.layOut({
    ...composeGuide(item, { template, places, url }, language),
    kiosk: { id: kiosk.id, site: kiosk.site },
    printedAt: clock.date(),
  });
  if (!laidOut.ok) {
    log('document-refused', { code: laidOut.error });
    return laidOut;
  }
  const { pdf, pages } = laidOut.value;
  log('document-complete', { pages, bytes: pdf.length, elapsedMs: Math.round(clock.now() - startedAt) });
  const begun = transactions.begin({ itemCode: item.code, holder: null });
  return begun.ok ? ok({ transactionId: begun.value.id, document: laidOut.value }) : begun;
}
