import type { SelfServiceItem } from '../../contract/catalogue/item.ts';
import type { IdentityCard } from '../../contract/identity-card.ts';
import { fetchRecord } from '../../main/services/fetch-record.ts';
import { prepareDocument } from '../../main/services/prepare-document.ts';
import type { ServiceParts } from '../../main/services/service-parts.ts';

export interface DocumentTimes {
  /** Until the record was here, checked, and its transaction on disk. */
  readonly queryMs: number;
  /** Until the document could be printed. */
  readonly totalMs: number;
  readonly pages: number;
}

/** From a confirmed item to a document that can be printed, as the core does it; undefined: there is no record. */
export async function oneDocument(
  parts: ServiceParts,
  item: SelfServiceItem,
  card: IdentityCard,
): Promise<DocumentTimes | undefined> {
  const startedAt = performance.now();
  const fetched = await fetchRecord(parts, item, card, {}, new AbortController().signal);
  if (!fetched.ok) throw new Error(`${item.code}: ${fetched.error}`);
  if (fetched.value.outcome === 'noRecord') return undefined;
  const queryMs = performance.now() - startedAt;
  const prepared = await prepareDocument(parts, item, card, fetched.value);
  if (!prepared.ok) throw new Error(`${item.code}: ${prepared.error}`);
  return { queryMs, totalMs: performance.now() - startedAt, pages: prepared.value.pages };
}
