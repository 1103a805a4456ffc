import type { CatalogueEntries } from '../../../contract/catalogue/checked.ts';
import type { DocumentTemplate } from '../../../contract/catalogue/template.ts';
import { buildCatalogue, type Catalogue } from '../../../main/catalogue/catalogue.ts';
import type { Surroundings } from '../../../main/session/projection/surroundings.ts';

const KIOSK = { id: '310120-0042', site: '关港村党群服务站', phone: '12345' };
const QUERY_LIMIT_MS = 15_000;

/** A machine with every device and nothing out of order, as a preview shows it. */
export interface PreviewMachine {
  readonly around: Surroundings;
  readonly catalogue: Catalogue;
  readonly kiosk: { readonly id: string; readonly site: string };
  readonly now: Date;
  /** `YYYY-MM-DD` in Shanghai. */
  readonly today: string;
  readonly guideTemplate: DocumentTemplate | undefined;
}

export function previewMachine(entries: CatalogueEntries, now: Date): PreviewMachine {
  const site = { kioskId: KIOSK.id, division: KIOSK.id.slice(0, 6) };
  const catalogue = buildCatalogue(entries, { find: () => ({ hits: [], total: 0 }) }, site);
  const today = now.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const { catalogue: name, version, publishedAt } = entries.manifest;
  const around: Surroundings = {
    catalogue: () => catalogue,
    catalogueStatus: () => ({ catalogue: name, version, publishedAt, items: entries.items.length }),
    typing: { press: (typed) => typed, take: (typed) => typed },
    kiosk: KIOSK,
    orientation: 'portrait',
    hasDevice: () => true,
    cameras: () => ({}),
    deviceHealth: () => [],
    readerReady: () => true,
    printerReady: () => true,
    offline: () => false,
    queryLimitMs: QUERY_LIMIT_MS,
    today: () => today,
    itemUrl: (code) => `http://127.0.0.1/items/${code}`,
  };
  return { around, catalogue, kiosk: KIOSK, now, today, guideTemplate: catalogue.guideTemplate() };
}
