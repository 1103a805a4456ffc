import { expect, test } from 'vitest';
import { caseOf, LI, lockerRig, SIGNATURE, STAFF, value, WANG } from '../testing/locker-rig.ts';

const refused = (error: string) => ({ ok: false, error });

test.each([true, false])(
  'something lies in the cell that opens for putting in (sensors: %s): another one, and this one is out',
  async (hasItemSensors) => {
    const rig = await lockerRig({ hasItemSensors });
    const { staff, view } = rig.locker;
    const act = value(staff.putIn(caseOf(1), STAFF));
    const id = act.parcelId ?? '';
    expect(staff.occupied(id, STAFF)).toEqual(refused('locker.notThere'));
    rig.board.beforePulse(() => rig.board.put(act.cell));
    const { end } = await rig.carryOut(act, () => {
      value(staff.occupied(id, STAFF));
      expect(rig.state(id)).toBe('canceled');
    });
    expect(end.end).toBe('closed');
    expect(rig.state(id)).toBe('canceled');
    expect(rig.notices(id)).toEqual([]);
    expect(rig.exceptions()).toEqual([`itemUnexpected ${act.cell}`]);
    expect(rig.cell(act.cell)).toMatchObject({ state: 'outOfService', out: 'disagrees' });
    expect(view.looked(view.exceptions()[0]?.id ?? '')).toBe(false);
    expect(rig.db.prepare('SELECT deed, number, cell, parcel_id FROM locker_deeds').all()).toEqual([
      { deed: 'occupied', number: STAFF.number, cell: act.cell, parcel_id: id },
    ]);
    expect(staff.occupied(id, STAFF)).toEqual(refused('locker.notThere'));
    rig.board.beforePulse(undefined);
    const other = await rig.deposit(caseOf(1));
    expect(other.cell).not.toBe(act.cell);
    expect(rig.state(other.parcelId)).toBe('stored');
  },
);

test('another cell is opened while the first door still stands open, and it is closed last, or never', async () => {
  for (const closes of [true, false]) {
    const rig = await lockerRig();
    const { staff } = rig.locker;
    const act = value(staff.putIn(caseOf(1), STAFF));
    const going = act.go(() => undefined);
    await rig.clock.advance(0);
    value(staff.occupied(act.parcelId ?? '', STAFF));
    const other = await rig.deposit(caseOf(1));
    if (closes) rig.board.close(act.cell);
    await rig.clock.advance(60_000);
    expect((await going).end).toBe(closes ? 'closed' : 'leftOpen');
    expect(rig.exceptions()).toEqual([`itemUnexpected ${act.cell}`, ...(closes ? [] : [`leftOpen ${act.cell}`])]);
    expect([act.parcelId ?? '', other.parcelId].map((id) => rig.state(id))).toEqual(['canceled', 'stored']);
  }
});

test('closed with nothing seen inside, and eyes saw something: the eyes are believed', async () => {
  const rig = await lockerRig();
  const act = value(rig.locker.staff.putIn(caseOf(1), STAFF));
  await rig.carryOut(act);
  value(rig.locker.staff.occupied(act.parcelId ?? '', STAFF));
  expect(rig.state(act.parcelId ?? '')).toBe('canceled');
  await rig.clock.advance(180_000);
  expect(rig.exceptions()).toEqual([`itemUnexpected ${act.cell}`]);
});

test('a document on its way to another cell is in hand again, and goes to a third one while the door is open', async () => {
  const rig = await lockerRig();
  const { parcelId } = await rig.deposit(caseOf(1));
  const { staff } = rig.locker;
  await rig.carryOut(value(staff.move(parcelId, STAFF)), (cell) => rig.board.take(cell));
  const anew = value(staff.placeAnew(parcelId, STAFF));
  const going = anew.go(() => undefined);
  await rig.clock.advance(0);
  value(staff.occupied(parcelId, STAFF));
  expect(rig.locker.view.parcel(parcelId)).toMatchObject({ state: 'inHand', cell: null });
  const third = value(staff.placeAnew(parcelId, STAFF));
  await rig.carryOut(third, (cell) => rig.board.put(cell));
  rig.board.close(anew.cell);
  await rig.clock.advance(0);
  expect((await going).end).toBe('closed');
  expect(rig.locker.view.parcel(parcelId)).toMatchObject({ state: 'stored', cell: third.cell });
});

test('what was stored is not given up by it', async () => {
  const rig = await lockerRig();
  const act = value(rig.locker.handIn.handIn({ caseNumber: '310120202600101' }, WANG));
  const id = act.parcelId ?? '';
  await rig.carryOut(act, (cell) => rig.board.put(cell));
  expect(rig.locker.staff.occupied(id, STAFF)).toEqual(refused('locker.notThere'));
  const more = value(rig.locker.handIn.handIn({ caseNumber: '310120202600101' }, WANG));
  await rig.carryOut(more, () => {
    expect(rig.locker.staff.occupied(id, STAFF)).toEqual(refused('locker.notThere'));
  });
  expect(rig.state(id)).toBe('stored');
});

test('a thing where nothing should lie: whose parcel left the cell last is known, also when its person is erased', async () => {
  const rig = await lockerRig({ cells: 1 });
  expect(rig.locker.view.lastIn(1)).toBeUndefined();
  const first = await rig.deposit(caseOf(1, LI));
  const out = (cell: number) => rig.board.take(cell);
  await rig.carryOut(value(rig.locker.staff.move(first.parcelId, STAFF)), out);
  expect(rig.locker.view.lastIn(1)).toMatchObject({ id: first.parcelId, state: 'inHand', maskedHolder: '李**' });
  const last = await rig.deposit(caseOf(2));
  const grant = value(rig.locker.pickup.prove({ card: WANG, code: rig.codes(last.parcelId).code }));
  await rig.carryOut(value(rig.locker.pickup.pickUp(grant, { signature: SIGNATURE })), out);
  // Neither what was only on its way nor what was changed later lay there last.
  const anew = value(rig.locker.staff.placeAnew(first.parcelId, STAFF));
  await rig.carryOut(anew, () => value(rig.locker.staff.occupied(first.parcelId, STAFF)));
  value(rig.locker.staff.keep(first.parcelId, STAFF));
  expect(rig.locker.view.lastIn(1)).toMatchObject({ id: last.parcelId, state: 'released', maskedHolder: '王**' });
  for (const message of rig.messages()) rig.locker.acknowledged(message);
  await rig.restart();
  expect(rig.locker.view.lastIn(1)).toMatchObject({ id: last.parcelId, maskedHolder: '*' });
});
