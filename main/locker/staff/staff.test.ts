import { expect, test } from 'vitest';
import { caseOf, LI, lockerRig, SECOND, SIGNATURE, STAFF, value, WANG } from '../testing/locker-rig.ts';

const refused = (error: string) => ({ ok: false, error });
const DAY_MS = 86_400_000;

test('thirty documents, each in a cell of its own, no case twice; then the locker is full', async () => {
  const rig = await lockerRig({ cells: 30 });
  const cells = new Set<number>();
  for (let n = 1; n <= 30; n += 1) cells.add((await rig.deposit(caseOf(n))).cell);
  expect(cells.size).toBe(30);
  expect(rig.locker.staff.putIn(caseOf(7), STAFF)).toEqual(refused('case.stored'));
  expect(rig.locker.staff.putIn(caseOf(31), STAFF)).toEqual(refused('locker.full'));
  const codes = rig.messages().flatMap((message) => (message.kind === 'pickupCode' ? [message.report.code] : []));
  expect(new Set(codes).size).toBe(30);
});

test('codes that were drawn before are drawn again', async () => {
  const draws = [0, 5, 1, 1, 0, 5, 5, 6, 2, 2];
  const rig = await lockerRig({ randomInt: () => draws.shift() ?? 9 });
  const first = await rig.deposit(caseOf(1));
  const second = await rig.deposit(caseOf(2));
  expect([first, second].map(({ parcelId }) => rig.codes(parcelId).code)).toEqual(['000005', '000006']);
});

test('the right size first, then the next larger, never a smaller one', async () => {
  const rig = await lockerRig({ cells: 3, config: { sizes: { small: [1], medium: [2] } } });
  expect((await rig.deposit(caseOf(1, WANG, { size: 'medium' }))).cell).toBe(2);
  expect((await rig.deposit(caseOf(2, WANG, { size: 'medium' }))).cell).toBe(3);
  expect(rig.locker.staff.putIn(caseOf(3, WANG, { size: 'medium' }), STAFF)).toEqual(refused('locker.full'));
  expect((await rig.deposit(caseOf(3, WANG, { size: 'small' }))).cell).toBe(1);
});

test('closed with nothing inside: again, or the cell back; if neither, the cell is free by itself', async () => {
  const rig = await lockerRig();
  const empty = async () => {
    const act = value(rig.locker.staff.putIn(caseOf(1), STAFF));
    await rig.carryOut(act);
    return { id: act.parcelId ?? '', cell: act.cell };
  };
  const first = await empty();
  expect(rig.cell(first.cell)?.state).toBe('reserved');
  await rig.carryOut(value(rig.locker.staff.again(first.id, STAFF)), (cell) => rig.board.put(cell));
  expect(rig.state(first.id)).toBe('stored');
  expect(rig.locker.staff.cancelPutIn(first.id, STAFF)).toEqual(refused('locker.notThere'));
  await rig.carryOut(value(rig.locker.staff.takeBack(first.id, 'other', STAFF)), (cell) => rig.board.take(cell));

  const second = await empty();
  value(rig.locker.staff.cancelPutIn(second.id, STAFF));
  expect(rig.state(second.id)).toBe('canceled');
  const third = await empty();
  await rig.clock.advance(180_000);
  expect(rig.state(third.id)).toBe('canceled');
  expect(rig.notices(third.id)).toEqual([]);
});

test('moved: in hand between, the same code opens the new cell', async () => {
  const rig = await lockerRig({ cells: 2 });
  const { parcelId, cell } = await rig.deposit(caseOf(1));
  await rig.carryOut(value(rig.locker.staff.move(parcelId, STAFF)), (open) => rig.board.take(open));
  expect(rig.locker.view.parcel(parcelId)).toMatchObject({ state: 'inHand', cell: null });
  const { code } = rig.codes(parcelId);
  expect(rig.locker.pickup.prove({ card: WANG, code })).toEqual(refused('pickup.notReady'));
  value(rig.locker.staff.takeOutOfService(cell, 'dirty', STAFF));
  const empty = value(rig.locker.staff.placeAnew(parcelId, STAFF));
  await rig.carryOut(empty);
  value(rig.locker.staff.cancelPutIn(parcelId, STAFF));
  expect(rig.state(parcelId)).toBe('inHand');
  const anew = value(rig.locker.staff.placeAnew(parcelId, STAFF));
  expect(anew.cell).not.toBe(cell);
  await rig.carryOut(anew, (open) => rig.board.put(open));
  expect(rig.locker.pickup.prove({ card: WANG, code }).ok).toBe(true);
  expect(rig.notices(parcelId)).toEqual(['deposited']);
});

test('taken out to be moved, and then kept at the counter: its codes are dead, its holder is told', async () => {
  const rig = await lockerRig({ cells: 2 });
  const { parcelId } = await rig.deposit(caseOf(1));
  const { code } = rig.codes(parcelId);
  expect(rig.locker.staff.keep(parcelId, STAFF)).toEqual(refused('locker.notThere'));
  await rig.carryOut(value(rig.locker.staff.move(parcelId, STAFF)), (open) => rig.board.take(open));
  value(rig.locker.staff.keep(parcelId, STAFF));
  expect(rig.state(parcelId)).toBe('takenBack');
  expect(rig.notices(parcelId)).toEqual(['deposited', 'takenBack']);
  expect(rig.locker.pickup.prove({ card: WANG, code }).ok).toBe(false);
  expect(rig.locker.staff.placeAnew(parcelId, STAFF)).toEqual(refused('locker.notThere'));
});

test('taken out of service by staff: emptied, not used, back only when nothing waits', async () => {
  const rig = await lockerRig({ cells: 1 });
  const { parcelId, cell } = await rig.deposit(caseOf(1));
  value(rig.locker.staff.takeOutOfService(cell, 'lockFault', STAFF));
  expect(rig.locker.pickup.prove({ card: WANG, code: rig.codes(parcelId).code })).toEqual(refused('pickup.notReady'));
  rig.board.pull(cell);
  expect(rig.locker.staff.putBackInService(cell, STAFF)).toEqual(refused('locker.outOfService'));
  const [exception] = rig.locker.view.exceptions();
  expect(rig.locker.staff.settle(exception?.id ?? '', 'inPlace', STAFF)).toEqual(refused('locker.cellBusy'));
  rig.board.close(cell);
  value(rig.locker.staff.settle(exception?.id ?? '', 'inPlace', STAFF));
  expect(rig.cell(cell)).toMatchObject({ state: 'outOfService', out: 'staff' });
  await rig.carryOut(value(rig.locker.staff.takeBack(parcelId, 'other', STAFF)), (open) => rig.board.take(open));
  expect(rig.locker.staff.putIn(caseOf(2), STAFF)).toEqual(refused('locker.full'));
  value(rig.locker.staff.putBackInService(cell, STAFF));
  expect(rig.locker.staff.putIn(caseOf(2), STAFF).ok).toBe(true);
});

test('to look into a cell with something inside takes two, or an administrator; the second is somebody else', async () => {
  const rig = await lockerRig();
  const { parcelId, cell } = await rig.deposit(caseOf(1));
  const { inspect } = rig.locker.staff;
  expect(inspect(cell, 'checkCell', STAFF, false)).toEqual(refused('staff.needsSecond'));
  expect(inspect(cell, 'checkCell', { number: '1', second: '1' }, false)).toEqual(refused('staff.needsSecond'));
  await rig.carryOut(value(inspect(cell, 'checkCell', SECOND, false)));
  expect(rig.state(parcelId)).toBe('stored');
  await rig.carryOut(value(inspect(cell, 'checkCell', STAFF, true)), (open) => rig.board.take(open));
  expect(rig.exceptions()).toEqual([`itemMissing ${cell}`]);
  expect(rig.state(parcelId)).toBe('uncertain');
});

test('codes are sent again: the old ones are dead', async () => {
  const rig = await lockerRig();
  const { parcelId } = await rig.deposit(caseOf(1));
  const { code } = rig.codes(parcelId);
  value(rig.locker.staff.resend(parcelId, STAFF));
  expect(rig.locker.pickup.prove({ card: WANG, code })).toEqual(refused('pickup.usedCode'));
  expect(rig.locker.pickup.prove({ card: WANG, code: rig.codes(parcelId).code }).ok).toBe(true);
  expect(rig.db.prepare('SELECT deed, number FROM locker_deeds').all()).toEqual([{ deed: 'resend', number: '10086' }]);
});

test('overdue: reminded once, over restarts and a clock that is set back; the code stays good', async () => {
  const rig = await lockerRig();
  const { parcelId } = await rig.deposit(caseOf(1));
  await rig.clock.advance(5 * DAY_MS - 3_600_000);
  expect(rig.notices(parcelId)).toEqual(['deposited']);
  await rig.clock.advance(2 * 3_600_000);
  for (const _ of [1, 2]) {
    await rig.restart();
    await rig.clock.advance(7_200_000);
  }
  expect(rig.notices(parcelId)).toEqual(['deposited', 'reminder']);
  expect(rig.locker.view.parcels('document')).toMatchObject([{ id: parcelId, overdue: true, days: 5 }]);
  expect(rig.locker.pickup.prove({ card: WANG, code: rig.codes(parcelId).code }).ok).toBe(true);
});

test('inventory: what is otherwise than written is an exception and a report', async () => {
  const rig = await lockerRig({ cells: 4 });
  const there = await rig.deposit(caseOf(1));
  const gone = await rig.deposit(caseOf(2, LI));
  const [first = 0, second = 0] = [1, 2, 3, 4].filter((cell) => ![there.cell, gone.cell].includes(cell));
  const differences = value(
    rig.locker.staff.inventory(
      [
        { cell: there.cell, seen: 'asWritten' },
        { cell: gone.cell, seen: 'empty' },
        { cell: first, seen: 'empty' },
        { cell: second, seen: 'something' },
      ],
      STAFF,
    ),
  );
  expect(differences).toEqual([
    { cell: gone.cell, written: 'document', seen: 'empty' },
    { cell: second, written: 'empty', seen: 'something' },
  ]);
  expect(rig.messages().at(-1)?.kind).toBe('cell');
  expect(rig.messages().findLast(({ kind }) => kind === 'inventory')?.report).toMatchObject({ cells: 4, differences });
  expect(rig.state(gone.parcelId)).toBe('uncertain');
  const lost = rig.locker.view.exceptions().find(({ cell }) => cell === gone.cell);
  value(rig.locker.staff.settle(lost?.id ?? '', 'gone', STAFF));
  expect(rig.state(gone.parcelId)).toBe('lost');
});

test('residents and staff at once: one door has one act', async () => {
  const rig = await lockerRig();
  const { parcelId, cell } = await rig.deposit(caseOf(1));
  const grant = value(rig.locker.pickup.prove({ card: WANG, code: rig.codes(parcelId).code }));
  const act = value(rig.locker.pickup.pickUp(grant, { signature: SIGNATURE }));
  for (const answer of [
    rig.locker.staff.takeBack(parcelId, 'other', STAFF),
    rig.locker.staff.inspect(cell, 'checkCell', SECOND, true),
    rig.locker.staff.move(parcelId, STAFF),
    rig.locker.pickup.pickUp(grant, { signature: SIGNATURE }),
  ]) {
    expect(answer.ok).toBe(false);
  }
  await rig.carryOut(act, (open) => rig.board.take(open));
  await expect(act.go(() => undefined)).resolves.toMatchObject({ end: 'unknown' });
  expect(rig.board.pulses()).toHaveLength(2);
});
