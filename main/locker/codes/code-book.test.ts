import { expect, test } from 'vitest';
import { caseOf, lockerRig, SIGNATURE, STAFF, value, WANG } from '../testing/locker-rig.ts';

const DAY_MS = 86_400_000;

test('a document that waited for staff longer than used codes are kept: its next codes are not counted from one again', async () => {
  const rig = await lockerRig();
  const { parcelId, cell } = await rig.deposit(caseOf(1));
  value(rig.locker.staff.resend(parcelId, STAFF));
  const grant = value(rig.locker.pickup.prove({ card: WANG, code: rig.codes(parcelId).code }));
  void value(rig.locker.pickup.pickUp(grant, { signature: SIGNATURE })).go(() => undefined);
  await rig.clock.advance(0);
  await rig.restart(() => rig.board.close(cell));
  expect(rig.state(parcelId)).toBe('uncertain');

  await rig.clock.advance(32 * DAY_MS);
  for (const { id } of rig.locker.view.exceptions()) {
    await rig.carryOut(value(rig.locker.staff.inspect(cell, 'settling', STAFF, true)));
    value(rig.locker.staff.settle(id, 'inPlace', STAFF));
  }
  expect(rig.state(parcelId)).toBe('stored');
  // The center takes the highest for the newest: codes counted from one again would never be sent.
  expect(rig.codes(parcelId).issue).toBe(3);
});
