import { expect, test } from 'vitest';
import { LI, lockerRig, STAFF, value, WANG } from '../testing/locker-rig.ts';

const CASE = '310120202600101';
const itemName = { zh: '补交材料', en: 'Missing papers' };

test('materials go in, more of the same person goes to the same cell, staff empty it, and whose they are is told', async () => {
  const rig = await lockerRig();
  const { handIn, staff, view } = rig.locker;
  const act = value(handIn.handIn({ caseNumber: CASE, itemName, size: 'medium' }, WANG));
  await rig.carryOut(act, (cell) => rig.board.put(cell));
  const id = act.parcelId ?? '';
  expect(rig.state(id)).toBe('stored');
  expect(handIn.hasMore(CASE, WANG)).toBe(true);
  expect(handIn.hasMore(CASE, LI)).toBe(false);
  expect(handIn.handIn({ caseNumber: CASE }, LI)).toEqual({ ok: false, error: 'case.stored' });
  const more = value(handIn.handIn({ caseNumber: CASE, itemName }, WANG));
  expect(more).toMatchObject({ cell: act.cell, parcelId: id });
  await rig.carryOut(more);
  expect(rig.state(id)).toBe('stored');
  expect(view.parcels('material')).toMatchObject([{ id, itemName, maskedHolder: '王**' }]);
  expect(rig.locker.pickup.waitingFor(WANG)).toBe(0);

  expect(staff.takeBack(id, 'other', STAFF).ok).toBe(false);
  await rig.carryOut(value(staff.empty(id, STAFF)), (cell) => rig.board.take(cell));
  expect(rig.state(id)).toBe('released');
  expect(rig.notices(id)).toEqual(['handedIn', 'handedIn', 'taken']);
  expect(rig.messages().some(({ kind }) => kind === 'pickupCode')).toBe(false);
});

test('without network: taken as unverified, in a large cell where there is one', async () => {
  const rig = await lockerRig({ cells: 3, config: { sizes: { small: [1], medium: [2] } } });
  const act = value(rig.locker.handIn.handIn({ caseNumber: CASE }, WANG));
  expect(act.cell).toBe(3);
  await rig.carryOut(act, (cell) => rig.board.put(cell));
  const reports = rig.messages().flatMap((message) => (message.kind === 'parcel' ? [message.report] : []));
  expect(reports.at(-1)).toMatchObject({ state: 'stored', unverified: true, caseNumber: CASE, direction: 'material' });
});

test('nothing put in: again, or never mind; what is stored stays', async () => {
  const rig = await lockerRig();
  const { handIn } = rig.locker;
  const act = value(handIn.handIn({ caseNumber: CASE, itemName }, WANG));
  const id = act.parcelId ?? '';
  await rig.carryOut(act);
  const again = value(handIn.again(id));
  handIn.cancel(id);
  await rig.carryOut(again);
  expect(rig.state(id)).toBe('putting');
  handIn.cancel(id);
  expect(rig.state(id)).toBe('canceled');
  const other = value(handIn.handIn({ caseNumber: CASE, itemName }, WANG));
  await rig.carryOut(other, (cell) => rig.board.put(cell));
  handIn.cancel(other.parcelId ?? '');
  expect(rig.state(other.parcelId ?? '')).toBe('stored');
});

test('without sensors inside, a closed door is all the evidence there is', async () => {
  const rig = await lockerRig({ hasItemSensors: false });
  const act = value(rig.locker.handIn.handIn({ caseNumber: CASE, itemName }, WANG));
  expect((await rig.carryOut(act)).end).toEqual({ end: 'closed', item: 'unknown' });
  expect(rig.state(act.parcelId ?? '')).toBe('stored');
  await rig.restart();
  expect(rig.exceptions()).toEqual([]);
});
