import { expect, test } from 'vitest';
import { caseNumber, settle, signedInRig, signIn } from './testing/desk-rig.ts';

/** A document is scanned and its door stands open. */
async function atOpenDoor() {
  const rig = await signedInRig();
  rig.desk.send({ type: 'openPutIn' });
  await rig.scan(caseNumber(1));
  return { ...rig, cell: rig.screen('putIn').cell ?? 0 };
}

test('nothing was put in: the same door once more', async () => {
  const { locker, desk, screen, cell } = await atOpenDoor();
  locker.close(cell, 'notPresent');
  await settle();
  expect(screen('putIn')).toMatchObject({ stage: 'empty', cell, done: 0 });
  desk.send({ type: 'again' });
  await settle();
  expect(screen('putIn')).toMatchObject({ stage: 'open', cell });
  locker.close(cell, 'present');
  await settle();
  expect(screen('putIn')).toMatchObject({ stage: 'scan', done: 1 });
});

test('nothing was put in, and nothing will be: the cell is given back', async () => {
  const { locker, desk, screen, cell } = await atOpenDoor();
  locker.close(cell, 'notPresent');
  await settle();
  desk.send({ type: 'back' });
  expect(screen('putIn').stage).toBe('empty');
  desk.send({ type: 'cancelPutIn' });
  expect(screen('putIn')).toMatchObject({ stage: 'scan', done: 0 });
  expect(locker.view.cells().find((each) => each.cell === cell)?.state).toBe('free');
});

test('nothing was put in, and another document is scanned: first where the first one is has to be said', async () => {
  const rig = await atOpenDoor();
  rig.locker.close(rig.cell, 'notPresent');
  await settle();
  await rig.scan(caseNumber(2));
  expect(rig.screen('putIn')).toMatchObject({ stage: 'empty', refused: 'locker.notThere' });
  await rig.scan(caseNumber(1));
  expect(rig.screen('putIn')).toMatchObject({ stage: 'open', cell: rig.cell });
  expect(rig.asked).toEqual([caseNumber(1)]);
});

test('signed out with an empty cell reserved: the next scan of the document opens the same door', async () => {
  const rig = await atOpenDoor();
  rig.locker.close(rig.cell, 'notPresent');
  await settle();
  rig.desk.send({ type: 'signOut' });
  await signIn(rig, '1002');
  rig.desk.send({ type: 'openPutIn' });
  await rig.scan(caseNumber(1));
  expect(rig.screen('putIn')).toMatchObject({ stage: 'open', cell: rig.cell });
});

test('a cell without a sensor inside is believed: the door was closed', async () => {
  const { locker, screen, cell } = await atOpenDoor();
  locker.close(cell, 'unknown');
  await settle();
  expect(screen('putIn')).toMatchObject({ stage: 'scan', done: 1 });
});

test('the door was left open: no other one opens before it is closed', async () => {
  const rig = await atOpenDoor();
  rig.locker.leaveOpen(rig.cell);
  await settle();
  expect(rig.screen('putIn')).toMatchObject({ stage: 'leftOpen', urge: 'alarm', done: 0 });
  await rig.scan(caseNumber(2));
  rig.desk.send({ type: 'next' });
  expect(rig.screen('putIn')).toMatchObject({ stage: 'leftOpen', refused: 'locker.otherDoorOpen' });
  rig.locker.push(rig.cell);
  await rig.scan(caseNumber(2));
  expect(rig.screen('putIn')).toMatchObject({ stage: 'open', parcel: { caseNumber: caseNumber(2) } });
});

test('a wrong door is pulled beside the right one: said until it is closed, and no scan before', async () => {
  const rig = await atOpenDoor();
  rig.locker.pull(17);
  expect(rig.screen('putIn')).toMatchObject({ stage: 'open', refused: 'locker.otherDoorOpen' });
  rig.locker.close(rig.cell);
  await settle();
  await rig.scan(caseNumber(2));
  expect(rig.screen('putIn')).toMatchObject({ stage: 'scan', refused: 'locker.otherDoorOpen', done: 1 });
  rig.locker.push(17);
  await rig.scan(caseNumber(2));
  expect(rig.screen('putIn').stage).toBe('open');
});

test('a door that stood open before the work began is no reason to stop it', async () => {
  const rig = await signedInRig();
  rig.locker.pull(17);
  rig.desk.send({ type: 'openPutIn' });
  await rig.scan(caseNumber(1));
  expect(rig.screen('putIn').stage).toBe('open');
  expect(rig.screen('putIn').refused).toBeUndefined();
});

test('a door that does not open: said, and another cell by itself, once', async () => {
  const rig = await signedInRig();
  rig.locker.faults.set(1, 'notOpened');
  rig.desk.send({ type: 'openPutIn' });
  await rig.scan(caseNumber(1));
  expect(rig.screen('putIn')).toMatchObject({ stage: 'open', cell: 2, refused: 'locker.notOpened' });
  rig.locker.close(2);
  await settle();
  expect(rig.screen('putIn')).toMatchObject({ stage: 'scan', done: 1, last: { cell: 2 } });

  rig.locker.faults.set(3, 'notOpened').set(4, 'notOpened');
  await rig.scan(caseNumber(2));
  expect(rig.screen('putIn')).toMatchObject({ stage: 'scan', refused: 'locker.notOpened', done: 1 });
  expect(rig.locker.calls.map(({ what }) => what)).toEqual([1, 2, 3, 4]);
});

test.each([
  ['the boards do not answer', 'offline', 'locker.offline'],
  ['nobody can say whether it opened', 'unknown', 'locker.doorUnknown'],
] as const)('%s: said, and no other door is tried', async (_, fault, code) => {
  const rig = await signedInRig();
  rig.locker.faults.set(1, fault);
  rig.desk.send({ type: 'openPutIn' });
  await rig.scan(caseNumber(1));
  expect(rig.screen('putIn')).toMatchObject({ stage: 'scan', refused: code, done: 0 });
  expect(rig.locker.calls).toHaveLength(1);
});

test('nobody leaves the page of an open door', async () => {
  const { desk, screen } = await atOpenDoor();
  for (const type of ['back', 'home', 'signOut', 'cancelPutIn', 'again', 'openCells'] as const) desk.send({ type });
  expect(screen('putIn').stage).toBe('open');
});
