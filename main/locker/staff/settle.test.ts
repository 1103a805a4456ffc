import { expect, test } from 'vitest';
import { caseOf, lockerRig, SIGNATURE, STAFF, value, WANG } from '../testing/locker-rig.ts';

const refused = (error: string) => ({ ok: false, error });
type Rig = Awaited<ReturnType<typeof lockerRig>>;

const settle = (rig: Rig, verdict: Parameters<Rig['locker']['staff']['settle']>[1]) =>
  rig.locker.staff.settle(rig.locker.view.exceptions()[0]?.id ?? '', verdict, STAFF);
const pulled = (rig: Rig, cell: number) => {
  rig.board.pull(cell);
  rig.board.take(cell);
  rig.board.close(cell);
};
const pickUp = (rig: Rig, parcelId: string) => {
  const grant = value(rig.locker.pickup.prove({ card: WANG, code: rig.codes(parcelId).code }));
  return { grant, act: value(rig.locker.pickup.pickUp(grant, { signature: SIGNATURE })) };
};

test('a door that was forced, and the document is gone: lost, its codes dead, its holder told nothing', async () => {
  const rig = await lockerRig();
  const { parcelId, cell } = await rig.deposit(caseOf(1));
  const { code } = rig.codes(parcelId);
  pulled(rig, cell);
  value(settle(rig, 'gone'));
  expect(rig.state(parcelId)).toBe('lost');
  expect(rig.notices(parcelId)).toEqual(['deposited']);
  expect(rig.locker.pickup.prove({ card: WANG, code }).ok).toBe(false);
  expect(rig.entries.filter(({ id }) => id === 'parcel-lost')).toMatchObject([{ fields: { parcelId, cell } }]);
  const reports = rig.messages().flatMap((message) => (message.kind === 'parcel' ? [message.report] : []));
  expect(reports.at(-1)).toMatchObject({ id: parcelId, state: 'lost', cell: null });
  expect(rig.locker.view.parcels('document')).toEqual([]);
  expect(rig.cell(cell)?.state).toBe('free');
  // The same case may come again.
  expect(rig.locker.staff.putIn(caseOf(1), STAFF).ok).toBe(true);
});

test('gone after a pick-up: released where the door was seen open, lost where it was not', async () => {
  for (const [seenOpen, state] of [
    [true, 'released'],
    [false, 'lost'],
  ] as const) {
    const rig = await lockerRig();
    const { parcelId } = await rig.deposit(caseOf(1));
    const { act } = pickUp(rig, parcelId);
    if (!seenOpen) rig.board.answerNext('locker.doorUnknown', false);
    const going = act.go(() => undefined);
    await rig.clock.advance(60_000);
    await going;
    if (seenOpen) rig.board.close(act.cell);
    value(settle(rig, 'gone'));
    expect(rig.state(parcelId)).toBe(state);
  }
});

test('seen inside after the pick-up, and gone later: lost, whoever had the door open before', async () => {
  for (const how of ['sensor', 'staff'] as const) {
    const rig = await lockerRig();
    const { parcelId, cell } = await rig.deposit(caseOf(1));
    const { act, grant } = pickUp(rig, parcelId);
    if (how === 'sensor') await rig.carryOut(act);
    else {
      const going = act.go(() => undefined);
      await rig.clock.advance(60_000);
      await going;
      rig.board.close(cell);
      value(settle(rig, 'inPlace'));
    }
    rig.locker.pickup.forget(grant);
    pulled(rig, cell);
    value(settle(rig, 'gone'));
    expect(rig.state(parcelId)).toBe('lost');
    expect(rig.notices(parcelId)).not.toContain('taken');
  }
});

test('left open by staff who took it back, or took it out to move it: with the staff, as before', async () => {
  for (const [job, state] of [
    ['takeBack', 'takenBack'],
    ['move', 'inHand'],
  ] as const) {
    const rig = await lockerRig();
    const { parcelId, cell } = await rig.deposit(caseOf(1));
    const { staff } = rig.locker;
    const act = value(job === 'move' ? staff.move(parcelId, STAFF) : staff.takeBack(parcelId, 'other', STAFF));
    const going = act.go(() => undefined);
    await rig.clock.advance(60_000);
    await going;
    rig.board.close(cell);
    value(settle(rig, 'gone'));
    expect(rig.state(parcelId)).toBe(state);
  }
});

test('materials that are gone without anybody who emptied the cell are lost, too', async () => {
  const rig = await lockerRig();
  const act = value(rig.locker.handIn.handIn({ caseNumber: '310120202600101' }, WANG));
  await rig.carryOut(act, (cell) => rig.board.put(cell));
  pulled(rig, act.cell);
  value(settle(rig, 'gone'));
  expect(rig.state(act.parcelId ?? '')).toBe('lost');
});

test('something lay in an empty cell: not nothing while the sensor sees it, but removed, and recorded so', async () => {
  const rig = await lockerRig({ cells: 1 });
  await rig.restart(() => rig.board.put(1));
  expect(rig.exceptions()).toEqual(['itemUnexpected 1']);
  for (const verdict of ['nothing', 'inPlace', 'gone'] as const) {
    expect(settle(rig, verdict)).toEqual(refused('locker.notThere'));
  }
  await rig.carryOut(value(rig.locker.staff.inspect(1, 'settling', STAFF, false)), (cell) => rig.board.take(cell));
  value(settle(rig, 'removed'));
  expect(rig.cell(1)?.state).toBe('free');
  expect(rig.db.prepare('SELECT verdict FROM locker_exceptions').all()).toEqual([{ verdict: 'removed' }]);
  expect(rig.db.prepare('SELECT deed, number, cell FROM locker_deeds').all()).toEqual([
    { deed: 'removed', number: STAFF.number, cell: 1 },
  ]);
});

test('nothing is removed from where a parcel is written to lie, nor from no cell', async () => {
  const rig = await lockerRig();
  const { parcelId, cell } = await rig.deposit(caseOf(1));
  rig.board.pull(cell);
  rig.board.close(cell);
  expect(settle(rig, 'removed')).toEqual(refused('locker.notThere'));
  value(settle(rig, 'inPlace'));
  expect(rig.state(parcelId)).toBe('stored');
  for (let n = 0; n < 5; n += 1) rig.locker.pickup.prove({ card: WANG, code: `00000${n}` });
  expect(rig.exceptions()).toEqual(['guessing null']);
  expect(settle(rig, 'removed')).toEqual(refused('locker.notThere'));
  value(settle(rig, 'nothing'));
});
