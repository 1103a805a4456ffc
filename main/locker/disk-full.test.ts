import { expect, test } from 'vitest';
import { caseOf, lockerRig, SIGNATURE, STAFF, value, WANG } from './testing/locker-rig.ts';

const REFUSED = { ok: false, error: 'core.storeFailed' };

test('a disk that refuses: nothing is planned, so nothing is pulsed; when it takes writes again it works', async () => {
  const rig = await lockerRig();
  const { parcelId } = await rig.deposit(caseOf(1));
  const grant = value(rig.locker.pickup.prove({ card: WANG, code: rig.codes(parcelId).code }));
  rig.refuseWrites();
  expect(rig.locker.staff.putIn(caseOf(2), STAFF)).toEqual(REFUSED);
  expect(rig.locker.pickup.pickUp(grant, { signature: SIGNATURE })).toEqual(REFUSED);
  expect(rig.locker.staff.takeBack(parcelId, 'other', STAFF)).toEqual(REFUSED);
  expect(rig.board.pulses()).toHaveLength(1);
  expect(rig.state(parcelId)).toBe('stored');
  rig.takeWrites();
  expect(rig.locker.pickup.pickUp(grant, { signature: SIGNATURE }).ok).toBe(true);
});

test('the disk refuses after the pulse and takes writes again while the door is open: nothing of the evidence is lost', async () => {
  const rig = await lockerRig();
  const { parcelId, cell } = await rig.deposit(caseOf(1));
  const grant = value(rig.locker.pickup.prove({ card: WANG, code: rig.codes(parcelId).code }));
  const act = value(rig.locker.pickup.pickUp(grant, { signature: SIGNATURE }));
  rig.board.beforePulse(() => rig.refuseWrites());
  const going = act.go(() => undefined);
  await rig.clock.advance(0);
  expect(rig.state(parcelId)).toBe('releasing');
  rig.takeWrites();
  rig.board.take(cell);
  rig.board.close(cell);
  await rig.clock.advance(0);
  expect(await going).toEqual({ end: 'closed', item: 'notPresent' });
  expect(rig.state(parcelId)).toBe('released');
});

test('refused until long after the door was closed: the cell stays shut, then all is written in its order', async () => {
  const rig = await lockerRig();
  const { parcelId, cell } = await rig.deposit(caseOf(1));
  const grant = value(rig.locker.pickup.prove({ card: WANG, code: rig.codes(parcelId).code }));
  const act = value(rig.locker.pickup.pickUp(grant, { signature: SIGNATURE }));
  rig.board.beforePulse(() => rig.refuseWrites());
  const going = act.go(() => undefined);
  await rig.clock.advance(0);
  rig.board.take(cell);
  rig.board.close(cell);
  await rig.clock.advance(10_000);
  expect((await going).end).toBe('unknown');
  expect(rig.locker.staff.inspect(cell, 'checkCell', STAFF, true)).toEqual(REFUSED);
  rig.takeWrites();
  await rig.clock.advance(2000);
  expect(rig.state(parcelId)).toBe('released');
  const acts = rig.messages().flatMap((message) => (message.kind === 'act' ? [message.report.state] : []));
  expect(acts.slice(-3)).toEqual(['planned', 'open', 'closed']);
});

test('a disk that refuses at the start: nothing opens until the comparison could be written', async () => {
  const rig = await lockerRig();
  const { cell } = await rig.deposit(caseOf(1));
  await rig.restart(() => {
    rig.refuseWrites();
    rig.board.pull(cell);
  });
  expect(rig.locker.view.readiness()).toBe('starting');
  rig.takeWrites();
  await rig.clock.advance(3000);
  expect(rig.locker.view.readiness()).toBe('ready');
  expect(rig.exceptions()).toEqual([`openAtStart ${cell}`]);
});

test('a full disk does not take the signature, and so no door opens for it', async () => {
  const rig = await lockerRig();
  const { parcelId } = await rig.deposit(caseOf(1));
  const grant = value(rig.locker.pickup.prove({ card: WANG, code: rig.codes(parcelId).code }));
  rig.db.pragma(`max_page_count = ${String(rig.db.pragma('page_count', { simple: true }))}`);
  const long = Array.from({ length: 3 }, () => Array.from({ length: 2000 }, (_, n) => n % 1000));
  expect(rig.locker.pickup.pickUp(grant, { signature: long })).toEqual(REFUSED);
  expect(rig.state(parcelId)).toBe('stored');
  expect(rig.board.pulses()).toHaveLength(1);
});
