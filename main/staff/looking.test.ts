import { expect, test } from 'vitest';
import { caseNumber, settle, signedInRig } from './testing/desk-rig.ts';

test('an occupied cell is opened for inspection by two: the second signs in, and must be another one', async () => {
  const rig = await signedInRig('1001');
  rig.locker.lay('document', caseNumber(1), 3);
  rig.desk.send({ type: 'openCells' });
  rig.desk.send({ type: 'chooseCell', cell: 3 });
  rig.desk.send({ type: 'act', act: 'inspect' });
  rig.desk.send({ type: 'reason', reason: 'checkCell' });
  expect(rig.screen('signIn')).toMatchObject({ step: 'who', second: { cell: 3 } });
  rig.type('1001');
  rig.type('4711');
  await settle();
  expect(rig.screen('signIn')).toMatchObject({ step: 'who', refused: 'staff.sameSecond', second: { cell: 3 } });
  expect(rig.locker.calls).toEqual([]);
  rig.type('1002');
  rig.type('4711');
  await settle();
  expect(rig.screen('door')).toMatchObject({ purpose: 'inspect', cell: 3, stage: 'open' });
  expect(rig.locker.calls).toEqual([{ call: 'inspect checkCell', by: { number: '1001', second: '1002' }, what: 3 }]);
  rig.locker.close(3);
  await settle();
  expect(rig.screen('door').ended).toBe('done');
  rig.desk.send({ type: 'home' });
  expect(rig.screen('jobs').staff.number).toBe('1001');
});

test('the second person thinks better of it: nothing opened, the first is where they were', async () => {
  const rig = await signedInRig('1001');
  const parcel = rig.locker.lay('document', caseNumber(1), 3);
  rig.desk.send({ type: 'openParcels', direction: 'document' });
  rig.desk.send({ type: 'choose', id: parcel.id });
  rig.desk.send({ type: 'act', act: 'inspect' });
  rig.desk.send({ type: 'reason', reason: 'other' });
  rig.desk.send({ type: 'back' });
  expect(rig.screen('parcel').parcel.id).toBe(parcel.id);
  expect(rig.locker.calls).toEqual([]);
});

test('an administrator looks alone', async () => {
  const rig = await signedInRig('9001');
  rig.locker.lay('document', caseNumber(1), 3);
  rig.desk.send({ type: 'openCells' });
  rig.desk.send({ type: 'chooseCell', cell: 3 });
  rig.desk.send({ type: 'act', act: 'inspect' });
  rig.desk.send({ type: 'reason', reason: 'checkCell' });
  await settle();
  expect(rig.screen('door').stage).toBe('open');
});

test('an exception is settled only after somebody looked into its cell', async () => {
  const rig = await signedInRig('9001');
  rig.locker.lay('document', caseNumber(1), 3);
  const id = rig.locker.except('itemMissing', 3);
  rig.desk.send({ type: 'openExceptions' });
  rig.desk.send({ type: 'choose', id });
  expect(rig.screen('exception')).toMatchObject({ looked: false, verdicts: [] });
  rig.desk.send({ type: 'verdict', verdict: 'inPlace' });
  expect(rig.locker.calls).toEqual([]);
  rig.desk.send({ type: 'act', act: 'inspect' });
  await settle();
  rig.locker.close(3);
  await settle();
  rig.desk.send({ type: 'back' });
  expect(rig.screen('exception')).toMatchObject({ looked: true, verdicts: ['inPlace', 'gone'] });
  rig.desk.send({ type: 'verdict', verdict: 'nothing' });
  rig.screen('exception');
  rig.desk.send({ type: 'verdict', verdict: 'inPlace' });
  expect(rig.screen('exceptions').rows).toEqual([]);
});

test('guessed codes have no cell to look into: noted', async () => {
  const rig = await signedInRig();
  const id = rig.locker.except('guessing', null);
  rig.desk.send({ type: 'openExceptions' });
  rig.desk.send({ type: 'choose', id });
  expect(rig.screen('exception').verdicts).toEqual(['nothing']);
});

test('a cell is taken out of service with a reason, and put back', async () => {
  const rig = await signedInRig();
  rig.desk.send({ type: 'openCells' });
  rig.desk.send({ type: 'chooseCell', cell: 5 });
  rig.desk.send({ type: 'act', act: 'takeOut' });
  rig.desk.send({ type: 'reason', reason: 'dirty' });
  expect(rig.screen('cell')).toMatchObject({ cell: { state: 'outOfService' }, actions: ['inspect', 'backInService'] });
  rig.desk.send({ type: 'act', act: 'backInService' });
  expect(rig.screen('cell').cell.state).toBe('free');
});

test('inventory: each cell is confirmed or denied, the differences are the report', async () => {
  const rig = await signedInRig('1001', 10);
  rig.locker.lay('document', caseNumber(1), 3);
  rig.desk.send({ type: 'openInventory' });
  expect(rig.screen('inventory')).toMatchObject({ page: 1, pages: 2, confirmed: 0, total: 10 });
  expect(rig.screen('inventory').rows[2]).toMatchObject({ cell: 3, written: 'document', caseNumber: caseNumber(1) });
  rig.desk.send({ type: 'finishInventory' });
  rig.screen('inventory');
  for (let cell = 1; cell <= 8; cell++) rig.desk.send({ type: 'seen', cell, seen: cell === 3 ? 'empty' : 'asWritten' });
  rig.desk.send({ type: 'page', page: 2 });
  rig.desk.send({ type: 'seen', cell: 9, seen: 'something' });
  rig.desk.send({ type: 'seen', cell: 99, seen: 'something' });
  expect(rig.screen('inventory')).toMatchObject({ page: 2, confirmed: 9 });
  rig.desk.send({ type: 'finishInventory' });
  expect(rig.screen('inventoryDone')).toEqual({
    name: 'inventoryDone',
    differences: [
      { cell: 3, written: 'document', seen: 'empty' },
      { cell: 9, written: 'empty', seen: 'something' },
    ],
    total: 9,
  });
  rig.desk.send({ type: 'openExceptions' });
  rig.screen('exceptions');
});
