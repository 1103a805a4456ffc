import { expect, test } from 'vitest';
import { caseNumber, type DeskRig, settle, signedInRig } from './testing/desk-rig.ts';
import type { FakeLocker } from './testing/fake-locker.ts';

/** A document is scanned and its door stands open. */
async function atOpenDoor(size?: number): Promise<DeskRig<FakeLocker> & { readonly cell: number }> {
  const rig = await signedInRig('1001', size);
  rig.desk.send({ type: 'openPutIn' });
  await rig.scan(caseNumber(1));
  return { ...rig, cell: rig.screen('putIn').cell ?? 0 };
}

test('something lies there already: said at the open door, and when it closes another one opens', async () => {
  const { locker, desk, screen, cell } = await atOpenDoor();
  desk.send({ type: 'occupied' });
  expect(screen('putIn')).toMatchObject({ stage: 'open', cell, occupied: cell });
  expect(locker.exceptions).toMatchObject([{ kind: 'itemUnexpected', cell }]);
  // Said twice is said once.
  desk.send({ type: 'occupied' });
  expect(locker.exceptions).toHaveLength(1);
  locker.close(cell);
  await settle();
  const { cell: other = 0 } = screen('putIn');
  expect(screen('putIn')).toMatchObject({ stage: 'open', occupied: cell, done: 0 });
  expect(other).not.toBe(cell);
  locker.close(other);
  await settle();
  expect(screen('putIn')).toMatchObject({ stage: 'scan', done: 1, last: { cell: other } });
  expect(screen('putIn').occupied).toBeUndefined();
});

test('something lies in the second one, too: a third', async () => {
  const { locker, desk, screen } = await atOpenDoor();
  for (const cell of [1, 2]) {
    desk.send({ type: 'occupied' });
    locker.close(cell);
    await settle();
  }
  expect(screen('putIn')).toMatchObject({ stage: 'open', cell: 3, occupied: 2 });
  expect(locker.exceptions.map(({ cell }) => cell)).toEqual([1, 2]);
});

test('something lies there, said when the door is closed: another one opens at once', async () => {
  const { locker, desk, screen, cell } = await atOpenDoor();
  locker.close(cell, 'notPresent');
  await settle();
  desk.send({ type: 'occupied' });
  await settle();
  expect(screen('putIn')).toMatchObject({ stage: 'open', occupied: cell });
  expect(screen('putIn').cell).not.toBe(cell);
});

test('something lies there, and no other cell is free: said', async () => {
  const { locker, desk, screen, cell } = await atOpenDoor(1);
  desk.send({ type: 'occupied' });
  locker.close(cell);
  await settle();
  expect(screen('putIn')).toMatchObject({ stage: 'scan', refused: 'locker.full', refusedCase: caseNumber(1), done: 0 });
});

test('nothing sees inside: the last one may be taken out again and put into another cell', async () => {
  const { locker, desk, screen, cell } = await atOpenDoor();
  locker.close(cell, 'unknown');
  await settle();
  expect(screen('putIn')).toMatchObject({ stage: 'scan', done: 1, last: { cell, unseen: true } });
  desk.send({ type: 'again' });
  await settle();
  expect(screen('door')).toMatchObject({ purpose: 'move', cell, stage: 'open' });
  locker.close(cell, 'unknown');
  await settle();
  desk.send({ type: 'act', act: 'placeAnew' });
  await settle();
  const { cell: other } = screen('door');
  locker.close(other, 'unknown');
  await settle();
  desk.send({ type: 'next' });
  expect(screen('putIn')).toMatchObject({ stage: 'scan', done: 1, last: { cell: other } });
});

test('taken out again and left so: it is not said to lie anywhere', async () => {
  const { locker, desk, screen, cell } = await atOpenDoor();
  locker.close(cell, 'unknown');
  await settle();
  desk.send({ type: 'again' });
  await settle();
  locker.close(cell, 'unknown');
  await settle();
  desk.send({ type: 'back' });
  expect(screen('putIn').last).toBeUndefined();
  desk.send({ type: 'again' });
  expect(screen('putIn').stage).toBe('scan');
  desk.send({ type: 'back' });
  expect(screen('jobs').counts.inHand).toBe(1);
});
