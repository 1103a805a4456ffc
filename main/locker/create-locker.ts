import { randomInt as cryptoRandomInt, randomUUID } from 'node:crypto';
import type { Log } from '../../contract/log-events.ts';
import type { ParcelsConfig } from '../../contract/parcels-config.ts';
import type { Clock } from '../../native/clock.ts';
import type { Lockboard } from '../../native/lockboard/lockboard.ts';
import type { Sealer } from '../store/sealing.ts';
import type { Db } from '../store/write.ts';
import { acknowledge } from './acknowledge.ts';
import { createActBook } from './acts/act-book.ts';
import { createEvidenceQueue } from './acts/evidence-queue.ts';
import { createOutcomes } from './acts/outcomes.ts';
import { createWalks } from './acts/walks.ts';
import { createCellBook } from './cells/cell-book.ts';
import { createCellReports } from './cells/cell-reports.ts';
import { createChooser } from './cells/choose-cell.ts';
import { createDoors } from './cells/doors.ts';
import { createFront } from './cells/front.ts';
import { createCodeBook } from './codes/code-book.ts';
import { createTries } from './codes/tries.ts';
import { createCompare } from './compare/compare-cell.ts';
import { createSensors } from './compare/sensors.ts';
import { createDoorEvents } from './door-events.ts';
import { createGate } from './gate.ts';
import { createHousekeeping } from './housekeeping.ts';
import { createLedger } from './ledger.ts';
import type { Locker } from './locker.ts';
import { createParcelBook } from './parcels/parcel-book.ts';
import { createAsked } from './pickup/asked.ts';
import { createGrants } from './pickup/grants.ts';
import { createJudge } from './pickup/judge.ts';
import { createPickupDesk, endVisit, renewCodes } from './pickup/pickup-desk.ts';
import { createHandInDesk } from './putting/hand-in-desk.ts';
import { createLeftEmpty } from './putting/left-empty.ts';
import { createPutIn } from './putting/put-in.ts';
import { createDeeds } from './staff/deeds.ts';
import { createInventory } from './staff/inventory.ts';
import { createSettle } from './staff/settle.ts';
import { createStaffDesk } from './staff/staff-desk.ts';
import { lockerTables } from './store/tables.ts';
import { createView } from './view.ts';

export interface LockerParts {
  readonly db: Db;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly log: Log;
  readonly kioskId: string;
  readonly lockboard: Lockboard;
  /** How many cells all boards have together. */
  readonly cells: number;
  readonly config: ParcelsConfig;
  /** Called after each commit that left a message in the outbox. */
  readonly onQueued: () => void;
  /** Even chances from 0 to below `below`; cryptographic, but in tests. */
  readonly randomInt?: (below: number) => number;
  /** The store before this one was damaged and kept aside: what lay in the cells is not written any more. */
  readonly storeWasLost?: boolean;
}

/**
 * The locker of one machine. Nothing opens before `start` has read and compared. After `stop` nothing is written any more: acts that
 * are under way stay as they are, and the next start finds them as after a power cut.
 */
export function createLocker(parts: LockerParts): Locker {
  const { db, sealer, clock, log, kioskId, lockboard, config, onQueued, randomInt = cryptoRandomInt } = parts;
  const { overdueDays, wrongCodes, lockMinutes } = config;
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const now = (): number => clock.date().getTime();

  const tables = lockerTables(db);
  const front = createFront(parts.cells, config);
  const doors = createDoors(front.cells, now);

  const reportCells = createCellReports({
    tables,
    doors,
    front,
    kioskId,
    now,
    send: (...sent) => ledger.send(...sent),
  });
  const ledger = createLedger({ db, sealer, clock, log, onQueued, onCommitted: changed, reportCells });
  const codes = createCodeBook({ tables, ledger, sealer, kioskId, randomInt });
  const parcels = createParcelBook({ tables, ledger, sealer, codes, kioskId, overdueDays });
  const cells = createCellBook(tables, ledger);
  const asked = createAsked({ tables, parcels, codes });
  const grants = createGrants(clock, ({ parcelId }) => endVisit({ ledger, parcels, codes, asked, evidence }, parcelId));
  const acts = createActBook(tables, ledger, kioskId);
  const outcomes = createOutcomes({ tables, ledger, acts, parcels, codes, cells, isHeld: grants.isHeld });
  const evidence = createEvidenceQueue(ledger, clock);
  const isBusy = (cell: number): boolean => walks.isBusy(cell);
  const compare = createCompare({ tables, ledger, outcomes, parcels, cells, asked });
  const housekeeping = createHousekeeping({ tables, ledger, clock, parcels, overdueDays });
  const sensors = createSensors({
    tables,
    lockboard,
    clock,
    log,
    ledger,
    doors,
    compare,
    isBusy,
    storeWasLost: parts.storeWasLost ?? false,
    onLost() {
      const id = randomUUID();
      const at = new Date(ledger.now()).toISOString();
      ledger.send(`loss:${id}:1`, id, { kind: 'loss', report: { id, kioskId, at } });
    },
    onOpened: (state) => doorEvents.opened(state),
    onReady() {
      // Documents whose codes were used up by an opening that a restart came between.
      for (const { id } of tables.parcels.withoutCodes.all()) renewCodes({ ledger, parcels, codes }, id);
      housekeeping.start();
    },
    onChange: changed,
  });
  const leftEmpty = createLeftEmpty({ tables, ledger, clock, parcels, cells, isBusy, look: sensors.look });
  const walks = createWalks({
    lockboard,
    clock,
    log,
    outcomes,
    evidence,
    remindMs: config.doorRemindSeconds * 1000,
    alarmMs: config.doorAlarmSeconds * 1000,
    look: sensors.look,
    onEnded({ cell, parcel_id }) {
      if (parcel_id !== null) leftEmpty.watch(parcel_id);
      // Its board was away while the door was open.
      if (doors.isUnchecked(cell) && doors.of(cell).door !== 'unknown') sensors.compareSoon();
    },
  });
  const doorEvents = createDoorEvents({ clock, ledger, doors, walks, evidence, compare, sensors, onChange: changed });
  const gate = createGate({ tables, front, doors, cells, walks, evidence, readiness: sensors.readiness });
  const choose = createChooser({ tables, doors, front, isBusy, randomInt });
  const putIn = createPutIn({ tables, ledger, gate, acts, walks, parcels, choose });
  const tries = createTries({ tables, ledger, sealer, wrongCodes, lockMinutes });
  const judge = createJudge(tables, sealer);
  const deeds = createDeeds(tables, ledger);
  const settle = createSettle({ tables, ledger, gate, doors, cells, parcels, codes, deeds });
  const inventory = createInventory({ tables, ledger, front, gate, cells, parcels, deeds, kioskId });

  return {
    view: createView({
      tables,
      sealer,
      front,
      doors,
      now,
      readiness: sensors.readiness,
      onChange(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    }),
    pickup: createPickupDesk({
      tables,
      ledger,
      sealer,
      log,
      kioskId,
      gate,
      judge,
      tries,
      grants,
      acts,
      walks,
      parcels,
      codes,
      cells,
      asked,
      evidence,
      aim: (cell) => lockboard.aim(cell),
    }),
    handIn: createHandInDesk(tables, sealer, putIn),
    staff: createStaffDesk({
      tables,
      ledger,
      front,
      gate,
      acts,
      walks,
      parcels,
      cells,
      codes,
      putIn,
      deeds,
      settle,
      inventory,
    }),
    door: doorEvents.hear,
    online(isOnline) {
      if (isOnline) return sensors.compareSoon();
      for (const cell of front.cells) walks.hear(cell, 'unknown');
      sensors.lost();
    },
    start: sensors.start,
    async stop() {
      for (const part of [sensors, doorEvents, walks, evidence, leftEmpty, grants, housekeeping]) part.stop();
    },
    acknowledged: (message) => acknowledge(tables, message),
  };
}
