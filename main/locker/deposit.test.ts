import { expect, test } from 'vitest';
import { caseOf, lockerRig, SIGNATURE, STAFF, value, WANG } from './testing/locker-rig.ts';

test('a document goes in and its holder takes it out; each step has its message, in order', async () => {
  const rig = await lockerRig();
  const { parcelId, cell, end } = await rig.deposit(caseOf(1));
  expect(end).toEqual({ end: 'closed', item: 'present' });
  expect(rig.cell(cell)).toMatchObject({ state: 'occupied', door: 'closed', item: 'present' });
  expect(rig.locker.pickup.waitingFor(WANG)).toBe(1);

  const grant = value(rig.locker.pickup.prove({ card: WANG, code: rig.codes(parcelId).code }));
  expect(grant).toMatchObject({ parcelId, cell, by: 'holder', maskedHolder: '王**' });
  const act = value(rig.locker.pickup.pickUp(grant, { signature: SIGNATURE }));
  const taken = await rig.carryOut(act, (open) => rig.board.take(open));
  expect(taken.end).toEqual({ end: 'closed', item: 'notPresent' });
  expect(rig.state(parcelId)).toBe('released');
  expect(rig.cell(cell)).toMatchObject({ state: 'free', exceptions: [] });
  expect(rig.board.pulses()).toEqual([cell, cell]);
  rig.locker.pickup.forget(grant);

  const steps = rig.messages().flatMap((message) => {
    if (message.kind === 'parcel') return [`parcel ${message.report.state}`];
    if (message.kind === 'act') return [`${message.report.kind} ${message.report.state}`];
    return message.kind === 'notice'
      ? [`notice ${message.report.kind}`]
      : message.kind === 'cell'
        ? []
        : [message.kind];
  });
  expect(steps).toEqual([
    'parcel planned',
    'putIn planned',
    'putIn open',
    'parcel putting',
    'putIn closed',
    'parcel stored',
    'pickupCode',
    'notice deposited',
    'pickUp planned',
    'parcel releasing',
    'evidence',
    'pickUp open',
    'pickUp closed',
    'parcel released',
    'notice taken',
  ]);
  expect(rig.locker.view.exceptions()).toEqual([]);
  expect(rig.locker.staff.putIn(caseOf(1), STAFF).ok).toBe(true);
});
