import { expect, test } from 'vitest';
import { caseOf, lockerRig } from '../locker/testing/locker-rig.ts';
import { caseNumber, rigOver, settle, signIn } from './testing/desk-rig.ts';

/** The desk on the real locker: its store, its rules, a cabinet whose doors the test closes. */
async function machine(number = '1001', cells = 8) {
  const locker = await lockerRig({ cells });
  const rig = rigOver({ locker: locker.locker });
  const run = async (): Promise<void> => {
    await settle();
    await locker.clock.advance(0);
    await settle();
  };
  await signIn(rig, number);
  return {
    ...rig,
    board: locker.board,
    rig: locker,
    lockerClock: locker.clock,
    run,
    async scanned(number: string) {
      await rig.scan(number);
      await run();
    },
    async close(cell: number) {
      locker.board.close(cell);
      await run();
    },
  };
}

test('a day at the locker: put in thirty by scans only, all are announced, each in a cell of its own', async () => {
  const { desk, board, scanned, close, screen, rig } = await machine('1001', 32);
  desk.send({ type: 'openPutIn' });
  for (let index = 1; index <= 30; index++) {
    await scanned(caseNumber(index));
    const { stage, cell = 0 } = screen('putIn');
    expect(stage).toBe('open');
    board.put(cell);
    await close(cell);
    expect(screen('putIn')).toMatchObject({ stage: 'scan', done: index, last: { cell } });
  }
  expect(new Set(board.pulses()).size).toBe(30);
  const stored = rig.messages().filter((each) => each.kind === 'parcel' && each.report.state === 'stored');
  expect(stored).toHaveLength(30);
  const acts = rig.messages().flatMap((each) => (each.kind === 'act' ? [each.report.actor] : []));
  expect(acts.every((actor) => actor.who === 'staff' && actor.number === '1001')).toBe(true);
  desk.send({ type: 'back' });
  expect(screen('jobs').counts).toMatchObject({ free: 2, reserved: 0, occupied: 30, out: 0, exceptions: 0 });
});

test('nothing was put in, then given back; the cell is free', async () => {
  const { desk, scanned, close, screen } = await machine();
  desk.send({ type: 'openPutIn' });
  await scanned(caseNumber(1));
  await close(screen('putIn').cell ?? 0);
  expect(screen('putIn')).toMatchObject({ stage: 'empty', done: 0 });
  desk.send({ type: 'cancelPutIn' });
  expect(screen('putIn').stage).toBe('scan');
  desk.send({ type: 'back' });
  expect(screen('jobs').counts).toMatchObject({ free: 8, reserved: 0, documents: 0 });
});

test('nothing was put in, and nobody says so: the locker gives the cell back, and the page goes on with it', async () => {
  const { desk, run, scanned, close, screen, lockerClock } = await machine();
  desk.send({ type: 'openPutIn' });
  await scanned(caseNumber(1));
  await close(screen('putIn').cell ?? 0);
  expect(screen('putIn').stage).toBe('empty');
  await lockerClock.advance(200_000);
  await run();
  expect(screen('putIn').stage).toBe('scan');
  await scanned(caseNumber(1));
  expect(screen('putIn').stage).toBe('open');
});

test('something lies there already: the next cell for the document, and an exception that ends with what was taken out', async () => {
  const { desk, board, run, scanned, close, screen } = await machine('9001', 4);
  desk.send({ type: 'openPutIn' });
  await scanned(caseNumber(1));
  const { cell: first = 0 } = screen('putIn');
  board.put(first);
  desk.send({ type: 'occupied' });
  await close(first);
  const { cell: second = 0 } = screen('putIn');
  expect(screen('putIn')).toMatchObject({ stage: 'open', occupied: first });
  board.put(second);
  await close(second);
  expect(screen('putIn')).toMatchObject({ stage: 'scan', done: 1, last: { cell: second } });
  desk.send({ type: 'home' });
  desk.send({ type: 'openExceptions' });
  const [row] = screen('exceptions').rows;
  expect(row).toMatchObject({ kind: 'itemUnexpected', cell: first });
  desk.send({ type: 'choose', id: row?.id ?? '' });
  desk.send({ type: 'act', act: 'inspect' });
  await run();
  board.take(first);
  await close(first);
  desk.send({ type: 'verdict', verdict: 'removed' });
  desk.send({ type: 'home' });
  expect(screen('jobs').counts).toMatchObject({ free: 3, documents: 1, out: 0, exceptions: 0 });
});

test('a lock that holds: another cell by itself, the first waits for staff', async () => {
  const { desk, board, run, scanned, close, screen } = await machine('1001', 2);
  desk.send({ type: 'openPutIn' });
  let stuck = 0;
  board.beforePulse(() => {
    // Whichever cell is chosen first.
    if (stuck > 0) return;
    stuck = 1;
    for (const cell of [1, 2]) board.stick(cell, true);
    queueMicrotask(() => {
      for (const cell of [1, 2]) board.stick(cell, false);
    });
  });
  await scanned(caseNumber(1));
  await run();
  const { stage, cell = 0, refused } = screen('putIn');
  expect([stage, refused]).toEqual(['open', 'locker.notOpened']);
  expect(new Set(board.pulses()).size).toBe(2);
  board.put(cell);
  await close(cell);
  expect(screen('putIn')).toMatchObject({ stage: 'scan', done: 1, last: { cell } });
  desk.send({ type: 'home' });
  expect(screen('jobs').counts).toMatchObject({ out: 1, exceptions: 1, documents: 1 });
});

test('the door was left open: an exception, looked into, settled, and the cell works again', async () => {
  const { desk, board, run, scanned, close, screen, lockerClock } = await machine('9001');
  desk.send({ type: 'openPutIn' });
  await scanned(caseNumber(1));
  const { cell = 0 } = screen('putIn');
  await lockerClock.advance(11_000);
  await settle();
  expect(screen('putIn')).toMatchObject({ stage: 'open', urge: 'remind' });
  await lockerClock.advance(120_000);
  await settle();
  expect(screen('putIn').stage).toBe('leftOpen');
  await scanned(caseNumber(2));
  expect(screen('putIn').refused).toBe('locker.otherDoorOpen');
  board.put(cell);
  await close(cell);
  desk.send({ type: 'home' });
  desk.send({ type: 'openExceptions' });
  const [row] = screen('exceptions').rows;
  expect(row).toMatchObject({ kind: 'leftOpen', cell });
  desk.send({ type: 'choose', id: row?.id ?? '' });
  desk.send({ type: 'act', act: 'inspect' });
  await run();
  await close(cell);
  expect(screen('exception')).toMatchObject({ door: 'closed', looked: true, verdicts: ['inPlace', 'gone'] });
  desk.send({ type: 'verdict', verdict: 'inPlace' });
  desk.send({ type: 'home' });
  expect(screen('jobs').counts).toMatchObject({ documents: 1, out: 0, exceptions: 0 });
});

test('a wrong door is pulled: told at once, an alarm for staff, and no scan until it is closed', async () => {
  const { desk, board, run, scanned, close, screen } = await machine();
  desk.send({ type: 'openPutIn' });
  await scanned(caseNumber(1));
  const { cell = 0 } = screen('putIn');
  const wrong = cell === 1 ? 2 : 1;
  board.pull(wrong);
  await run();
  expect(screen('putIn')).toMatchObject({ stage: 'open', refused: 'locker.otherDoorOpen' });
  board.put(cell);
  await close(cell);
  await scanned(caseNumber(2));
  expect(screen('putIn')).toMatchObject({ stage: 'scan', refused: 'locker.otherDoorOpen' });
  await close(wrong);
  await scanned(caseNumber(2));
  expect(screen('putIn').stage).toBe('open');
});

test('moved into another cell, then taken back: one place at a time', async () => {
  const { desk, board, run, close, screen, rig } = await machine();
  const { parcelId, cell: from } = await rig.deposit(caseOf(1));
  desk.send({ type: 'openParcels', direction: 'document' });
  desk.send({ type: 'choose', id: parcelId });
  desk.send({ type: 'act', act: 'move' });
  await run();
  board.take(from);
  await close(from);
  expect(screen('door').ended).toBe('done');
  desk.send({ type: 'act', act: 'placeAnew' });
  await run();
  const { cell: to } = screen('door');
  board.put(to);
  await close(to);
  expect(screen('door')).toMatchObject({ purpose: 'placeAnew', ended: 'done' });
  desk.send({ type: 'back' });
  expect(screen('parcel').parcel).toMatchObject({ state: 'stored', cell: to });
  desk.send({ type: 'act', act: 'takeBack' });
  desk.send({ type: 'reason', reason: 'residentAsks' });
  await run();
  board.take(to);
  await close(to);
  desk.send({ type: 'back' });
  expect(screen('parcels').total).toBe(0);
  expect(rig.state(parcelId)).toBe('takenBack');
});

test('two people look into an occupied cell; one alone, or twice the same, opens nothing', async () => {
  const { desk, board, run, type, screen, rig } = await machine();
  const { cell } = await rig.deposit(caseOf(1));
  const before = board.pulses().length;
  desk.send({ type: 'openCells' });
  desk.send({ type: 'chooseCell', cell });
  desk.send({ type: 'act', act: 'inspect' });
  desk.send({ type: 'reason', reason: 'checkCell' });
  type('1001');
  type('4711');
  await run();
  expect(screen('signIn').refused).toBe('staff.sameSecond');
  expect(board.pulses()).toHaveLength(before);
  type('1002');
  type('4711');
  await run();
  expect(screen('door').stage).toBe('open');
  const last = rig.messages().findLast((each) => each.kind === 'act');
  expect(last?.kind === 'act' && last.report.actor).toEqual({ who: 'staff', number: '1001', second: '1002' });
});

test('inventory: a document that is not there becomes a named exception', async () => {
  const { desk, screen, rig } = await machine();
  const { cell } = await rig.deposit(caseOf(1));
  desk.send({ type: 'openInventory' });
  desk.send({ type: 'seen', cell, seen: 'empty' });
  desk.send({ type: 'finishInventory' });
  expect(screen('inventoryDone').differences).toEqual([{ cell, written: 'document', seen: 'empty' }]);
  desk.send({ type: 'home' });
  expect(screen('jobs').counts).toMatchObject({ out: 1, exceptions: 1 });
});

test('the boards do not answer: said on the jobs, and no document is taken', async () => {
  const { desk, board, scanned, screen, rig } = await machine();
  board.setOffline(true);
  rig.locker.online(false);
  expect(screen('jobs').locker).toBe('locker.offline');
  desk.send({ type: 'openPutIn' });
  await scanned(caseNumber(1));
  expect(screen('putIn')).toMatchObject({ stage: 'scan', refused: 'locker.offline' });
  expect(board.pulses()).toEqual([]);
});
