import { afterEach, describe, expect, test } from 'vitest';
import { type OpenedAtLocker, openAtLocker, sign, toSign, WANG } from './locker-testing.ts';
import { openSession } from './testing.ts';

let opened: OpenedAtLocker;
afterEach(() => opened.session.stop());

const pickup = { type: 'openPickup' } as const;

describe('who is there', () => {
  test('another person’s card after the holder’s: it ends, and nothing opens', async () => {
    opened = openAtLocker();
    await toSign(opened);
    opened.take();
    expect(opened.screen()).toBe('cardAway');
    opened.put('li-jianguo');
    expect(opened.look()).toMatchObject({ visitor: null, screen: { name: 'cardTrouble', code: 'card.changed' } });
    await opened.touch(sign);
    expect(opened.done()).toEqual(['prove card code', 'forget grant 1']);
  });

  test('a card put where somebody proved without one: they prove for themselves', async () => {
    opened = openAtLocker();
    await opened.touch(pickup);
    await opened.type(WANG.code);
    await opened.scanQr(WANG.qr);
    opened.put('li-jianguo');
    expect(opened.look().screen).toMatchObject({
      name: 'pickup',
      typed: '',
      have: { card: true, code: false, qr: false },
    });
    await opened.touch(sign);
    expect(opened.done()).toEqual(['prove code qr', 'forget grant 1']);
  });

  test('the card is put back before the signature: they are where they were', async () => {
    opened = openAtLocker();
    await toSign(opened);
    opened.take();
    await opened.touch(sign);
    opened.put(WANG.holder);
    expect(opened.screen()).toBe('pickupSign');
    expect(opened.done()).toEqual(['prove card code']);
  });

  test('nobody signs: the visit ends, nothing opens, and the next person finds nothing', async () => {
    opened = openAtLocker();
    await opened.touch(pickup);
    await opened.type(WANG.code);
    await opened.scanQr(WANG.qr);
    await opened.clock.advance(80_000);
    expect(opened.screen()).toBe('goodbye');
    await opened.touch(sign);
    await opened.clock.advance(10_000);
    await opened.touch(pickup, sign);
    expect(opened.look().screen).toMatchObject({
      name: 'pickup',
      typed: '',
      have: { card: false, code: false, qr: false },
    });
    expect(opened.done()).toEqual(['prove code qr', 'forget grant 1']);
  });

  test('a poster in the scanner’s sight keeps no visit open, though its first refusals are counted', async () => {
    opened = openAtLocker();
    await opened.touch(pickup);
    for (let second = 0; second < 90; second++) {
      await opened.scan({ kind: 'refused', code: 'scanner.notOurs', reason: 'unknown' });
      await opened.clock.advance(1_000);
    }
    await opened.clock.advance(1_000);
    expect(opened.screen()).toBe('goodbye');
  });
});

describe('events that do not fit', () => {
  test('letters, a signature and a confirmation on the pad’s page', async () => {
    opened = openAtLocker();
    await opened.touch(
      pickup,
      { type: 'key', key: 'x' },
      { type: 'key', key: '١' },
      sign,
      { type: 'confirm' },
      { type: 'retry' },
    );
    expect(opened.look().screen).toMatchObject({ name: 'pickup', typed: '' });
    expect(opened.done()).toEqual([]);
  });

  test('two pages sign at the same moment: one door', async () => {
    opened = openAtLocker({ asksForStill: true });
    await toSign(opened);
    opened.session.send({ ...sign, still: 'AAAA' });
    opened.session.send(sign);
    await opened.clock.advance(0);
    expect(opened.done()).toEqual(['prove card code', 'pickUp grant 1 with a picture']);
  });

  test('a picture that nobody was asked for is not kept', async () => {
    opened = openAtLocker();
    await toSign(opened);
    await opened.touch({ ...sign, still: 'AAAA' });
    expect(opened.done()).toEqual(['prove card code', 'pickUp grant 1']);
  });

  test('a locker that does not answer, or is not there, is not begun with', async () => {
    opened = openAtLocker();
    opened.locker.be('offline');
    await opened.touch(pickup, { type: 'openHandIn' });
    await opened.scanQr(WANG.qr);
    expect(opened.look().screen).toEqual({ name: 'attract', locker: 'closed' });
    const without = openSession();
    await without.touch(pickup, { type: 'openHandIn' }, { type: 'openStaff' });
    expect(without.look().screen).toEqual({ name: 'attract' });
    without.session.stop();
  });

  test('the scanner is asked to look where a code is waited for, and told to stop', async () => {
    opened = openAtLocker();
    await toSign(opened);
    expect(opened.locker.asked).toEqual(['look', 'prove card code', 'stop looking']);
    await opened.touch({ type: 'back' });
    opened.session.stop();
    expect(opened.locker.asked.slice(3)).toEqual(['forget grant 1', 'look', 'stop looking']);
  });
});
