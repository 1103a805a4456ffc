import type { DoorAct, DoorEnd } from '../../../main/locker/locker.ts';
import { settle } from '../bench/drill-clock.ts';
import { type Job, type Leave, type Thing, thingsIn } from './ledger.ts';
import type { Rig } from './rig.ts';

/** What somebody does at a door that is open before them. */
export interface Handling {
  /** Put in; only what is in their hands. */
  readonly puts?: Thing | undefined;
  /** `own`: of this parcel only; `all`: staff clear the cell. */
  readonly takes: 'nothing' | 'own' | 'all';
  readonly closes: boolean;
  readonly afterMs: number;
}

/** A door that does not open in this time is given up by whoever waits before it. */
const PATIENCE_MS = 14_000;
const LOOK_MS = 250;
/** Longer than a door may stand open, with all that follows. */
const END_LIMIT_MS = 120_000;
const AFTER_CLOSING_MS = 40_000;

/** How a piece of work at a door ended; `dead`: the machine was killed meanwhile; `standsOpen`: the door was left open. */
export type Worked = DoorEnd['end'] | 'dead' | 'standsOpen' | 'noEnd';

/** Lets the door be opened, and does what somebody does there. The cabinet is what they look at, not the screen. */
export async function workAt(rig: Rig, act: DoorAct, leave: Omit<Leave, 'actId' | 'cell' | 'parcelId'>, how: Handling) {
  const job = begin(rig, act, leave);
  const cell = act.cell;
  await until(rig, PATIENCE_MS, () => rig.bench.cabinet.isOpen(cell) || job.end !== undefined || isDead(rig, job));
  // The lock may let go after the sensor was given up.
  if (!rig.bench.cabinet.isOpen(cell)) await rig.clock.advance(LOOK_MS);
  if (rig.bench.cabinet.isOpen(cell)) {
    await rig.clock.advance(how.afterMs);
    handle(rig, job, how);
  } else if (how.puts && how.puts.where.at !== 'cell') how.puts.where = { at: 'staff' };
  const limitMs = rig.bench.cabinet.isOpen(cell) ? 0 : AFTER_CLOSING_MS;
  await until(rig, limitMs, () => job.end !== undefined || isDead(rig, job));
  return workedOf(rig, job);
}

/** Only begins; the door and its people are seen to by later steps. */
export function begin(rig: Rig, act: DoorAct, leave: Omit<Leave, 'actId' | 'cell' | 'parcelId'>): Job {
  const { actId, cell, parcelId } = act;
  const job: Job = {
    act,
    leave: { ...leave, actId, cell, parcelId },
    start: rig.starts(),
    issue: issueOf(rig, parcelId),
    end: undefined,
  };
  rig.ledger.leaves.set(actId, job.leave);
  rig.ledger.jobs.push(job);
  void act
    .go(() => undefined)
    .then((end) => {
      job.end = end;
    });
  return job;
}

const issueOf = (rig: Rig, parcelId: string | null): number =>
  parcelId === null ? 0 : (rig.journal.codesOf(parcelId)?.issue ?? 0);

function handle(rig: Rig, { leave }: Job, { puts, takes, closes }: Handling): void {
  const { cell, parcelId, by } = leave;
  for (const thing of thingsIn(rig.ledger, cell)) {
    const own = thing.parcelId === parcelId;
    if (!own && by === 'resident') rig.found(cell, `${leave.why} at cell ${cell}: somebody else's thing lies there`);
    // Staff do not put a document on top of what they find.
    const clears = takes === 'all' || (puts !== undefined && by === 'staff' && !own);
    if (clears || (takes === 'own' && own)) thing.where = { at: by === 'staff' ? 'staff' : 'entitled' };
  }
  if (puts) puts.where = { at: 'cell', cell };
  showItems(rig, cell);
  if (closes) rig.bench.cabinet.close(cell);
}

/** The sensor inside sees what lies there. */
export function showItems(rig: Rig, cell: number): void {
  const seen = rig.ledger.itemLies.get(cell) ?? Math.min(1, thingsIn(rig.ledger, cell).length);
  if (seen === 1) rig.bench.cabinet.put(cell);
  else rig.bench.cabinet.take(cell);
}

/** Runs time until it holds, or for so long; what waits for nothing but promises is let go on first. */
export async function until(rig: Rig, limitMs: number, holds: () => boolean): Promise<boolean> {
  await settle();
  const endMs = rig.clock.now() + limitMs;
  while (!holds() && rig.clock.now() < endMs) await rig.clock.advance(LOOK_MS);
  return holds();
}

export const isDead = (rig: Rig, job: Job): boolean => rig.machine() === undefined || rig.starts() !== job.start;

function workedOf(rig: Rig, job: Job): Worked {
  if (job.end) return job.end.end;
  if (isDead(rig, job)) return 'dead';
  return rig.bench.cabinet.isOpen(job.leave.cell) ? 'standsOpen' : 'noEnd';
}

/** Every door that stands open is shut; whoever works there ends. */
export async function shutAll(rig: Rig): Promise<void> {
  for (const cell of allCells(rig)) if (rig.bench.cabinet.isOpen(cell)) rig.bench.cabinet.close(cell);
  await until(rig, END_LIMIT_MS, () => openJobs(rig).length === 0);
}

/** Acts that were begun and have not ended, of the machine that runs now. */
export const openJobs = (rig: Rig): readonly Job[] =>
  rig.ledger.jobs.filter((job) => job.end === undefined && !isDead(rig, job));

export const allCells = (rig: Rig): readonly number[] =>
  Array.from({ length: rig.bench.cabinet.cells }, (_, index) => index + 1);
