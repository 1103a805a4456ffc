import { expect, test } from 'vitest';
import { caseNumber, type DeskRig, settle, signedInRig } from './testing/desk-rig.ts';
import type { FakeLocker } from './testing/fake-locker.ts';

async function choose(rig: DeskRig<FakeLocker>, direction: 'document' | 'material', id: string): Promise<void> {
  rig.desk.send({ type: 'openParcels', direction });
  rig.desk.send({ type: 'choose', id });
}

const act = async (
  rig: DeskRig<FakeLocker>,
  name: 'takeBack' | 'empty' | 'move' | 'placeAnew' | 'keep' | 'inspect' | 'resend',
): Promise<void> => {
  rig.desk.send({ type: 'act', act: name });
  await settle();
};

test('lists have eight to a page, the oldest first, and a page that is gone is the last one', async () => {
  const rig = await signedInRig();
  const laid = Array.from({ length: 17 }, (_, index) => rig.locker.lay('document', caseNumber(index), index + 1));
  rig.desk.send({ type: 'openParcels', direction: 'document' });
  expect(rig.screen('parcels')).toMatchObject({ page: 1, pages: 3, total: 17, rows: { length: 8 } });
  expect(rig.screen('parcels').rows[0]?.caseNumber).toBe(caseNumber(0));
  rig.desk.send({ type: 'page', page: 3 });
  expect(rig.screen('parcels').rows).toHaveLength(1);
  for (const parcel of laid.slice(9)) parcel.state = 'released';
  rig.locker.changed();
  expect(rig.screen('parcels')).toMatchObject({ page: 2, pages: 2, total: 9 });
});

test('what lay too long is taken back without a question, anything else with a reason', async () => {
  const rig = await signedInRig();
  const overdue = rig.locker.lay('document', caseNumber(1), 3, true);
  const other = rig.locker.lay('document', caseNumber(2), 4);
  await choose(rig, 'document', overdue.id);
  await act(rig, 'takeBack');
  expect(rig.screen('door')).toMatchObject({ purpose: 'takeBack', cell: 3, stage: 'open' });
  rig.locker.close(3, 'notPresent');
  await settle();
  expect(rig.screen('door')).toMatchObject({ stage: 'ended', ended: 'done' });
  rig.desk.send({ type: 'back' });
  // The page about it is gone with it.
  expect(rig.screen('parcels').rows.map(({ id }) => id)).toEqual([other.id]);

  rig.desk.send({ type: 'choose', id: other.id });
  await act(rig, 'takeBack');
  expect(rig.screen('reason')).toMatchObject({ purpose: 'takeBack', cell: 4 });
  rig.desk.send({ type: 'reason', reason: 'dirty' });
  rig.screen('reason');
  rig.desk.send({ type: 'reason', reason: 'residentAsks' });
  await settle();
  expect(rig.locker.calls.map(({ call }) => call)).toEqual(['takeBack overdue', 'takeBack residentAsks']);
});

test('the document still lies inside: once more', async () => {
  const rig = await signedInRig();
  await choose(rig, 'document', rig.locker.lay('document', caseNumber(1), 3, true).id);
  await act(rig, 'takeBack');
  rig.locker.close(3, 'present');
  await settle();
  expect(rig.screen('door')).toMatchObject({ ended: 'stillInside', item: 'present' });
  rig.desk.send({ type: 'again' });
  await settle();
  expect(rig.screen('door')).toMatchObject({ stage: 'open' });
  expect(rig.screen('door').ended).toBeUndefined();
  rig.locker.close(3, 'notPresent');
  await settle();
  expect(rig.screen('door').ended).toBe('done');
});

test('a round through the materials: oldest first, one door a touch, a cell that fails is passed over', async () => {
  const rig = await signedInRig();
  for (const cell of [5, 2, 9]) rig.locker.lay('material', caseNumber(100 + cell), cell);
  rig.locker.lay('document', caseNumber(1), 1);
  rig.locker.faults.set(2, 'notOpened');
  rig.desk.send({ type: 'openParcels', direction: 'material' });
  rig.desk.send({ type: 'emptyAll' });
  await settle();
  expect(rig.screen('door')).toMatchObject({ purpose: 'empty', cell: 5, stage: 'open', more: 2 });
  rig.desk.send({ type: 'next' });
  expect(rig.screen('door').cell).toBe(5);
  rig.locker.close(5, 'notPresent');
  await settle();
  expect(rig.screen('door')).toMatchObject({ cell: 5, ended: 'done' });
  rig.desk.send({ type: 'next' });
  await settle();
  expect(rig.screen('door')).toMatchObject({ cell: 2, ended: 'notOpened', refused: 'locker.notOpened', more: 1 });
  rig.desk.send({ type: 'next' });
  await settle();
  rig.locker.close(9, 'unknown');
  await settle();
  rig.desk.send({ type: 'next' });
  expect(rig.screen('parcels').rows.map(({ cell }) => cell)).toEqual([2]);
});

test('moving: taken out, and kept at the counter after all', async () => {
  const rig = await signedInRig();
  const parcel = rig.locker.lay('document', caseNumber(1), 3);
  await choose(rig, 'document', parcel.id);
  await act(rig, 'move');
  rig.locker.close(3, 'notPresent');
  await settle();
  rig.desk.send({ type: 'back' });
  await act(rig, 'keep');
  expect(parcel.state).toBe('takenBack');
  expect(rig.screen('parcels').rows).toEqual([]);
});

test('moving: taken out, and from the same page into another cell', async () => {
  const rig = await signedInRig();
  const parcel = rig.locker.lay('document', caseNumber(1), 3);
  await choose(rig, 'document', parcel.id);
  await act(rig, 'move');
  rig.locker.close(3, 'notPresent');
  await settle();
  expect(parcel.state).toBe('inHand');
  await act(rig, 'placeAnew');
  expect(rig.screen('door')).toMatchObject({ purpose: 'placeAnew', cell: 1, stage: 'open' });
  rig.locker.close(1, 'notPresent');
  await settle();
  expect(rig.screen('door').ended).toBe('empty');
  rig.desk.send({ type: 'again' });
  await settle();
  rig.locker.close(1);
  await settle();
  expect(rig.screen('door').ended).toBe('done');
  rig.desk.send({ type: 'back' });
  expect(rig.screen('parcel')).toMatchObject({ parcel: { cell: 1, state: 'stored' } });
});

test('codes are sent again, and it is said', async () => {
  const rig = await signedInRig();
  await choose(rig, 'document', rig.locker.lay('document', caseNumber(1), 3).id);
  await act(rig, 'resend');
  expect(rig.screen('parcel').resent).toBe(true);
});

test('what may be done goes by state and direction', async () => {
  const rig = await signedInRig();
  const material = rig.locker.lay('material', caseNumber(1), 3);
  await choose(rig, 'material', material.id);
  expect(rig.screen('parcel').actions).toEqual(['empty', 'move', 'inspect']);
  material.state = 'releasing';
  rig.locker.changed();
  expect(rig.screen('parcel').actions).toEqual([]);
  await act(rig, 'empty');
  expect(rig.locker.calls).toEqual([]);
});

test('page and resident at once: the resident is at the door, and staff are told', async () => {
  const rig = await signedInRig();
  const parcel = rig.locker.lay('document', caseNumber(1), 3);
  await choose(rig, 'document', parcel.id);
  rig.locker.doors.set(3, 'open');
  await act(rig, 'move');
  expect(rig.screen('parcel').refused).toBe('locker.cellBusy');
  expect(rig.locker.calls).toEqual([]);
  // Taken away meanwhile: the page about it gives way to the list.
  parcel.state = 'released';
  rig.locker.changed();
  expect(rig.screen('parcels').total).toBe(0);
});

test('a resident’s card or scan is not taken by staff who look at a list', async () => {
  const rig = await signedInRig();
  rig.desk.send({ type: 'openCells' });
  expect(
    rig.desk.card({
      kind: 'resident',
      name: '王桂兰',
      sex: 'female',
      birthDate: '1956-04-12',
      idNumber: '310104195604121229',
      validFrom: '2016-04-12',
    }),
  ).toBe(false);
  expect(rig.desk.scanned({ kind: 'pickupCode', digits: '123456789012' })).toBe(false);
});

test('begun and left with nothing inside: somebody looks once more, and the cell is free', async () => {
  const rig = await signedInRig();
  const parcel = rig.locker.lay('document', caseNumber(1), 3);
  parcel.state = 'putting';
  await choose(rig, 'document', parcel.id);
  expect(rig.screen('parcel').actions).toEqual(['takeBack']);
  await act(rig, 'takeBack');
  rig.locker.close(3, 'notPresent');
  await settle();
  expect(rig.screen('door')).toMatchObject({ purpose: 'takeBack', ended: 'done' });
  expect(parcel.state).toBe('canceled');
  rig.desk.send({ type: 'back' });
  expect(rig.screen('parcels').total).toBe(0);
});
