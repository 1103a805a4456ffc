import { afterEach, describe, expect, test } from 'vitest';
import { VISIT_DELAYS } from './delays.ts';
import { type OpenedAtLocker, openAtLocker, sign, toOpenDoor, toSign, WANG } from './locker-testing.ts';

let opened: OpenedAtLocker;
afterEach(() => opened.session.stop());

const TAKEN = { end: 'closed', item: 'notPresent' } as const;
const STILL = { end: 'closed', item: 'present' } as const;
const forgotten = () => opened.done().filter((what) => what.startsWith('forget'));

/** Code and QR code, and an open door. */
async function toOpenDoorWithoutCard(): Promise<void> {
  await opened.touch({ type: 'openPickup' });
  await opened.type(WANG.code);
  await opened.scanQr(WANG.qr);
  await opened.touch(sign);
}

describe('a door for a document', () => {
  test('it opens after the signature, closes, and the card is asked for', async () => {
    opened = openAtLocker();
    await toSign(opened);
    await opened.touch(sign);
    expect(opened.look().screen).toMatchObject({
      name: 'lockerDoor',
      purpose: 'pickUp',
      cell: 7,
      stage: 'opening',
      urge: 'none',
    });
    await opened.lastDoor.stage({ stage: 'open', urge: 'remind' });
    expect(opened.look().screen).toMatchObject({ stage: 'open', urge: 'remind' });
    await opened.lastDoor.end(TAKEN);
    expect(opened.look().screen).toEqual({
      name: 'lockerEnd',
      outcome: 'taken',
      cell: 7,
      receipt: 'none',
      retry: false,
    });
    await opened.clock.advance(VISIT_DELAYS.LOCKER_END_SHOW_MS);
    expect(opened.look().screen).toMatchObject({ name: 'takeAway', card: true, canContinue: true });
    expect(forgotten()).toEqual(['forget grant 1']);
    opened.take();
    await opened.clock.advance(10_000);
    expect(opened.look()).toMatchObject({ visitor: null, screen: { name: 'attract' } });
    expect(forgotten()).toHaveLength(1);
  });

  test('without a card there is nothing to take: the next person does not wait long', async () => {
    opened = openAtLocker();
    await toOpenDoorWithoutCard();
    await opened.lastDoor.end(TAKEN);
    await opened.clock.advance(VISIT_DELAYS.LOCKER_END_SHOW_MS);
    expect(opened.screen()).toBe('goodbye');
    await opened.clock.advance(VISIT_DELAYS.GOODBYE_SHOW_MS);
    expect(opened.screen()).toBe('attract');
  });

  test('nothing ends the visit while it is open: not the clock, not a touch, not a card', async () => {
    opened = openAtLocker();
    await toOpenDoor(opened);
    opened.take();
    opened.put('li-jianguo');
    await opened.touch({ type: 'home' }, { type: 'leave' }, { type: 'back' }, sign, { type: 'openStaff' });
    await opened.clock.advance(300_000);
    expect(opened.look()).toMatchObject({ idle: null, screen: { name: 'lockerDoor' } });
    expect(opened.locker.doors).toHaveLength(1);
    await opened.lastDoor.end(TAKEN);
    await opened.clock.advance(VISIT_DELAYS.LOCKER_END_SHOW_MS);
    expect(opened.look().screen).toMatchObject({ name: 'takeAway', canContinue: false });
  });

  test('the card taken while it is open is not asked for afterwards', async () => {
    opened = openAtLocker();
    await toOpenDoor(opened);
    opened.take();
    await opened.lastDoor.end(TAKEN);
    expect(opened.screen()).toBe('lockerEnd');
    await opened.clock.advance(VISIT_DELAYS.LOCKER_END_SHOW_MS);
    expect(opened.look()).toMatchObject({ visitor: null, screen: { name: 'goodbye' } });
  });

  test('left open: said, not offered again, and the machine is free when the person has gone', async () => {
    opened = openAtLocker();
    await toOpenDoor(opened);
    await opened.lastDoor.stage({ stage: 'open', urge: 'alarm' });
    await opened.lastDoor.end({ end: 'leftOpen' });
    expect(opened.look().screen).toMatchObject({ name: 'lockerEnd', outcome: 'leftOpen', retry: false });
    await opened.touch({ type: 'retry' });
    expect(opened.locker.doors).toHaveLength(1);
    await opened.clock.advance(80_000);
    expect(opened.look()).toMatchObject({ visitor: null, screen: { name: 'takeAway', card: true } });
    expect(forgotten()).toEqual(['forget grant 1']);
  });

  test('a door that never tells its end does not keep the machine', async () => {
    opened = openAtLocker();
    await toOpenDoor(opened);
    await opened.clock.advance(VISIT_DELAYS.DOOR_LIMIT_MS);
    expect(opened.look().screen).toEqual({ name: 'trouble', code: 'locker.doorUnknown', retry: false });
    await opened.lastDoor.end(TAKEN);
    expect(opened.screen()).toBe('trouble');
    await opened.clock.advance(80_000);
    expect(opened.screen()).toBe('takeAway');
  });
});

describe('something is still inside', () => {
  test('the same door once more, with what was proven and signed', async () => {
    opened = openAtLocker();
    await toOpenDoor(opened);
    await opened.lastDoor.end(STILL);
    expect(opened.look().screen).toMatchObject({ name: 'lockerEnd', outcome: 'stillInside', retry: true });
    for (let touch = 0; touch < 3; touch++) opened.session.send({ type: 'retry' });
    await opened.clock.advance(0);
    expect(opened.look().screen).toMatchObject({ name: 'lockerDoor', stage: 'opening', urge: 'none' });
    await opened.lastDoor.end(TAKEN);
    expect(opened.look().screen).toMatchObject({ outcome: 'taken', retry: false });
    await opened.touch({ type: 'home' });
    expect(opened.screen()).toBe('home');
    expect(opened.done()).toEqual(['prove card code', 'pickUp grant 1', 'pickUp grant 1', 'forget grant 1']);
  });

  test('nobody answers: the visit ends and its grant is forgotten', async () => {
    opened = openAtLocker();
    await toOpenDoorWithoutCard();
    await opened.lastDoor.end(STILL);
    await opened.clock.advance(80_000);
    expect(opened.screen()).toBe('goodbye');
    await opened.touch({ type: 'retry' });
    expect(opened.locker.doors).toHaveLength(1);
    expect(forgotten()).toEqual(['forget grant 1']);
  });

  test('a card away: the door opens again only when it is put back', async () => {
    opened = openAtLocker();
    await toOpenDoor(opened);
    opened.take();
    await opened.lastDoor.end(STILL);
    expect(opened.look().screen).toMatchObject({ outcome: 'stillInside', retry: false });
    await opened.touch({ type: 'retry' });
    expect(opened.locker.doors).toHaveLength(1);
    opened.put(WANG.holder);
    expect(opened.look().screen).toMatchObject({ retry: true });
    await opened.touch({ type: 'retry' });
    expect(opened.locker.doors).toHaveLength(2);
  });

  test('a card away for long ends it', async () => {
    opened = openAtLocker();
    await toOpenDoor(opened);
    opened.take();
    await opened.lastDoor.end(STILL);
    await opened.clock.advance(VISIT_DELAYS.CARD_AWAY_LIMIT_MS);
    expect(opened.screen()).toBe('goodbye');
    expect(forgotten()).toEqual(['forget grant 1']);
  });

  test('the next person’s card does not open it', async () => {
    opened = openAtLocker();
    await toOpenDoor(opened);
    opened.take();
    await opened.lastDoor.end(STILL);
    opened.put('li-jianguo');
    expect(opened.look().screen).toEqual({ name: 'cardTrouble', code: 'card.changed' });
    await opened.touch({ type: 'retry' });
    expect(opened.locker.doors).toHaveLength(1);
    expect(forgotten()).toEqual(['forget grant 1']);
  });

  test('after a pick-up without a card, the next person’s card begins their own visit', async () => {
    opened = openAtLocker();
    await toOpenDoorWithoutCard();
    await opened.lastDoor.end(STILL);
    opened.put('li-jianguo');
    expect(opened.look()).toMatchObject({ visitor: { maskedName: '李**' }, screen: { name: 'home' } });
    expect(forgotten()).toEqual(['forget grant 1']);
  });

  test('nor does a card that was put while the door of a pick-up without one stood open', async () => {
    opened = openAtLocker();
    await toOpenDoorWithoutCard();
    opened.put('li-jianguo');
    await opened.lastDoor.end(STILL);
    expect(opened.look().screen).toMatchObject({ outcome: 'stillInside', retry: false });
    await opened.touch({ type: 'retry' });
    expect(opened.locker.doors).toHaveLength(1);
  });
});

describe('a door that does not open', () => {
  test('it may be tried again, and no more by somebody else', async () => {
    opened = openAtLocker();
    await toSign(opened);
    await opened.touch(sign);
    await opened.lastDoor.end({ end: 'notOpened', code: 'locker.notOpened' });
    expect(opened.look().screen).toEqual({ name: 'trouble', code: 'locker.notOpened', retry: true });
    await opened.touch({ type: 'retry' });
    await opened.lastDoor.end({ end: 'notOpened', code: 'locker.notOpened' });
    opened.take();
    expect(opened.screen()).toBe('goodbye');
    expect(opened.done()).toEqual(['prove card code', 'pickUp grant 1', 'pickUp grant 1', 'forget grant 1']);
  });

  test.each([
    { end: 'unknown', code: 'locker.doorUnknown' },
    { end: 'notOpened', code: 'locker.offline' },
  ] as const)('$code: a sentence, and no other try', async (end) => {
    opened = openAtLocker();
    await toSign(opened);
    await opened.touch(sign);
    await opened.lastDoor.end(end);
    expect(opened.look().screen).toEqual({ name: 'trouble', code: end.code, retry: false });
    await opened.touch({ type: 'retry' });
    expect(opened.locker.doors).toHaveLength(1);
    await opened.clock.advance(80_000);
    expect(opened.look().visitor).toBeNull();
    expect(forgotten()).toEqual(['forget grant 1']);
  });

  test('not even planned: its sentence; busy for a moment, it may be tried again', async () => {
    opened = openAtLocker();
    opened.locker.refuse('locker.outOfService');
    await toSign(opened);
    await opened.touch(sign);
    expect(opened.look().screen).toEqual({ name: 'trouble', code: 'locker.outOfService', retry: false });
    await opened.touch({ type: 'back' });
    expect(opened.screen()).toBe('home');
    opened.locker.refuse('locker.cellBusy');
    await opened.touch({ type: 'openPickup' });
    await opened.type(WANG.code);
    await opened.touch(sign);
    opened.locker.refuse(undefined);
    await opened.touch({ type: 'retry' });
    expect(opened.screen()).toBe('lockerDoor');
    expect(opened.locker.doors).toHaveLength(1);
    expect(forgotten()).toEqual(['forget grant 1']);
  });
});

test('the core stops while a door is open: what was granted is forgotten, and its end has no effect', async () => {
  opened = openAtLocker();
  await toOpenDoor(opened);
  opened.session.stop();
  await opened.lastDoor.end(TAKEN);
  expect(forgotten()).toEqual(['forget grant 1']);
});
