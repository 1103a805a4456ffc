import { expect, test } from 'vitest';
import { caseOf, lockerRig, SECOND, SIGNATURE, STAFF, value, WANG } from './testing/locker-rig.ts';

test('a power cut between plan and pulse: nothing is pulsed later, and staff say what was in the cell', async () => {
  const rig = await lockerRig();
  const act = value(rig.locker.staff.putIn(caseOf(1), STAFF));
  await rig.restart();
  expect(rig.board.pulses()).toEqual([]);
  expect(rig.state(act.parcelId ?? '')).toBe('uncertain');
  expect(rig.exceptions()).toEqual([`interrupted ${act.cell}`]);
  expect(rig.cell(act.cell)).toMatchObject({ state: 'outOfService', out: 'disagrees' });
  const [exception] = rig.locker.view.exceptions();
  value(rig.locker.staff.settle(exception?.id ?? '', 'gone', STAFF));
  expect(rig.state(act.parcelId ?? '')).toBe('canceled');
  expect(rig.cell(act.cell)).toMatchObject({ state: 'free' });
});

test('a power cut between pulse and evidence: the act is unknown, the parcel in doubt, its code dead', async () => {
  const rig = await lockerRig();
  const { parcelId, cell } = await rig.deposit(caseOf(1));
  const { code } = rig.codes(parcelId);
  const act = value(
    rig.locker.pickup.pickUp(value(rig.locker.pickup.prove({ card: WANG, code })), { signature: SIGNATURE }),
  );
  rig.board.beforePulse(() => rig.refuseWrites());
  const going = act.go(() => undefined);
  await rig.clock.advance(10_000);
  await rig.restart(() => rig.takeWrites());
  expect(await going).toEqual({ end: 'unknown', code: 'locker.doorUnknown' });
  expect(rig.board.isOpen(cell)).toBe(true);
  expect(rig.exceptions()).toEqual([`interrupted ${cell}`]);
  expect(rig.state(parcelId)).toBe('uncertain');
  expect(rig.locker.pickup.prove({ card: WANG, code })).toEqual({ ok: false, error: 'pickup.notReady' });
});

test('a power cut with the door open, and somebody shut it: staff look, find it, and its holder gets new codes', async () => {
  const rig = await lockerRig();
  const { parcelId, cell } = await rig.deposit(caseOf(1));
  const old = rig.codes(parcelId);
  const grant = value(rig.locker.pickup.prove({ card: WANG, code: old.code }));
  void value(rig.locker.pickup.pickUp(grant, { signature: SIGNATURE })).go(() => undefined);
  await rig.clock.advance(0);
  await rig.restart(() => rig.board.close(cell));
  const [exception] = rig.locker.view.exceptions();
  const id = exception?.id ?? '';
  expect(exception).toMatchObject({ kind: 'interrupted', parcel: { id: parcelId, state: 'uncertain' } });
  expect(rig.locker.view.looked(id)).toBe(false);
  expect(rig.locker.staff.inspect(cell, 'settling', STAFF, false)).toEqual({ ok: false, error: 'staff.needsSecond' });
  await rig.carryOut(value(rig.locker.staff.inspect(cell, 'settling', SECOND, false)));
  expect(rig.locker.view.looked(id)).toBe(true);
  expect(rig.locker.staff.settle(id, 'nothing', STAFF)).toEqual({ ok: false, error: 'locker.notThere' });
  value(rig.locker.staff.settle(id, 'inPlace', STAFF));
  expect(rig.state(parcelId)).toBe('stored');
  expect(rig.cell(cell)).toMatchObject({ state: 'occupied' });
  expect(rig.codes(parcelId)).toMatchObject({ issue: 2 });
  expect(rig.notices(parcelId)).toEqual(['deposited', 'again']);
  expect(rig.locker.pickup.prove({ card: WANG, code: old.code }).ok).toBe(false);
  expect(rig.locker.pickup.prove({ card: WANG, code: rig.codes(parcelId).code }).ok).toBe(true);
});

test('a restart after an empty close: the cell is free when nothing lies inside, and in doubt when something does', async () => {
  for (const [hand, state, exceptions] of [
    ['nothing', 'canceled', 0],
    ['something', 'uncertain', 1],
  ] as const) {
    const rig = await lockerRig();
    const act = value(rig.locker.staff.putIn(caseOf(1), STAFF));
    expect((await rig.carryOut(act)).end).toEqual({ end: 'closed', item: 'notPresent' });
    expect(rig.state(act.parcelId ?? '')).toBe('putting');
    await rig.restart(() => hand === 'something' && rig.board.put(act.cell));
    expect(rig.state(act.parcelId ?? '')).toBe(state);
    expect(rig.locker.view.exceptions()).toHaveLength(exceptions);
  }
});

test('at the start: a door that stands open, a document that is gone, a thing that nobody put in', async () => {
  const rig = await lockerRig();
  const gone = await rig.deposit(caseOf(1));
  const opened = await rig.deposit(caseOf(2));
  const [empty = 0] = rig.locker.view.cells().flatMap(({ cell, state }) => (state === 'free' ? [cell] : []));
  await rig.restart(() => {
    rig.board.take(gone.cell);
    rig.board.pull(opened.cell);
    rig.board.put(empty);
  });
  expect(rig.exceptions().toSorted()).toEqual(
    [`itemMissing ${gone.cell}`, `itemUnexpected ${empty}`, `openAtStart ${opened.cell}`].toSorted(),
  );
  expect([gone, opened].map(({ parcelId }) => rig.state(parcelId))).toEqual(['uncertain', 'uncertain']);
  await rig.restart();
  expect(rig.locker.view.exceptions()).toHaveLength(3);
});

test('codes that an opening used up are replaced at the next start', async () => {
  const rig = await lockerRig();
  const { parcelId } = await rig.deposit(caseOf(1));
  const grant = value(rig.locker.pickup.prove({ card: WANG, code: rig.codes(parcelId).code }));
  const { end } = await rig.carryOut(value(rig.locker.pickup.pickUp(grant, { signature: SIGNATURE })));
  expect(end).toEqual({ end: 'closed', item: 'present' });
  await rig.restart();
  expect(rig.codes(parcelId).issue).toBe(2);
  expect(rig.locker.pickup.prove({ card: WANG, code: rig.codes(parcelId).code }).ok).toBe(true);
});

test('until the boards answer nothing opens; then it is compared', async () => {
  const rig = await lockerRig({ prepare: (board) => board.setOffline(true) });
  expect(rig.locker.view.readiness()).toBe('offline');
  expect(rig.locker.staff.putIn(caseOf(1), STAFF)).toEqual({ ok: false, error: 'locker.offline' });
  rig.board.setOffline(false);
  await rig.clock.advance(3000);
  expect(rig.locker.view.readiness()).toBe('ready');
  expect((await rig.deposit(caseOf(1))).end).toEqual({ end: 'closed', item: 'present' });
});

test.each([
  [true, 0],
  [false, 4],
])(
  'a store that was lost: no cell is taken for empty that no sensor says is empty (sensors: %s)',
  async (has, waiting) => {
    const rig = await lockerRig({ cells: 4, hasItemSensors: has, storeWasLost: true });
    expect(rig.locker.view.exceptions()).toHaveLength(waiting);
    expect(rig.locker.staff.putIn(caseOf(1), STAFF).ok).toBe(has);
    for (const { id } of rig.locker.view.exceptions()) value(rig.locker.staff.settle(id, 'nothing', STAFF));
    await rig.restart();
    // Told to the center once, before anything else; the cells' reports are believed after those of the lost store.
    expect(
      rig
        .messages()
        .map(({ kind }) => kind)
        .filter((kind) => kind === 'loss'),
    ).toHaveLength(1);
    expect(rig.messages()[0]?.kind).toBe('loss');
    const startedS = Math.floor(rig.clock.date().getTime() / 1000) - 60;
    for (const message of rig.messages()) {
      if (message.kind === 'cell') expect(message.report.revision).toBeGreaterThan(startedS);
    }
    expect(rig.locker.view.exceptions().filter(({ kind }) => kind === 'inventory')).toEqual([]);
  },
);
