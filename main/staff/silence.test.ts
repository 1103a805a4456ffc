import { expect, test } from 'vitest';
import { caseNumber, scan, settle, signedInRig } from './testing/desk-rig.ts';

test('signed out by silence: a warning, then closed, and whoever waits is told', async () => {
  const rig = await signedInRig();
  rig.desk.send({ type: 'openCells' });
  await rig.clock.advance(119_000);
  expect(rig.desk.snapshot().idleSecondsLeft).toBeNull();
  await rig.clock.advance(2_000);
  expect(rig.desk.snapshot().idleSecondsLeft).toBe(19);
  rig.desk.send({ type: 'stillHere' });
  expect(rig.desk.snapshot().idleSecondsLeft).toBeNull();
  await rig.clock.advance(141_000);
  rig.screen('closed');
  expect([rig.closed(), rig.desk.busy()]).toEqual([1, false]);
  expect(rig.entries.at(-1)).toEqual({ id: 'staff-signed-out', fields: { reason: 'idle' } });
});

test('silence at an open door is work; it counts again when the door is closed', async () => {
  const rig = await signedInRig();
  rig.desk.send({ type: 'openPutIn' });
  await rig.scan(caseNumber(1));
  await rig.clock.advance(600_000);
  expect(rig.screen('putIn').stage).toBe('open');
  rig.locker.close(rig.screen('putIn').cell ?? 0);
  await settle();
  await rig.clock.advance(141_000);
  rig.screen('closed');
});

test('a paper left before the scanner, read again and again, keeps nobody signed in', async () => {
  const rig = await signedInRig();
  rig.desk.send({ type: 'openPutIn' });
  rig.answers.set(caseNumber(1), 'case.stored');
  for (let second = 0; second <= 141; second++) {
    await rig.scan(caseNumber(1));
    await rig.clock.advance(1_000);
  }
  rig.screen('closed');
});

test('papers that are scanned one after the other are somebody at work, also without a touch', async () => {
  const rig = await signedInRig();
  rig.desk.send({ type: 'openPutIn' });
  for (let index = 1; index <= 4; index++) {
    rig.answers.set(caseNumber(index), 'case.unknown');
    await rig.scan(caseNumber(index));
    await rig.clock.advance(100_000);
  }
  expect(rig.screen('putIn').refused).toBe('case.unknown');
});

test('a sign-in that nobody ends is given up', async () => {
  const rig = await signedInRig();
  rig.desk.send({ type: 'signOut' });
  rig.desk.send({ type: 'open' });
  rig.type('1001');
  await rig.clock.advance(141_000);
  rig.screen('closed');
  expect(rig.closed()).toBe(2);
});

test('signed out by silence while the center is asked: no door opens later', async () => {
  const rig = await signedInRig();
  rig.desk.send({ type: 'openPutIn' });
  rig.desk.scanned(scan(caseNumber(1)));
  rig.desk.send({ type: 'signOut' });
  await settle();
  rig.screen('closed');
  expect(rig.locker.calls).toEqual([]);
  expect(rig.looking).toEqual([true, false]);
});

test('after the end nothing moves any more', async () => {
  const rig = await signedInRig();
  rig.desk.send({ type: 'openPutIn' });
  await rig.scan(caseNumber(1));
  rig.desk.stop();
  rig.locker.close(1);
  await settle();
  rig.screen('closed');
  rig.desk.send({ type: 'open' });
  rig.screen('closed');
});

test('whoever watches is told of each change once', async () => {
  const rig = await signedInRig();
  const seen: number[] = [];
  rig.desk.subscribe(({ sequence }) => void seen.push(sequence));
  rig.desk.send({ type: 'openCells' });
  rig.desk.send({ type: 'openPutIn' });
  rig.desk.refresh();
  rig.locker.changed();
  expect(seen).toHaveLength(1);
});
