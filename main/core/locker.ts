import type { KioskConfig } from '../../contract/config.ts';
import type { Log } from '../../contract/log-events.ts';
import type { ScreenName } from '../../contract/screen.ts';
import type { Clock } from '../../native/clock.ts';
import type { IdCardEvent } from '../../native/idcard/reader.ts';
import type { ScannerEvent } from '../../native/scanner/scanner.ts';
import type { Devices } from '../devices/devices.ts';
import { createLocker } from '../locker/create-locker.ts';
import type { Locker } from '../locker/locker.ts';
import { classifyScan } from '../scanning/classify-scan.ts';
import { shareScanner } from '../scanning/share-scanner.ts';
import { isForVisit } from '../scanning/whose-scan.ts';
import { printHandInSlip } from '../services/hand-in-slip.ts';
import type { LockerVisits } from '../session/locker-visits.ts';
import type { Session } from '../session/session.ts';
import { openStaffDesk } from '../staff/open-staff-desk.ts';
import type { StaffDesk } from '../staff/staff-desk.ts';
import type { CenterClient } from '../sync/center-client.ts';
import { findCaseAt } from '../sync/find-case.ts';
import type { Records } from './records.ts';
import { cardsOf } from './whose-card.ts';

export interface LockerParts {
  readonly config: KioskConfig;
  readonly dataDir: string;
  readonly devices: Pick<Devices, 'locker' | 'scanner' | 'receipts' | 'ready'>;
  readonly records: Pick<Records, 'store' | 'queued' | 'onAcknowledged'>;
  readonly center: Pick<CenterClient, 'get' | 'reachable'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** The locker of this machine, what a visit has of it, and the staff's desk. */
export interface KioskLocker {
  readonly locker: Locker;
  readonly visits: LockerVisits;
  readonly staff: StaffDesk;
  /** Begins with the sensors; `session`: whose cards and codes these are when no member of staff waits for them. */
  start(session: Session): void;
  /** From the reader: to the staff if a sign-in waits for a card, else to the visit. */
  card(event: IdCardEvent): void;
  scan(event: ScannerEvent): void;
  stop(): Promise<void>;
}

const screenOf = (session: Session | undefined): ScreenName | undefined => session?.snapshot().screen.name;

/** Undefined: the machine has no locker. */
export function openLocker(parts: LockerParts): KioskLocker | undefined {
  const { config, devices, records, center, clock, log } = parts;
  const boards = config.devices.locker?.boards;
  if (!devices.locker || !boards) return undefined;
  const { db, sealer, followsLost } = records.store;
  const kiosk = { id: config.kiosk.id, site: config.kiosk.site, phone: config.kiosk.phone };
  const findCase = findCaseAt(center);
  const hasScanner = (): boolean => devices.ready('scanner');
  // Nobody waits for it: a scanner that does not answer says so in its health.
  const scanner = shareScanner((on) => void devices.scanner?.trigger(on));

  const locker = createLocker({
    db,
    sealer,
    clock,
    log,
    kioskId: kiosk.id,
    lockboard: devices.locker,
    cells: boards.reduce((sum, { cells }) => sum + cells, 0),
    config: config.parcels,
    onQueued: () => records.queued(),
    storeWasLost: followsLost,
  });
  records.onAcknowledged((message) => locker.acknowledged(message));

  let session: Session | undefined;
  const staff = openStaffDesk({
    dataDir: parts.dataDir,
    db,
    sealer,
    locker,
    findCase,
    lookForCode: scanner(),
    hasScanner,
    offline: () => !center.reachable(),
    clock,
    log,
    kiosk,
    onClosed: () => session?.staffLeft(),
  });

  const visits: LockerVisits = {
    pickup: locker.pickup,
    handIn: locker.handIn,
    columns: locker.view.columns,
    readiness: () => locker.view.readiness(),
    hasScanner,
    lookForCode: scanner(),
    asksForStill: config.parcels.still && config.devices.cameras?.person !== undefined,
    findCase,
    slip: (slip, language) => printHandInSlip({ receipts: devices.receipts, kiosk, clock, log }, slip, language),
  };

  const publicUrl = config.center.publicUrl ?? config.center.url;
  return {
    locker,
    visits,
    staff,
    start(given) {
      session = given;
      locker.view.onChange(() => given.lockerChanged());
      // Whoever asked for the staff's page here signs in here, but does not walk into what somebody does at a second screen.
      let isHere = false;
      given.subscribe(({ screen }) => {
        const wasHere = isHere;
        isHere = screen.name === 'staff';
        if (wasHere || !isHere) return;
        if (staff.busy()) queueMicrotask(() => given.staffLeft());
        else staff.send({ type: 'open' });
      });
      locker.start();
    },
    card: cardsOf(staff, () => session),
    scan(event) {
      if (event.type === 'refused') return log('scan-refused', { reason: event.reason });
      const scanned = classifyScan(event.text, { publicUrl });
      if (scanned.kind === 'refused') log('scan-refused', { reason: scanned.reason });
      if (isForVisit(scanned, screenOf(session)) || !staff.scanned(scanned)) session?.scanned(scanned);
    },
    async stop() {
      staff.stop();
      await locker.stop();
    },
  };
}
