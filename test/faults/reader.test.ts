import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Machine, startMachine } from '../support/machine.ts';

let machine: Machine;
beforeAll(async () => {
  machine = await startMachine();
});
afterEach(() => machine.goes());
afterAll(() => machine.close());

test('card taken away mid-read: a sentence, and the next try works', async () => {
  const { resident, rig } = machine;
  rig.idCard.setDelay('readBase', 600);
  machine.put('wang-guilan');
  await resident.sees('reading');
  machine.take();
  expect((await resident.sees('cardTrouble')).code).toBe('card.removedEarly');
  rig.idCard.setDelay('readBase', 50);
  machine.put('wang-guilan');
  await resident.sees('home');
});

test('bytes arriving one by one', async () => {
  const { resident, rig } = machine;
  rig.idCard.setOneByteAtATime(true);
  machine.put('jonathan-wellington');
  const { visitor } = await resident.until('a greeting', ({ screen }) => screen.name === 'home');
  expect(visitor?.maskedName).toBe('乔**');
  rig.idCard.setOneByteAtATime(false);
});

test('noise on the wire has no effect', async () => {
  const { resident, rig } = machine;
  const seenBefore = resident.seen.length;
  rig.idCardPort.send(Uint8Array.from({ length: 3000 }, (_, index) => (index * 37) % 256));
  machine.put('li-jianguo');
  await resident.sees('home');
  expect(resident.seen.slice(seenBefore)).toEqual(['reading', 'home']);
});

test('reader unplugged and back under the same name', async () => {
  const { resident, rig } = machine;
  await rig.idCardPort.unplug();
  expect((await resident.sees('outOfService')).code).toBe('reader.offline');
  await rig.idCardPort.plug();
  await resident.sees('attract');
  machine.put('zhao-gong-fu');
  const { visitor } = await resident.until('a greeting', ({ screen }) => screen.name === 'home');
  expect(visitor?.maskedName).toBe('赵**');
});

test('reader unplugged with a card left on it, and back: the person is asked to take it, and can begin', async () => {
  const { resident, rig } = machine;
  machine.put('wang-guilan');
  await resident.sees('home');
  await resident.touch({ type: 'leave' });
  await resident.sees('takeAway');
  await rig.idCardPort.unplug();
  await resident.sees('outOfService');
  await rig.idCardPort.plug();
  const { visitor } = await resident.until('a card to take', ({ screen }) => screen.name === 'takeAway' && screen.card);
  expect(visitor).toBeNull();
  machine.take();
  await resident.sees('attract');
  machine.put('wang-guilan');
  await resident.sees('home');
});

test('a card that cannot be read is told at once, and as often as wanted', async () => {
  const { resident, rig } = machine;
  for (let time = 0; time < 2; time++) {
    rig.idCard.putUnreadable(0x32);
    expect((await resident.sees('cardTrouble')).code).toBe('card.unreadable');
    await machine.goes();
  }
  machine.put('wang-guilan');
  await resident.sees('home');
});

test('an expired card is told so', async () => {
  machine.put('zhou-liqun');
  expect((await machine.resident.sees('cardTrouble')).code).toBe('card.expired');
});
