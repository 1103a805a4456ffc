import { expect, test } from 'vitest';
import { caseNumber, scan, settle, signedInRig } from './testing/desk-rig.ts';

async function ready(size?: number) {
  const rig = await signedInRig('1001', size);
  rig.desk.send({ type: 'openPutIn' });
  return rig;
}

test('thirty in a row by scans only: scan, put in, close, and the next', async () => {
  const rig = await ready();
  const { locker, desk, screen } = rig;
  const used = new Set<number>();
  for (let index = 1; index <= 30; index++) {
    await rig.scan(caseNumber(index));
    const { stage, cell = 0, parcel } = screen('putIn');
    expect([stage, parcel?.maskedHolder, parcel?.caseNumber]).toEqual(['open', '王**', caseNumber(index)]);
    locker.close(cell);
    await settle();
    used.add(cell);
    expect(screen('putIn')).toMatchObject({
      stage: 'scan',
      done: index,
      last: { cell, caseNumber: caseNumber(index), maskedMobile: '138****1234' },
    });
  }
  expect(used.size).toBe(30);
  expect(locker.view.parcels('document').every(({ state }) => state === 'stored')).toBe(true);
  expect(new Set(locker.calls.map(({ by }) => JSON.stringify(by)))).toEqual(new Set(['{"number":"1001"}']));
  expect(desk.busy()).toBe(true);
});

test.each([
  ['a case of another site', 'case.elsewhere'],
  ['a case that nobody knows', 'case.unknown'],
  ['no phone: nobody could be told', 'case.noMobile'],
  ['no identity number: nobody could be let to it', 'case.noHolder'],
  ['no network', 'center.unreachable'],
] as const)('%s is told before any door opens', async (_, code) => {
  const rig = await ready();
  rig.answers.set(caseNumber(1), code);
  await rig.scan(caseNumber(1));
  expect(rig.screen('putIn')).toMatchObject({ stage: 'scan', refused: code, refusedCase: caseNumber(1), done: 0 });
  expect(rig.locker.calls).toEqual([]);
  await rig.scan(caseNumber(2));
  expect(rig.screen('putIn').refused).toBeUndefined();
});

test('a case number with a letter, or any other code, is no case number', async () => {
  const rig = await ready();
  rig.desk.scanned({ kind: 'refused', code: 'scanner.notOurs', reason: 'unknown' });
  expect(rig.screen('putIn').refused).toBe('case.malformed');
  rig.type('31012020260000');
  expect(rig.screen('putIn').refused).toBe('case.malformed');
  expect(rig.asked).toEqual([]);
});

test('the digit pad does what the scanner does', async () => {
  const rig = await ready();
  rig.type(caseNumber(7));
  await settle();
  expect(rig.screen('putIn')).toMatchObject({ stage: 'open', parcel: { caseNumber: caseNumber(7) } });
});

test('a scan while the door is open is refused, and is not done later', async () => {
  const rig = await ready();
  await rig.scan(caseNumber(1));
  const { cell = 0 } = rig.screen('putIn');
  await rig.scan(caseNumber(2));
  expect(rig.screen('putIn')).toMatchObject({ stage: 'open', cell, refused: 'locker.otherDoorOpen' });
  rig.locker.close(cell);
  await settle();
  expect(rig.screen('putIn')).toMatchObject({ stage: 'scan', done: 1 });
  expect(rig.screen('putIn').refused).toBeUndefined();
  expect(rig.asked).toEqual([caseNumber(1)]);
});

test('two scans before the center answered are one', async () => {
  const rig = await ready();
  rig.desk.scanned(scan(caseNumber(1)));
  rig.desk.scanned(scan(caseNumber(2)));
  await settle();
  expect(rig.screen('putIn').parcel?.caseNumber).toBe(caseNumber(1));
  expect(rig.asked).toEqual([caseNumber(1)]);
});

test('whoever goes back while the center is asked opens no door', async () => {
  const rig = await ready();
  rig.desk.scanned(scan(caseNumber(1)));
  rig.desk.send({ type: 'back' });
  await settle();
  rig.screen('jobs');
  expect(rig.locker.calls).toEqual([]);
});

test('all cells are full: said, and nothing is reserved', async () => {
  const rig = await ready(1);
  rig.locker.lay('document', caseNumber(9), 1);
  await rig.scan(caseNumber(1));
  expect(rig.screen('putIn')).toMatchObject({
    stage: 'scan',
    refused: 'locker.full',
    refusedCase: caseNumber(1),
  });
});

test('what lies in the locker already is said', async () => {
  const rig = await ready();
  rig.locker.lay('document', caseNumber(1), 4);
  await rig.scan(caseNumber(1));
  expect(rig.screen('putIn')).toMatchObject({ stage: 'scan', refused: 'case.stored' });
});

test('the scanner looks at the jobs and while documents are put in', async () => {
  const rig = await ready();
  expect(rig.looking).toEqual([true]);
  await rig.scan(caseNumber(1));
  rig.locker.close(rig.screen('putIn').cell ?? 0);
  await settle();
  rig.desk.send({ type: 'back' });
  expect(rig.looking).toEqual([true]);
  rig.desk.send({ type: 'openCells' });
  expect(rig.looking).toEqual([true, false]);
  expect(rig.desk.scanned(scan(caseNumber(2)))).toBe(false);
});

test('a slip before the jobs begins the putting in; any other code there is not for staff', async () => {
  const rig = await signedInRig();
  expect(rig.desk.scanned({ kind: 'pickupCode', digits: '123456789012' })).toBe(false);
  rig.screen('jobs');
  await rig.scan(caseNumber(1));
  expect(rig.screen('putIn')).toMatchObject({ stage: 'open', parcel: { caseNumber: caseNumber(1) } });
});
