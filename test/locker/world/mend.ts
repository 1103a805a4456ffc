import type { Machine } from '../bench/machine.ts';
import { mendCell } from '../steps/faults.ts';
import { forget, prove, takeWith } from '../steps/pick-up.ts';
import { inventory, settleOne } from '../steps/staff-desk.ts';
import { doJob } from '../steps/staff-doors.ts';
import { running } from '../steps/step.ts';
import { allCells, shutAll, until } from './hands.ts';
import { STAFF } from './people.ts';
import { liveCodes } from './proofs.ts';
import type { Rig } from './rig.ts';

const BY = { number: STAFF[0] };
const READY_LIMIT_MS = 90_000;
const SYNC_LIMIT_MS = 20 * 60_000;
const MINUTE_MS = 60_000;
const LOCK_MS = 125 * MINUTE_MS;
/** Rounds of staff through all exceptions; each may show what the one before could not. */
const ROUNDS = 6;

/** Everything that was broken is whole again, all doors are shut, and the machine runs. Throws if it is not ready then. */
export async function mendSteel(rig: Rig): Promise<Machine> {
  rig.setTrap(undefined);
  rig.bench.setDead(false);
  rig.bench.setPlugged(true);
  rig.network.set('on');
  for (const cell of allCells(rig)) mendCell(rig, cell);
  const machine = await running(rig);
  if (!machine) throw new Error('stuck: the machine does not start');
  machine.courier.resume();
  for (const { grant } of rig.ledger.visits) forget(rig, grant);
  // A door that stood open at the start is looked at again when it is shut.
  await shutAll(rig);
  await rig.clock.advance(5_000);
  await shutAll(rig);
  if (!(await until(rig, READY_LIMIT_MS, () => machine.locker.view.readiness() === 'ready'))) {
    throw new Error(`stuck: the locker is ${machine.locker.view.readiness()} after everything was mended`);
  }
  return machine;
}

/** Staff see to every exception, until none is left and every cell is in service. Throws with what cannot be settled. */
export async function settleAll(rig: Rig, machine: Machine): Promise<void> {
  let last: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    last = [];
    for (const row of machine.locker.view.exceptions()) {
      // One look may settle more than one.
      if (!machine.locker.view.exceptions().some(({ id }) => id === row.id)) continue;
      last.push(`${row.kind} ${await settleOne(rig, machine, row, true)}`);
    }
    for (const { cell, out, exceptions } of machine.locker.view.cells()) {
      if (out !== undefined && exceptions.length === 0) machine.locker.staff.putBackInService(cell, BY);
    }
    if (round === 0) last.push(inventory(rig, machine));
    const left = machine.locker.view
      .cells()
      .filter(({ out, exceptions }) => out !== undefined || exceptions.length > 0);
    if (left.length === 0 && machine.locker.view.exceptions().length === 0 && round > 0) return;
  }
  const left = machine.locker.view.cells().filter(({ out, exceptions }) => out !== undefined || exceptions.length > 0);
  throw new Error(`stuck: ${JSON.stringify(left)} after ${JSON.stringify(last)}`);
}

/** Everything is fetched, taken back or emptied. Throws with what cannot be. */
export async function fetchAll(rig: Rig, machine: Machine): Promise<void> {
  let turn = 0;
  const rows = [...machine.locker.view.parcels('document'), ...machine.locker.view.parcels('material')];
  // What is in staff's hands needs a cell: the others go first.
  const inHandLast = rows.toSorted((a, b) => Number(a.state === 'inHand') - Number(b.state === 'inHand'));
  for (const row of inHandLast) {
    turn += 1;
    const thing = rig.ledger.things.get(row.id);
    if (!thing) continue;
    await fetchOne(rig, machine, row.id, turn % 3 === 0);
    const after = machine.locker.view.parcel(row.id)?.state;
    if (after !== undefined && !['released', 'takenBack', 'lost', 'canceled'].includes(after)) {
      throw new Error(`stuck: a ${row.direction} that was ${row.state} is ${after} after it was to be fetched`);
    }
  }
}

async function fetchOne(rig: Rig, machine: Machine, parcelId: string, byStaff: boolean): Promise<void> {
  const thing = rig.ledger.things.get(parcelId);
  const state = machine.locker.view.parcel(parcelId)?.state;
  if (!thing || state === undefined) return;
  const hands = 'asTold';
  const isReserved = state === 'planned' || state === 'putting';
  if (isReserved && thing.where.at !== 'cell') machine.locker.staff.cancelPutIn(parcelId, BY);
  if (state === 'inHand') {
    const said = await doJob(rig, machine, thing, { job: 'placeAnew', staff: 1, hands });
    if (said !== 'closed') throw new Error(`stuck: placed anew, ${said}`);
  }
  if (machine.locker.view.parcel(parcelId)?.state !== 'stored') return;
  if (thing.of.direction === 'material' || byStaff) {
    const job = thing.of.direction === 'material' ? 'empty' : 'takeBack';
    const said = await doJob(rig, machine, thing, { job, staff: 0, hands });
    if (said !== 'closed') throw new Error(`stuck: ${job}, ${said}`);
    return;
  }
  rig.read();
  if (!liveCodes(rig, parcelId)) throw new Error('stuck: a stored document has no live codes');
  // As the message says that the holder got.
  await until(rig, SYNC_LIMIT_MS, () => machine.outbox.counts().waiting === 0);
  const code = rig.center.codes.get(parcelId)?.code;
  const proofs = { card: thing.holder, code };
  let grant = prove(rig, proofs);
  // A clock that was set back may close the pad once more, and for no longer than it was meant to be.
  if (grant === 'pickup.locked') {
    await rig.clock.leap((rig.config.lockMinutes + 1) * MINUTE_MS);
    grant = prove(rig, proofs);
  }
  if (typeof grant === 'string') throw new Error(`stuck: its holder, with the newest code, is told ${grant}`);
  const said = await takeWith(rig, grant, 'takes');
  forget(rig, grant);
  if (said !== 'closed') throw new Error(`stuck: picked up, ${said}`);
}

/** The end of a sequence: all mended, all settled, all fetched, all known at the center, every cell free. */
export async function bringToEnd(rig: Rig): Promise<void> {
  const machine = await mendSteel(rig);
  await until(rig, SYNC_LIMIT_MS, () => machine.outbox.counts().waiting === 0);
  // Whoever guessed is let try again, and what waits for somebody to come back waits no longer.
  await rig.clock.leap(LOCK_MS);
  await rig.clock.advance(5_000);
  await settleAll(rig, machine);
  await fetchAll(rig, machine);
  await settleAll(rig, machine);
  await until(rig, SYNC_LIMIT_MS, () => machine.outbox.counts().waiting === 0);
  const left = machine.locker.view.cells().filter(({ state }) => state !== 'free');
  if (left.length > 0) throw new Error(`stuck: ${JSON.stringify(left)} at the end`);
  for (const cell of allCells(rig)) {
    if (thingsLeft(rig, cell)) throw new Error(`lost: something lies in cell ${cell}, which is free`);
  }
}

const thingsLeft = (rig: Rig, cell: number): boolean =>
  !rig.ledger.unknowable.has(cell) &&
  [...rig.ledger.things.values()].some(({ where }) => where.at === 'cell' && where.cell === cell);
