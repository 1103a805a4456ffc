import { expect, test } from 'vitest';
import { caseOf, LI, lockerRig, SECOND, SIGNATURE, STAFF, value, WANG } from './testing/locker-rig.ts';

const SECOND_MS = 1_000;

const ready = async () => {
  const rig = await lockerRig();
  const deposited = await rig.deposit(caseOf(1));
  const { code } = rig.codes(deposited.parcelId);
  const pickUp = () => {
    const grant = value(rig.locker.pickup.prove({ card: WANG, code }));
    return { grant, act: value(rig.locker.pickup.pickUp(grant, { signature: SIGNATURE })) };
  };
  return { rig, ...deposited, code, pickUp };
};

test('a door left open: reminded, alarmed, an exception; closed later it still waits for staff', async () => {
  const { rig, cell, parcelId, pickUp } = await ready();
  const urges: string[] = [];
  const going = pickUp().act.go(({ urge }) => urges.push(urge));
  await rig.clock.advance(10_000);
  expect(urges.at(-1)).toBe('remind');
  await rig.clock.advance(50_000);
  expect(await going).toEqual({ end: 'leftOpen' });
  expect(urges.at(-1)).toBe('alarm');
  rig.board.close(cell);
  await rig.clock.advance(60_000);
  expect(rig.exceptions()).toEqual([`leftOpen ${cell}`]);
  expect(rig.state(parcelId)).toBe('uncertain');
  const reports = rig.messages().flatMap((message) => (message.kind === 'cell' ? [message.report] : []));
  const last = reports.findLast((report) => report.cell === cell);
  expect(last).toMatchObject({ door: 'closed', out: 'leftOpen', exceptions: ['leftOpen'] });
  const [exception] = rig.locker.view.exceptions();
  value(rig.locker.staff.settle(exception?.id ?? '', 'gone', STAFF));
  expect(rig.state(parcelId)).toBe('released');
});

test('a lost closed event is found by asking calmly', async () => {
  const { rig, cell, pickUp } = await ready();
  const going = pickUp().act.go(() => undefined);
  await rig.clock.advance(0);
  rig.board.take(cell);
  rig.board.listen(() => undefined);
  rig.board.close(cell);
  await rig.clock.advance(5000);
  expect(await going).toEqual({ end: 'closed', item: 'notPresent' });
});

test('the sensor inside lies at a pick-up: it stays stored, the same grant opens again, new codes when the visit ends', async () => {
  const { rig, cell, parcelId, code, pickUp } = await ready();
  rig.board.lie(cell, 'present');
  const { grant, act } = pickUp();
  expect((await rig.carryOut(act)).end).toEqual({ end: 'closed', item: 'present' });
  expect(rig.state(parcelId)).toBe('stored');
  expect(rig.codes(parcelId).issue).toBe(1);
  const again = value(rig.locker.pickup.pickUp(grant, { signature: SIGNATURE }));
  await rig.carryOut(again);
  rig.locker.pickup.forget(grant);
  expect(rig.codes(parcelId).issue).toBe(2);
  expect(rig.notices(parcelId)).toEqual(['deposited', 'again']);
  expect(rig.locker.pickup.prove({ card: WANG, code })).toEqual({ ok: false, error: 'pickup.usedCode' });
});

test('a stuck lock: the code stays good once; the second time the cell is out and staff are told', async () => {
  const { rig, cell, parcelId, pickUp } = await ready();
  rig.board.stick(cell, true);
  const { grant, act } = pickUp();
  expect((await rig.carryOut(act)).end).toEqual({ end: 'notOpened', code: 'locker.notOpened' });
  expect(rig.state(parcelId)).toBe('stored');
  expect(rig.exceptions()).toEqual([]);
  const second = value(rig.locker.pickup.pickUp(grant, { signature: SIGNATURE }));
  await rig.carryOut(second);
  expect(rig.exceptions()).toEqual([`notOpened ${cell}`]);
  expect(rig.cell(cell)).toMatchObject({ state: 'outOfService', out: 'doorStuck' });
  expect(rig.state(parcelId)).toBe('stored');
  expect(rig.locker.pickup.pickUp(grant, { signature: SIGNATURE })).toEqual({
    ok: false,
    error: 'locker.outOfService',
  });
  expect(rig.codes(parcelId).issue).toBe(1);
});

test('a stuck lock at a deposit: the next document gets another cell at once', async () => {
  const rig = await lockerRig({ cells: 2 });
  rig.board.stick(1, true);
  rig.board.stick(2, true);
  const act = value(rig.locker.staff.putIn(caseOf(1), STAFF));
  expect((await rig.carryOut(act)).end).toEqual({ end: 'notOpened', code: 'locker.notOpened' });
  expect(rig.state(act.parcelId ?? '')).toBe('canceled');
  const other = value(rig.locker.staff.putIn(caseOf(1), STAFF));
  expect(other.cell).not.toBe(act.cell);
  await rig.carryOut(other);
  expect(rig.locker.staff.putIn(caseOf(1), STAFF)).toEqual({ ok: false, error: 'locker.full' });
});

test.each([true, false])('pulsed, and nobody can say what the door did (it opened: %s)', async (opens) => {
  const { rig, cell, parcelId, code, pickUp } = await ready();
  rig.board.answerNext('locker.doorUnknown', opens);
  expect((await rig.carryOut(pickUp().act)).end).toEqual({ end: 'unknown', code: 'locker.doorUnknown' });
  expect(rig.exceptions()).toEqual([`doorUnknown ${cell}`]);
  expect(rig.state(parcelId)).toBe('uncertain');
  expect(rig.locker.pickup.prove({ card: WANG, code })).toEqual({ ok: false, error: 'pickup.notReady' });
});

test('a door that opens alone is an alarm, once; the document behind it is in doubt', async () => {
  const { rig, cell, parcelId, code } = await ready();
  const alarms = () => rig.entries.filter(({ id }) => id === 'locker-alarm').length;
  for (const _ of [1, 2, 3]) {
    rig.board.pull(cell);
    rig.board.close(cell);
  }
  expect(alarms()).toBe(1);
  expect(rig.exceptions()).toEqual([`openedAlone ${cell}`]);
  expect(rig.cell(cell)).toMatchObject({ out: 'alarm' });
  expect(rig.state(parcelId)).toBe('uncertain');
  expect(rig.locker.pickup.prove({ card: WANG, code })).toEqual({ ok: false, error: 'pickup.notReady' });
  const before = rig.messages().length;
  for (const _ of Array(100)) {
    rig.board.pull(cell);
    rig.board.close(cell);
  }
  await rig.clock.advance(60_000);
  expect(rig.messages().length - before).toBeLessThanOrEqual(1);
});

test('pulled open between plan and pulse: nobody was let to it, and no pulse is sent', async () => {
  const { rig, cell, parcelId, pickUp } = await ready();
  const { act } = pickUp();
  rig.board.pull(cell);
  expect(await act.go(() => undefined)).toEqual({ end: 'unknown', code: 'locker.doorUnknown' });
  expect(rig.board.pulses()).toHaveLength(1);
  expect(rig.exceptions()).toEqual([`openedAlone ${cell}`]);
  expect(rig.state(parcelId)).toBe('uncertain');
});

test('stood open before the pulse, seen only then: the same', async () => {
  const { rig, cell, parcelId, pickUp } = await ready();
  rig.board.listen(() => undefined);
  rig.board.pull(cell);
  expect(await pickUp().act.go(() => undefined)).toEqual({ end: 'unknown', code: 'locker.doorUnknown' });
  expect(rig.exceptions()).toEqual([`openedAlone ${cell}`]);
  expect(rig.state(parcelId)).toBe('uncertain');
});

test('a plan that nobody carries out is void, and its door never opens', async () => {
  const { rig, parcelId, code, pickUp } = await ready();
  const { act, grant } = pickUp();
  await rig.clock.advance(30_000);
  expect(await act.go(() => undefined)).toEqual({ end: 'notOpened', code: 'locker.offline' });
  expect(rig.board.pulses()).toHaveLength(1);
  expect(rig.state(parcelId)).toBe('stored');
  rig.locker.pickup.forget(grant);
  expect(rig.locker.pickup.prove({ card: WANG, code }).ok).toBe(true);
});

test('boards lost: nothing opens, no cell is free; back, and a door stands open: an alarm', async () => {
  const { rig, cell, parcelId } = await ready();
  rig.board.setOffline(true);
  rig.locker.online(false);
  expect(rig.locker.view.readiness()).toBe('offline');
  expect(rig.locker.staff.putIn(caseOf(2), STAFF)).toEqual({ ok: false, error: 'locker.offline' });
  rig.board.pull(cell);
  rig.board.setOffline(false);
  rig.locker.online(true);
  await rig.clock.advance(0);
  expect(rig.locker.view.readiness()).toBe('ready');
  expect(rig.exceptions()).toEqual([`openedAlone ${cell}`]);
  expect(rig.state(parcelId)).toBe('uncertain');
  expect((await rig.deposit(caseOf(2, LI))).end.end).toBe('closed');
});

test('boards lost while a door is open: it waits for them, and when they stay away nobody knows', async () => {
  const { rig, cell, parcelId, pickUp } = await ready();
  const going = pickUp().act.go(() => undefined);
  await rig.clock.advance(0);
  rig.board.setOffline(true);
  rig.locker.online(false);
  await rig.clock.advance(60_000);
  expect(await going).toEqual({ end: 'unknown', code: 'locker.doorUnknown' });
  expect(rig.exceptions()).toEqual([`doorUnknown ${cell}`]);
  rig.board.setOffline(false);
  await rig.clock.advance(3000);
  expect(rig.exceptions()).toEqual([`doorUnknown ${cell}`]);
  expect(rig.state(parcelId)).toBe('uncertain');
});

test('a door that springs open just before staff look into it opened alone; after that they may look', async () => {
  const { rig, cell } = await ready();
  const planned = value(rig.locker.staff.inspect(cell, 'checkCell', SECOND, false));
  rig.board.pull(cell);
  expect((await planned.go(() => undefined)).end).toBe('unknown');
  rig.board.close(cell);
  await rig.clock.advance(0);
  const pulling = value(rig.locker.staff.inspect(cell, 'checkCell', SECOND, false));
  rig.board.beforePulse(() => rig.board.pull(cell));
  expect((await pulling.go(() => undefined)).end).toBe('unknown');
  rig.board.beforePulse(undefined);
  expect(rig.board.pulses()).toHaveLength(1);
  expect(rig.exceptions()).toEqual([`openedAlone ${cell}`]);
});

test('a cell that stands open may be looked into, and is compared with what is seen afterwards', async () => {
  const { rig, cell } = await ready();
  rig.board.pull(cell);
  const { end } = await rig.carryOut(value(rig.locker.staff.inspect(cell, 'doorFault', SECOND, false)));
  expect(end).toEqual({ end: 'closed', item: 'present' });
  expect(rig.board.pulses()).toHaveLength(1);
});

test('a lock that does not open any more: a door opened with the key counts as looked into, the alarm itself does not', async () => {
  const { rig, cell, parcelId } = await ready();
  rig.board.stick(cell, true);
  rig.board.pull(cell);
  await rig.clock.advance(SECOND_MS);
  const [alarm] = rig.locker.view.exceptions();
  expect(rig.locker.view.looked(alarm?.id ?? '')).toBe(false);
  rig.board.close(cell);
  await rig.clock.advance(SECOND_MS);
  rig.board.pull(cell);
  await rig.clock.advance(SECOND_MS);
  expect(rig.locker.view.looked(alarm?.id ?? '')).toBe(true);
  rig.board.close(cell);
  await rig.clock.advance(SECOND_MS);
  value(rig.locker.staff.settle(alarm?.id ?? '', 'inPlace', STAFF));
  expect(rig.state(parcelId)).toBe('stored');
});
