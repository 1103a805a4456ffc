import { join } from 'node:path';
import type { KioskConfig } from '../../contract/config.ts';
import type { Log } from '../../contract/log-events.ts';
import type { Result } from '../../contract/result.ts';
import type { Clock } from '../../native/clock.ts';
import { openCatalogue } from '../catalogue/keeper.ts';
import { fetchDeltaFrom } from '../catalogue/sync/fetch-delta.ts';
import { openDevices } from '../devices/devices.ts';
import { createGuideLights } from '../devices/guide-lights.ts';
import { warmCheck } from '../printing/delivered/check-delivered.ts';
import { openDocumentLayout } from '../printing/layout/document-layout.ts';
import { createVisitServices } from '../services/visit-services.ts';
import { Session } from '../session/session.ts';
import { readCatalogueKey } from '../sync/catalogue-key.ts';
import { createCenterClient } from '../sync/center-client.ts';
import { readCenterKey } from '../sync/center-key.ts';
import { builtPage, startPageServer } from './api/server.ts';
import { guideSources } from './guide-sources.ts';
import { openLocker } from './locker.ts';
import { openRecords } from './records.ts';
import { surroundingsOf } from './surroundings.ts';

export interface KioskParts {
  readonly config: KioskConfig;
  readonly dataDir: string;
  readonly token: string;
  readonly port: number;
  /** Where `assets/` and `dist/` are. */
  readonly root: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** A machine that is not enrolled starts and says so: the center refuses it, and each item answers that. */
function enrolled<T>(key: Result<T, string>, log: Log): T | undefined {
  if (key.ok) return key.value;
  log('not-enrolled', { reason: key.error });
  return undefined;
}

/** The composition root: builds the real things and hands them to each other. */
export async function buildKiosk(parts: KioskParts): Promise<{ url: string; close(): Promise<void> }> {
  const { config, dataDir, root, clock, log } = parts;
  const kiosk = { id: config.kiosk.id, site: config.kiosk.site, phone: config.kiosk.phone };
  const secretsDir = join(dataDir, 'secrets');

  const center = createCenterClient({
    url: config.center.url,
    kioskId: kiosk.id,
    key: enrolled(readCenterKey(secretsDir), log) ?? '',
    clock,
    log,
    queryTimeoutMs: config.center.queryTimeoutMs,
  });
  const devices = openDevices(config.devices, { clock, log, assetsDir: join(root, 'assets') });
  const records = openRecords({
    dataDir,
    kioskId: kiosk.id,
    center,
    printer: devices.printer,
    clock,
    log,
  });
  const locker = openLocker({ config, dataDir, devices, records, center, clock, log });
  const catalogue = await openCatalogue({
    dataDir,
    seedFile: join(root, 'assets', 'catalogue', 'catalogue.jsonl'),
    site: { kioskId: kiosk.id, division: config.kiosk.division },
    catalogueKey: enrolled(readCatalogueKey(secretsDir), log),
    fetchDelta: fetchDeltaFrom(center),
    clock,
    log,
  });
  const around = surroundingsOf({ config, root, devices, catalogue, center, clock });
  const layout = openDocumentLayout();
  // The first document of the day is then as quick as the next. Nobody waits for it, and a close may cut it short.
  let closing = false;
  layout.warm().catch((error: unknown) => {
    if (!closing) throw error;
  });
  warmCheck();

  const session = new Session({
    work: createVisitServices({
      kiosk,
      transactions: records.transactions,
      center,
      layout,
      guides: guideSources(around, catalogue),
      prints: records.prints,
      receipts: devices.receipts,
      clock,
      log,
    }),
    surroundings: around,
    locker: locker?.visits,
    clock,
    log,
    language: config.ui.language,
    idle: { silenceMs: config.ui.idleSeconds * 1000, warningMs: config.ui.idleWarningSeconds * 1000 },
  });
  session.start();
  records.onSettled(() => session.earlierSettled());
  const unsubscribe = center.onReachability((reachable) => {
    if (reachable) catalogue.wake();
    session.refresh();
    locker?.staff.refresh();
  });
  catalogue.onChange(() => session.refresh());
  const lights = devices.auxiliaries && createGuideLights(devices.auxiliaries);
  lights?.show(session.snapshot().screen);
  session.subscribe(({ screen }) => lights?.show(screen));
  catalogue.start();
  center.start();
  devices.start({
    onCard: (event) => (locker ? locker.card(event) : session.card(event)),
    onScan: (event) => locker?.scan(event),
    onDoor: (event) => locker?.locker.door(event),
    onChange(health) {
      if (health.device === 'locker') locker?.locker.online(health.state === 'online');
      if (health.device === 'auxiliaries' && health.state === 'online') lights?.again();
      session.refresh();
      locker?.staff.refresh();
    },
  });

  locker?.start(session);

  const server = await startPageServer({
    session,
    staff: locker?.staff,
    log,
    token: parts.token,
    port: parts.port,
    ...builtPage(root),
    ...(config.demo && { dockUrl: config.demo.dock }),
  });

  return {
    url: server.url,
    close: async () => {
      closing = true;
      unsubscribe();
      center.stop();
      await server.close();
      session.stop();
      // Its last words go into the store, and its doors are still watched until then.
      await locker?.stop();
      await Promise.all([devices.close(), layout.close(), records.close(), catalogue.close()]);
    },
  };
}
