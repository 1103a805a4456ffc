import { isSelfService, type SelfServiceItem } from '../../contract/catalogue/item.ts';
import { seedCatalogue } from '../../main/catalogue/testing.ts';
import { openRecords } from '../../main/core/records.ts';
import { warmCheck } from '../../main/printing/delivered/check-delivered.ts';
import { openDocumentLayout } from '../../main/printing/layout/document-layout.ts';
import type { ServiceParts } from '../../main/services/service-parts.ts';
import { createCenterClient } from '../../main/sync/center-client.ts';
import { systemClock } from '../../native/clock.ts';
import { DEMO_KIOSK_ID } from '../rig/kiosk-files.ts';

const QUERY_TIMEOUT_MS = 10_000;

/** Items of the home page that need no form. */
export const popularItems = (): readonly SelfServiceItem[] =>
  seedCatalogue()
    .popular()
    .filter(isSelfService)
    .filter(({ machine }) => machine.form.length === 0);

/** What the core's services are made of, with the real store, center client and layout thread; without devices. */
export function openVisitParts(dataDir: string, centerUrl: string, key: string) {
  const clock = systemClock;
  const log = (): void => undefined;
  const center = createCenterClient({
    url: centerUrl,
    kioskId: DEMO_KIOSK_ID,
    key,
    clock,
    log,
    queryTimeoutMs: QUERY_TIMEOUT_MS,
  });
  const kiosk = { id: DEMO_KIOSK_ID, site: '关港村党群服务站', phone: '12345' };
  const records = openRecords({
    dataDir,
    kioskId: kiosk.id,
    center,
    printer: undefined,
    clock,
    log,
  });
  const layout = openDocumentLayout();
  const parts: ServiceParts = {
    kiosk,
    transactions: records.transactions,
    center,
    layout,
    guides: () => {
      throw new Error('no guide is printed here');
    },
    prints: undefined,
    receipts: undefined,
    clock,
    log,
  };
  return {
    parts,
    /** As the core does when it starts. */
    async warm(): Promise<void> {
      warmCheck();
      await layout.warm();
    },
    async close(): Promise<void> {
      center.stop();
      await Promise.all([records.close(), layout.close()]);
    },
  };
}
