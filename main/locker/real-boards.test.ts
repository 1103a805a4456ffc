import { afterEach, expect, test } from 'vitest';
import { parcelsConfigSchema } from '../../contract/parcels-config.ts';
import { systemClock } from '../../native/clock.ts';
import { createLockboard, type RunningLockboard } from '../../native/lockboard/create-lockboard.ts';
import { cu16Protocol } from '../../native/lockboard/cu16/protocol.ts';
import { eventually } from '../../native/lockboard/lockboard-test-rig.ts';
import { createCabinet } from '../../native/lockboard/simulator/cabinet.ts';
import { cu16Family } from '../../native/lockboard/simulator/kerong-boards.ts';
import { createSimulatedLine } from '../../native/lockboard/simulator/simulated-line.ts';
import { createMemoryWire } from '../../native/transport/memory-wire.ts';
import { temporaryStore } from '../store/test-store.ts';
import { createLocker } from './create-locker.ts';
import type { DoorAct, Locker } from './locker.ts';
import { caseOf, STAFF, value, WANG } from './testing/locker-rig.ts';

const BOARDS = [
  { address: 0, cells: 4, channels: 16 },
  { address: 1, cells: 4, channels: 16 },
];
let running: { lockboard: RunningLockboard; locker: Locker } | undefined;

afterEach(async () => {
  await running?.locker.stop();
  await running?.lockboard.stop();
});

/** The whole way: service, driver, bytes, simulated boards with switches at doors and sensors inside. */
async function startCabinet() {
  const { opener, port } = createMemoryWire();
  const clock = systemClock;
  const cabinet = createCabinet({ clock, cells: 8, closedIs: cu16Protocol.closedIs });
  const line = createSimulatedLine({ port, clock, family: cu16Family, cabinet, boards: BOARDS, reports: false });
  const { store, sealer } = temporaryStore();
  const lockboard = createLockboard({
    opener,
    clock,
    log: () => undefined,
    protocol: cu16Protocol,
    boards: BOARDS,
    inverted: [],
    pollIntervalMs: 50,
    emit: (event) => running?.locker.door(event),
    report: () => undefined,
  });
  const locker = createLocker({
    db: store.db,
    sealer,
    clock,
    log: () => undefined,
    kioskId: '310120-0042',
    lockboard,
    cells: 8,
    config: parcelsConfigSchema.parse({}),
    onQueued: () => undefined,
  });
  running = { lockboard, locker };
  locker.start();
  const is = (holds: () => boolean) => eventually(10_000, holds, () => JSON.stringify(locker.view.cells()));
  await is(() => locker.view.readiness() === 'ready' && locker.view.cells().every(({ door }) => door === 'closed'));
  /** Hands that wait for the door, do something, and shut it. */
  const carryOut = async (act: DoorAct, hands: () => void) => {
    const end = act.go(() => undefined);
    await is(() => cabinet.isOpen(act.cell) && locker.view.cells()[act.cell - 1]?.door === 'open');
    hands();
    cabinet.close(act.cell);
    return end;
  };
  return { cabinet, line, locker, is, carryOut };
}

test('a deposit and a take-back through real frames; each door is pulsed once', async () => {
  const { cabinet, locker, carryOut } = await startCabinet();
  const act = value(locker.staff.putIn(caseOf(1), STAFF));
  expect(await carryOut(act, () => cabinet.put(act.cell))).toEqual({ end: 'closed', item: 'present' });
  const back = value(locker.staff.takeBack(act.parcelId ?? '', 'overdue', STAFF));
  expect(await carryOut(back, () => cabinet.take(back.cell))).toEqual({ end: 'closed', item: 'notPresent' });
  expect(cabinet.pulses()).toEqual([act.cell, act.cell]);
  expect(cabinet.violations()).toEqual([]);
  expect(locker.view.exceptions()).toEqual([]);
});

test('a switch that stays closed while its door springs open: a deposit ends at a cell that is out of service', async () => {
  const { cabinet, locker } = await startCabinet();
  const act = value(locker.staff.putIn(caseOf(1), STAFF));
  cabinet.setStuckSwitch(act.cell, true);
  expect(await act.go(() => undefined)).toEqual({ end: 'notOpened', code: 'locker.notOpened' });
  expect(locker.view.cells()[act.cell - 1]).toMatchObject({ state: 'outOfService', out: 'doorStuck' });
  expect(locker.view.parcel(act.parcelId ?? '')?.state).toBe('canceled');
});

test('a door is pulled open: an alarm; its board loses power and comes back: it is compared again', async () => {
  const { cabinet, line, locker, is } = await startCabinet();
  cabinet.open(1);
  await is(() => locker.view.exceptions().some(({ kind, cell }) => kind === 'openedAlone' && cell === 1));
  line.setMissing(1, true);
  await is(() => locker.view.cells()[5]?.door === 'unknown');
  expect(locker.view.readiness()).toBe('ready');
  cabinet.put(6);
  line.setMissing(1, false);
  await is(() => locker.view.exceptions().some(({ kind, cell }) => kind === 'itemUnexpected' && cell === 6));
  expect(locker.pickup.prove({ card: WANG, code: '123456' })).toEqual({ ok: false, error: 'pickup.nothingHere' });
});
