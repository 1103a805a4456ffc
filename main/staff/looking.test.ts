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
  // Straight back to it: what was seen is asked for.
  expect(rig.screen('exception')).toMatchObject({ looked: true, verdicts: ['inPlace', 'gone'] });
  rig.desk.send({ type: 'verdict', verdict: 'nothing' });
  rig.screen('exception');
  rig.desk.send({ type: 'verdict', verdict: 'inPlace' });
  expect(rig.screen('exceptions').rows).toEqual([]);
});

/** The exception of a cell into which somebody has looked. */
async function lookedInto(kind: 'itemMissing' | 'itemUnexpected') {
  const rig = await signedInRig('9001');
  if (kind === 'itemMissing') rig.locker.lay('document', caseNumber(1), 3);
  const id = rig.locker.except(kind, 3);
  rig.desk.send({ type: 'openExceptions' });
  rig.desk.send({ type: 'choose', id });
  rig.desk.send({ type: 'act', act: 'inspect' });
  await settle();
  rig.locker.close(3);
  await settle();
  const settled = (): unknown[] => rig.locker.calls.filter(({ call }) => call === 'settle').map(({ what }) => what);
  return { ...rig, settled };
}

test('that it is gone is asked twice: back in between takes it back', async () => {
  const { desk, screen, settled } = await lookedInto('itemMissing');
  desk.send({ type: 'verdict', verdict: 'gone' });
  expect(screen('exception')).toMatchObject({ asksAgain: 'gone' });
  desk.send({ type: 'back' });
  expect(screen('exception').asksAgain).toBeUndefined();
  desk.send({ type: 'verdict', verdict: 'gone' });
  expect(settled()).toEqual([]);
  desk.send({ type: 'verdict', verdict: 'gone' });
  expect(settled()).toEqual(['gone']);
  expect(screen('exceptions').rows).toEqual([]);
});

test('said to be gone and then found after all: only the last word is written', async () => {
  const { desk, settled } = await lookedInto('itemMissing');
  desk.send({ type: 'verdict', verdict: 'gone' });
  desk.send({ type: 'verdict', verdict: 'inPlace' });
  expect(settled()).toEqual(['inPlace']);
});

test('nothing is written to lie there: nothing did, or something was taken out', async () => {
  const { desk, screen, settled } = await lookedInto('itemUnexpected');
  expect(screen('exception').verdicts).toEqual(['nothing', 'removed']);
  for (const verdict of ['gone', 'inPlace', 'removed'] as const) desk.send({ type: 'verdict', verdict });
  expect(settled()).toEqual(['removed']);
});

test('what lay in the cell last is shown where nothing is written to lie there; an open door is said', async () => {
  const rig = await signedInRig();
  const parcel = rig.locker.lay('document', caseNumber(7), 3, true);
  rig.desk.send({ type: 'openParcels', direction: 'document' });
  rig.desk.send({ type: 'choose', id: parcel.id });
  rig.desk.send({ type: 'act', act: 'takeBack' });
  await settle();
  rig.locker.close(3, 'notPresent');
  await settle();
  rig.locker.pull(3);
  rig.desk.send({ type: 'home' });
  rig.desk.send({ type: 'openExceptions' });
  rig.desk.send({ type: 'choose', id: rig.screen('exceptions').rows[0]?.id ?? '' });
  expect(rig.screen('exception')).toMatchObject({ door: 'open', lastParcel: { caseNumber: caseNumber(7) } });
  rig.locker.push(3);
  expect(rig.screen('exception').door).toBe('closed');
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
