import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../../contract/log-events.ts';
import type { ParcelsConfig } from '../../../contract/parcels-config.ts';
import { createLocker } from '../../../main/locker/create-locker.ts';
import type { Locker } from '../../../main/locker/locker.ts';
import { openStore, type Store } from '../../../main/store/database.ts';
import type { Sealer } from '../../../main/store/sealing.ts';
import type { Db } from '../../../main/store/write.ts';
import { type Courier, createCourier } from '../../../main/sync/courier.ts';
import { createOutbox, type Outbox } from '../../../main/sync/outbox.ts';
import { createLockboard } from '../../../native/lockboard/create-lockboard.ts';
import type { Lockboard } from '../../../native/lockboard/lockboard.ts';
import type { Network } from '../center/network.ts';
import type { CabinetBench } from './cabinet-bench.ts';
import type { DrillClock } from './drill-clock.ts';
import type { BenchFamily } from './families.ts';
import { createLife, type Life } from './life.ts';
import type { Traps } from './traps.ts';

export const KIOSK_ID = '310120-0042';
const DATABASE = 'kiosk.sqlite';
const POLL_INTERVAL_MS = 1000;

/** One start of the core, with its driver; until somebody kills it. */
export interface Machine {
  readonly locker: Locker;
  readonly store: Store;
  readonly outbox: Outbox;
  readonly courier: Courier;
  /** Of the core. */
  readonly life: Life;
  readonly path: string;
  /** Whether the boards answer, as the driver last said. */
  isOnline(): boolean;
  /** `kill -9`: what is on the disk now is copied aside for the next start, and nothing here goes on. */
  kill(): void;
  /** Takes away what a killed one leaves: its driver lives until the next start, its files until nobody holds them. */
  bury(): void;
}

export interface MachineSettings {
  readonly clock: DrillClock;
  readonly bench: CabinetBench;
  readonly family: BenchFamily;
  readonly network: Network;
  readonly sealer: Sealer;
  readonly config: ParcelsConfig;
  readonly randomInt: (below: number) => number;
  readonly traps: Traps;
  readonly log: Log;
  /** Holds the database of this start. */
  readonly folder: string;
  /** Gets a copy of it at a kill. */
  readonly nextFolder: string;
  readonly onKilled: () => void;
}

export function startMachine(settings: MachineSettings): Machine {
  const { clock, bench, family, network, sealer, traps, log, folder, nextFolder } = settings;
  const life = createLife(clock);
  const driverLife = createLife(clock);
  const path = join(folder, DATABASE);
  const opened = openStore({ path, log, clock: life.clock });
  if (!opened.ok) throw new Error(`the store does not open: ${opened.error}`);
  const store = opened.value;
  const kill = (): void => {
    if (life.isOver()) return;
    life.end();
    mkdirSync(nextFolder, { recursive: true });
    for (const suffix of ['', '-wal']) {
      if (existsSync(path + suffix)) copyFileSync(path + suffix, join(nextFolder, DATABASE + suffix));
    }
    settings.onKilled();
  };
  const passes = (point: Parameters<Traps['passes']>[0]): boolean => {
    if (life.isOver() || !traps.passes(point)) return false;
    kill();
    return true;
  };
  watchCommits(store.db, () => passes('commit'));

  const outbox = createOutbox({ db: store.db, sealer, clock: life.clock });
  let locker: Locker | undefined;
  const courier = createCourier({
    db: store.db,
    outbox,
    deliver: (key, message) => life.inside(network.deliver(key, message)),
    clock: life.clock,
    random: () => 0.5,
    log,
    onAcknowledged: (message) => locker?.acknowledged(message),
  });

  let online = false;
  const driver = createLockboard({
    opener: bench.openerFor(driverLife),
    clock: driverLife.clock,
    log,
    protocol: family.protocol,
    boards: family.boards,
    inverted: [],
    pollIntervalMs: POLL_INTERVAL_MS,
    emit(event) {
      if (life.isOver() || passes('doorEvent')) return;
      locker?.door(event);
    },
    report({ state }) {
      const isOnline = state !== 'offline' && state !== 'starting';
      if (life.isOver() || isOnline === online) return;
      online = isOnline;
      locker?.online(isOnline);
    },
  });
  const never = new Promise<never>(() => undefined);
  const lockboard: Lockboard = {
    async open(cell, withinMs) {
      if (life.isOver() || passes('asked')) return never;
      const answer = await life.inside(driver.open(cell, withinMs));
      if (passes('answered')) return never;
      // The core hears it and writes what follows; then it ends.
      if (traps.isSet()) setImmediate(() => passes('told'));
      return answer;
    },
    aim: (cell) => (life.isOver() ? undefined : driver.aim(cell)),
    states: () => (life.isOver() ? never : life.inside(driver.states())),
  };
  const created = createLocker({
    db: store.db,
    sealer,
    clock: life.clock,
    log,
    kioskId: KIOSK_ID,
    lockboard,
    cells: bench.cabinet.cells,
    config: settings.config,
    onQueued: () => (life.isOver() ? undefined : courier.wake()),
    randomInt: settings.randomInt,
  });
  locker = created;
  created.start();
  if (online) created.online(true);
  courier.start();

  return {
    locker: created,
    store,
    outbox,
    courier,
    life,
    path,
    isOnline: () => online,
    kill,
    bury() {
      driverLife.end();
      life.end();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Tells after each commit, before the caller hears of it. Everybody here commits by `write` of the store. */
function watchCommits(db: Db, committed: () => void): void {
  const original = db.transaction.bind(db);
  const transaction = (work: (...args: unknown[]) => unknown) => {
    const made = original(work);
    const immediate = (...args: unknown[]): unknown => {
      const value = made.immediate(...args);
      if (!db.inTransaction) committed();
      return value;
    };
    return { immediate };
  };
  Object.assign(db, { transaction });
}
