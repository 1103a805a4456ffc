import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogEventId, LogFields } from '../../../contract/log-events.ts';
import { type ParcelsConfig, parcelsConfigSchema } from '../../../contract/parcels-config.ts';
import { createSealer } from '../../../main/store/sealing.ts';
import type { Db } from '../../../main/store/write.ts';
import { type CabinetBench, createCabinetBench } from '../bench/cabinet-bench.ts';
import { createChance, drawer } from '../bench/chance.ts';
import { createDrillClock, type DrillClock } from '../bench/drill-clock.ts';
import { type BenchFamily, benchFamily } from '../bench/families.ts';
import { createJournal, type Journal } from '../bench/journal.ts';
import { type Machine, startMachine } from '../bench/machine.ts';
import { createTraps, type Trap, type Traps } from '../bench/traps.ts';
import { type CenterModel, createCenterModel } from '../center/center-model.ts';
import { createNetwork, type Network } from '../center/network.ts';
import { type Counts, count } from './counts.ts';
import { createLedger, type Ledger } from './ledger.ts';

/** How one sequence is set up. */
export interface RigSettings {
  readonly driver: string;
  readonly seed: number;
  readonly reports: boolean;
  /** Codes are drawn from few numbers. */
  readonly narrow: boolean;
}

/** A whole locker with its people, its center and its faults. */
export interface Rig {
  readonly settings: RigSettings;
  readonly clock: DrillClock;
  readonly bench: CabinetBench;
  readonly family: BenchFamily;
  readonly network: Network;
  readonly center: CenterModel;
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly counts: Counts;
  readonly config: ParcelsConfig;
  readonly logged: { readonly id: LogEventId; readonly fields: LogFields }[];
  /** Undefined: it was killed and not started again. */
  machine(): Machine | undefined;
  /** How often it was started. */
  starts(): number;
  kill(why: string): void;
  setTrap(trap: Trap | undefined): void;
  /** Starts it where it was killed; nothing while it lives. */
  start(): void;
  /** The database of the machine that runs, or of the last one that did. */
  store(): Db;
  /** How long the door of this cell stands open; 0: it is closed. */
  openForMs(cell: number): number;
  /** Looks at what waits for the center now. */
  read(): void;
  /** Whether a machine runs that is told about the doors of this cell. */
  watches(cell: number): boolean;
  /** Somebody saw what must not be; with the exception of cells of which nobody can know. */
  found(cell: number, what: string): void;
  /** What was found so far, and is not explained. */
  readonly findings: string[];
  /** Called at each pulse, before the lock moves. */
  onPulse(listener: (cell: number) => void): void;
  end(): void;
}

/** In memory where the system has that: every commit is flushed. */
const SCRATCH = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const KEY_BYTES = 32;

export function createRig(settings: RigSettings, counts: Counts): Rig {
  const { driver, seed, reports, narrow } = settings;
  const folder = mkdtempSync(join(SCRATCH, 'tongban-locker-drill-'));
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  // Also when somebody ends the drill in the middle: in memory, what is left lies there until the next boot.
  process.once('exit', clear);
  const clock = createDrillClock();
  const chance = createChance(seed);
  const family = benchFamily(driver, reports);
  const ledger = createLedger();
  const journal = createJournal();
  const center = createCenterModel();
  const network = createNetwork(clock, center, (key, message) => journal.add(key, message));
  const traps: Traps = createTraps();
  const logged: { id: LogEventId; fields: LogFields }[] = [];
  const key = (fill: number): Buffer => Buffer.alloc(KEY_BYTES, fill);
  const sealer = createSealer({ sealing: new Map([[1, key(1)]]), newest: 1, fingerprint: key(2) });
  const config = parcelsConfigSchema.parse({ sizes: { small: [1], medium: [2, 3, 4, 5, 6, 7] } });
  const listeners: ((cell: number) => void)[] = [];
  const findings: string[] = [];
  let machine: Machine | undefined;
  let dead: Machine | undefined;
  let starts = 0;

  const bench = createCabinetBench(clock, family, (cell) => {
    counts.pulses += 1;
    for (const listener of listeners) listener(cell);
    if (machine && !machine.life.isOver() && traps.passes('pulsed')) machine.kill();
  });
  const openedAtMs = new Map<number, number>();
  bench.cabinet.onLine((cell) => {
    if (bench.cabinet.isOpen(cell)) openedAtMs.set(cell, clock.now());
  });
  const onKilled = (): void => {
    dead = machine;
    machine = undefined;
    traps.set(undefined);
    count(counts.kills, 'trapped');
  };
  const start = (): void => {
    if (machine) return;
    dead?.bury();
    dead = undefined;
    starts += 1;
    let killedAtStart = false;
    const started = startMachine({
      clock,
      bench,
      family,
      network,
      sealer,
      config,
      randomInt: drawer(chance, narrow),
      traps,
      log: (id, fields = {}) => void logged.push({ id, fields }),
      folder: join(folder, String(starts)),
      nextFolder: join(folder, String(starts + 1)),
      onKilled: () => {
        killedAtStart = machine === undefined;
        onKilled();
      },
    });
    if (killedAtStart) dead = started;
    else machine = started;
  };
  start();

  return {
    settings,
    clock,
    bench,
    family,
    network,
    center,
    journal,
    ledger,
    counts,
    config,
    logged,
    machine: () => machine,
    starts: () => starts,
    kill(why) {
      if (!machine) return;
      machine.kill();
      count(counts.kills, 'trapped', -1);
      count(counts.kills, why);
    },
    setTrap: traps.set,
    start,
    store() {
      const last = machine ?? dead;
      if (!last) throw new Error('it was never started');
      return last.store.db;
    },
    openForMs: (cell) => (bench.cabinet.isOpen(cell) ? clock.now() - (openedAtMs.get(cell) ?? 0) : 0),
    read() {
      if (machine) journal.look(machine.store.db, machine.outbox);
    },
    watches: (cell) =>
      machine?.locker.view.readiness() === 'ready' &&
      !ledger.lyingSwitches.has(cell) &&
      machine.locker.view.cells().find((one) => one.cell === cell)?.door !== 'unknown',
    found(cell, what) {
      if (!ledger.unknowable.has(cell)) findings.push(what);
    },
    findings,
    onPulse: (listener) => void listeners.push(listener),
    end() {
      machine?.life.end();
      machine?.bury();
      dead?.bury();
      clear();
      process.off('exit', clear);
    },
  };
}
