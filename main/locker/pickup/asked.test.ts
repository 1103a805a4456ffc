import { expect, test } from 'vitest';
import { caseOf, lockerRig, SIGNATURE, STAFF, value, WANG } from '../testing/locker-rig.ts';

const refused = (error: string) => ({ ok: false, error });

/** A locker in which no sensor looks inside; the holder stands before the door that they closed again. */
async function closedAgain(take: boolean) {
  const rig = await lockerRig({ hasItemSensors: false });
  const { parcelId, cell } = await rig.deposit(caseOf(1));
  const { code } = rig.codes(parcelId);
  const grant = value(rig.locker.pickup.prove({ card: WANG, code }));
  const open = () => value(rig.locker.pickup.pickUp(grant, { signature: SIGNATURE }));
  const { end } = await rig.carryOut(open(), (door) => take && rig.board.take(door));
  expect(end).toEqual({ end: 'closed', item: 'unknown' });
  expect(rig.state(parcelId)).toBe('releasing');
  expect(rig.notices(parcelId)).toEqual(['deposited']);
  return { rig, parcelId, cell, code, grant, open };
}

test('closed, and no sensor sees inside: released only when they say that they have it, once', async () => {
  const { rig, parcelId, grant } = await closedAgain(true);
  const { pickup } = rig.locker;
  for (const _ of [1, 2]) pickup.confirmTaken(grant);
  pickup.forget(grant);
  pickup.confirmTaken(grant);
  expect(rig.state(parcelId)).toBe('released');
  expect(rig.notices(parcelId)).toEqual(['deposited', 'taken']);
  expect(pickup.pickUp(grant, { signature: SIGNATURE })).toEqual(refused('pickup.notReady'));
});

test('left inside by mistake: the same door once more, with an act and a signature of its own', async () => {
  const { rig, parcelId, cell, code, grant, open } = await closedAgain(false);
  const again = open();
  expect(again).toMatchObject({ cell, parcelId });
  expect(rig.locker.pickup.pickUp(grant, { signature: SIGNATURE })).toEqual(refused('locker.cellBusy'));
  // The door is not closed yet: nothing is said by that.
  rig.locker.pickup.confirmTaken(grant);
  await rig.carryOut(again, (door) => rig.board.take(door));
  expect(rig.state(parcelId)).toBe('releasing');
  rig.locker.pickup.confirmTaken(grant);
  expect(rig.state(parcelId)).toBe('released');
  expect(rig.messages().filter(({ kind }) => kind === 'evidence')).toHaveLength(2);
  expect(rig.notices(parcelId)).toEqual(['deposited', 'taken']);
  expect(rig.locker.pickup.prove({ card: WANG, code }).ok).toBe(false);
});

test.each(['forgets', 'walks away'])('nobody says anything, and the visit %s: it counts as taken', async (how) => {
  const { rig, parcelId, grant } = await closedAgain(true);
  if (how === 'forgets') rig.locker.pickup.forget(grant);
  else await rig.clock.advance(300_000);
  expect(rig.state(parcelId)).toBe('released');
  expect(rig.notices(parcelId)).toEqual(['deposited', 'taken']);
});

test('the visit ends while the door is open: released when it is closed', async () => {
  const { rig, parcelId, grant, open } = await closedAgain(false);
  await rig.carryOut(open(), (door) => {
    rig.board.take(door);
    rig.locker.pickup.forget(grant);
    expect(rig.state(parcelId)).toBe('releasing');
  });
  expect(rig.state(parcelId)).toBe('released');
  expect(rig.notices(parcelId)).toEqual(['deposited', 'taken']);
});

test('asked for once more, and the lock holds: it still lies there, and its holder gets new codes', async () => {
  const { rig, parcelId, cell, grant, open } = await closedAgain(false);
  rig.board.stick(cell, true);
  expect((await rig.carryOut(open())).end.end).toBe('notOpened');
  expect(rig.state(parcelId)).toBe('releasing');
  rig.locker.pickup.forget(grant);
  expect(rig.state(parcelId)).toBe('stored');
  expect(rig.notices(parcelId)).toEqual(['deposited', 'again']);
  rig.board.stick(cell, false);
  expect(rig.locker.pickup.prove({ card: WANG, code: rig.codes(parcelId).code }).ok).toBe(true);
});

test('a restart while they are asked: released at the start, told then, and no exception', async () => {
  const { rig, parcelId, cell, grant } = await closedAgain(true);
  await rig.restart();
  expect(rig.state(parcelId)).toBe('released');
  expect(rig.notices(parcelId)).toEqual(['deposited', 'taken']);
  expect(rig.exceptions()).toEqual([]);
  expect(rig.cell(cell)?.state).toBe('free');
  rig.locker.pickup.confirmTaken(grant);
  await rig.restart();
  expect(rig.notices(parcelId)).toEqual(['deposited', 'taken']);
});

test('a restart between plan and pulse of the second opening: in doubt, as ever', async () => {
  const { rig, parcelId, cell, open } = await closedAgain(false);
  open();
  await rig.restart();
  expect(rig.state(parcelId)).toBe('uncertain');
  expect(rig.exceptions()).toEqual([`interrupted ${cell}`]);
  const [exception] = rig.locker.view.exceptions();
  // The first one was seen open.
  value(rig.locker.staff.settle(exception?.id ?? '', 'gone', STAFF));
  expect(rig.state(parcelId)).toBe('released');
});

test('pulled open by somebody while they are asked: an alarm, and what they say afterwards changes nothing', async () => {
  const { rig, parcelId, cell, grant } = await closedAgain(true);
  rig.board.pull(cell);
  rig.board.close(cell);
  rig.locker.pickup.confirmTaken(grant);
  rig.locker.pickup.forget(grant);
  expect(rig.state(parcelId)).toBe('uncertain');
  expect(rig.exceptions()).toEqual([`openedAlone ${cell}`]);
});

test('boards away and back while they are asked: no exception, and the answer still counts', async () => {
  const { rig, parcelId, grant } = await closedAgain(true);
  rig.board.setOffline(true);
  rig.locker.online(false);
  rig.board.setOffline(false);
  rig.locker.online(true);
  await rig.clock.advance(0);
  expect(rig.exceptions()).toEqual([]);
  expect(rig.state(parcelId)).toBe('releasing');
  rig.locker.pickup.confirmTaken(grant);
  expect(rig.state(parcelId)).toBe('released');
});

test('a disk that refuses their answer writes it later', async () => {
  const { rig, parcelId, grant } = await closedAgain(true);
  rig.refuseWrites();
  rig.locker.pickup.confirmTaken(grant);
  rig.locker.pickup.forget(grant);
  expect(rig.state(parcelId)).toBe('releasing');
  rig.takeWrites();
  await rig.clock.advance(2000);
  expect(rig.state(parcelId)).toBe('released');
  expect(rig.notices(parcelId)).toEqual(['deposited', 'taken']);
});
