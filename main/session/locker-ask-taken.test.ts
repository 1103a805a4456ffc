import { afterEach, describe, expect, test } from 'vitest';
import { VISIT_DELAYS } from './delays.ts';
import { type OpenedAtLocker, openAtLocker, sign, toOpenDoor, WANG } from './locker-testing.ts';

let opened: OpenedAtLocker;
afterEach(() => opened.session.stop());

const UNSEEN = { end: 'closed', item: 'unknown' } as const;
const ASKED = { name: 'lockerEnd', outcome: 'askTaken', retry: true };
const said = () => opened.done().filter((what) => /^(taken|forget|pickUp)/.test(what));

async function toQuestion(): Promise<void> {
  opened = openAtLocker();
  await toOpenDoor(opened);
  await opened.lastDoor.end(UNSEEN);
}

/** Code and QR code. */
async function toQuestionWithoutCard(): Promise<void> {
  opened = openAtLocker();
  await opened.touch({ type: 'openPickup' });
  await opened.type(WANG.code);
  await opened.scanQr(WANG.qr);
  await opened.touch(sign);
  await opened.lastDoor.end(UNSEEN);
}

describe('no sensor sees inside: whoever was there is asked', () => {
  test('they have it: said to the locker once, and shown long enough to be read', async () => {
    await toQuestion();
    expect(opened.look().screen).toMatchObject(ASKED);
    await opened.touch({ type: 'confirm' }, { type: 'confirm' }, { type: 'retry' });
    expect(opened.look().screen).toMatchObject({ name: 'lockerEnd', outcome: 'taken', retry: false });
    expect(said()).toEqual(['pickUp grant 1', 'taken grant 1']);
    expect(VISIT_DELAYS.LOCKER_END_SHOW_MS).toBeGreaterThanOrEqual(8_000);
    await opened.clock.advance(VISIT_DELAYS.LOCKER_END_SHOW_MS - 1);
    expect(opened.screen()).toBe('lockerEnd');
    await opened.clock.advance(1);
    expect(opened.screen()).toBe('takeAway');
    expect(said()).toEqual(['pickUp grant 1', 'taken grant 1', 'forget grant 1']);
  });

  test('they have not: the same door with the same grant, and the question again', async () => {
    await toQuestion();
    await opened.touch({ type: 'retry' });
    expect(opened.look().screen).toMatchObject({ name: 'lockerDoor', stage: 'opening' });
    await opened.lastDoor.end(UNSEEN);
    expect(opened.look().screen).toMatchObject(ASKED);
    await opened.touch({ type: 'confirm' });
    expect(said()).toEqual(['pickUp grant 1', 'pickUp grant 1', 'taken grant 1']);
  });

  test.each([
    { elder: false, limitMs: VISIT_DELAYS.ASK_TAKEN_LIMIT_MS },
    { elder: true, limitMs: 2 * VISIT_DELAYS.ASK_TAKEN_LIMIT_MS },
  ])(
    'nobody answers (large letters: $elder): it stays its time without a warning, then it counts as taken',
    async ({ elder, limitMs }) => {
      opened = openAtLocker();
      await toOpenDoor(opened);
      await opened.touch({ type: 'setMode', mode: 'elder', on: elder });
      await opened.lastDoor.end(UNSEEN);
      await opened.clock.advance(limitMs - 1);
      expect(opened.look()).toMatchObject({ idle: null, screen: ASKED });
      await opened.clock.advance(1);
      expect(opened.look().screen).toMatchObject({ name: 'takeAway', card: true });
      expect(said()).toEqual(['pickUp grant 1', 'forget grant 1']);
    },
  );

  test('the card may be taken meanwhile; only with it the door opens again', async () => {
    await toQuestion();
    opened.take();
    await opened.clock.advance(VISIT_DELAYS.ASK_TAKEN_LIMIT_MS / 2);
    expect(opened.look().screen).toMatchObject({ ...ASKED, retry: false });
    await opened.touch({ type: 'retry' });
    expect(opened.locker.doors).toHaveLength(1);
    opened.put(WANG.holder);
    expect(opened.look().screen).toMatchObject(ASKED);
    opened.take();
    await opened.touch({ type: 'confirm' });
    expect(said()).toEqual(['pickUp grant 1', 'taken grant 1']);
    await opened.clock.advance(VISIT_DELAYS.LOCKER_END_SHOW_MS);
    expect(opened.screen()).toBe('goodbye');
  });

  test('another person’s card ends it, and opens nothing', async () => {
    await toQuestion();
    opened.take();
    opened.put('li-jianguo');
    expect(opened.look().screen).toEqual({ name: 'cardTrouble', code: 'card.changed' });
    await opened.touch({ type: 'retry' }, { type: 'confirm' });
    expect(said()).toEqual(['pickUp grant 1', 'forget grant 1']);
  });

  test('without a card the answers are the same, and the next person’s card begins their own visit', async () => {
    await toQuestionWithoutCard();
    expect(opened.look()).toMatchObject({ visitor: null, screen: ASKED });
    await opened.touch({ type: 'retry' });
    await opened.lastDoor.end(UNSEEN);
    opened.put('li-jianguo');
    expect(opened.look()).toMatchObject({ visitor: { maskedName: '李**' }, screen: { name: 'home' } });
    expect(said()).toEqual(['pickUp grant 1', 'pickUp grant 1', 'forget grant 1']);
  });

  test('a sensor that sees nobody’s document asks nobody', async () => {
    opened = openAtLocker();
    await toOpenDoor(opened);
    await opened.lastDoor.end({ end: 'closed', item: 'notPresent' });
    expect(opened.look().screen).toMatchObject({ outcome: 'taken' });
  });
});
