import { afterEach, describe, expect, test } from 'vitest';
import { LI, type OpenedAtLocker, openAtLocker, sign, toSign, WANG } from './locker-testing.ts';

let opened: OpenedAtLocker;
afterEach(() => opened.session.stop());

const pickup = { type: 'openPickup' } as const;
const fail = (code: 'card.expired' | 'card.unreadable') => {
  opened.session.card({ type: 'presented' });
  opened.session.card({ type: 'failed', code });
};

describe('two of three', () => {
  test('card and code', async () => {
    opened = openAtLocker();
    await toSign(opened);
    expect(opened.look().screen).toEqual({
      name: 'pickupSign',
      itemName: { zh: '居住证', en: 'Residence permit' },
      maskedCase: '***********0001',
      maskedHolder: '王**',
      by: 'holder',
      cell: WANG.cell,
    });
    expect(opened.done()).toEqual(['prove card code']);
  });

  test('card and QR code', async () => {
    opened = openAtLocker();
    await opened.touch(pickup);
    await opened.scanQr(WANG.qr);
    expect(opened.look().screen).toMatchObject({ name: 'pickup', have: { card: false, code: false, qr: true } });
    opened.put(WANG.holder);
    expect(opened.look()).toMatchObject({
      visitor: { maskedName: '王**' },
      screen: { name: 'pickupSign', by: 'holder' },
    });
  });

  test('code and QR code: an agent, where the case allows one', async () => {
    opened = openAtLocker();
    await opened.touch(pickup);
    await opened.type(WANG.code);
    await opened.scanQr(WANG.qr);
    expect(opened.look()).toMatchObject({ visitor: null, screen: { name: 'pickupSign', by: 'agent' } });
  });

  test('an agent’s own card is no proof of somebody else’s document, and does not stand in the way', async () => {
    opened = openAtLocker();
    opened.put('chen-xiaoyu');
    await opened.touch(pickup);
    await opened.type(WANG.code);
    expect(opened.look().screen).toMatchObject({
      name: 'pickup',
      waiting: 0,
      refused: 'pickup.nothingHere',
      have: { card: true, code: true, qr: false },
    });
    await opened.scanQr(WANG.qr);
    expect(opened.look().screen).toMatchObject({ name: 'pickupSign', by: 'agent' });
  });

  test('no agent where the case allows none; the holder’s card then still does', async () => {
    opened = openAtLocker();
    await opened.touch(pickup);
    await opened.type(LI.code);
    await opened.scanQr(LI.qr);
    expect(opened.look().screen).toMatchObject({ name: 'pickup', refused: 'pickup.holderOnly' });
    await opened.touch(sign);
    expect(opened.locker.doors).toHaveLength(0);
    opened.put(LI.holder);
    expect(opened.look().screen).toMatchObject({ name: 'pickupSign', by: 'holder', cell: LI.cell });
  });

  test('one alone is not even asked about, and looks the same right or wrong', async () => {
    opened = openAtLocker();
    await opened.touch(pickup);
    await opened.type(WANG.code);
    const right = { ...opened.look().screen, typed: '' };
    await opened.touch({ type: 'key', key: 'clear' });
    await opened.type('000000');
    expect({ ...opened.look().screen, typed: '' }).toEqual(right);
    expect(opened.done()).toEqual([]);
  });

  test('a QR code at the calm machine or on the home page begins at once', async () => {
    opened = openAtLocker();
    await opened.scanQr(WANG.qr);
    expect(opened.look().screen).toMatchObject({ name: 'pickup', have: { qr: true } });
    await opened.touch({ type: 'back' });
    expect(opened.screen()).toBe('home');
    opened.put(WANG.holder);
    await opened.scanQr(WANG.qr);
    expect(opened.screen()).toBe('pickupSign');
  });
});

describe('what is refused', () => {
  test('a wrong code is cleared, the QR code stays', async () => {
    opened = openAtLocker();
    await opened.touch(pickup);
    await opened.scanQr(WANG.qr);
    await opened.type('000000');
    expect(opened.look().screen).toMatchObject({
      typed: '',
      refused: 'pickup.wrongCode',
      have: { card: false, code: false, qr: true },
    });
    await opened.type('2');
    expect(opened.look().screen).not.toHaveProperty('refused');
  });

  test('a second equal refusal looks new, another one begins anew, and no tries are told', async () => {
    opened = openAtLocker();
    opened.put(WANG.holder);
    await opened.touch(pickup);
    for (const refusedTimes of [1, 2]) {
      await opened.type('000000');
      expect(opened.look().screen).toMatchObject({ refused: 'pickup.wrongCode', refusedTimes });
    }
    for (const refusedTimes of [1, 2, 3]) {
      await opened.scanQr('999999999999');
      expect(opened.look().screen).toMatchObject({ refused: 'pickup.unknownQr', refusedTimes });
    }
    await opened.touch({ type: 'retry' });
    expect(opened.look().screen).not.toHaveProperty('refused');
    expect(opened.look().screen).not.toHaveProperty('refusedTimes');
  });

  test('tried again: what may still do beside an agent’s own card is kept, all else is given anew', async () => {
    opened = openAtLocker();
    await opened.touch(pickup);
    await opened.type(LI.code);
    await opened.scanQr(LI.qr);
    await opened.touch({ type: 'retry' });
    expect(opened.look().screen).toMatchObject({ typed: '', have: { card: false, code: false, qr: false } });
    opened.put('chen-xiaoyu');
    await opened.scanQr(WANG.qr);
    expect(opened.look().screen).toMatchObject({ refused: 'pickup.nothingHere' });
    await opened.touch({ type: 'retry' });
    expect(opened.look().screen).toMatchObject({ name: 'pickup', have: { card: true, code: false, qr: true } });
    await opened.type(WANG.code);
    expect(opened.look().screen).toMatchObject({ name: 'pickupSign', by: 'agent' });
  });

  test('after a refusal the visit may be ended at once', async () => {
    opened = openAtLocker();
    await opened.touch(pickup);
    await opened.type(LI.code);
    await opened.scanQr(LI.qr);
    await opened.touch({ type: 'leave' });
    expect(opened.screen()).toBe('goodbye');
  });

  test('five wrong codes close the pad; the time counts down on the screen and then it opens', async () => {
    opened = openAtLocker();
    opened.put(WANG.holder);
    await opened.touch(pickup);
    for (let time = 0; time < 5; time++) await opened.type('000000');
    expect(opened.look().screen).toMatchObject({ refused: 'pickup.locked', lockedSeconds: 600, typed: '' });
    await opened.type(WANG.code);
    expect(opened.look().screen).toMatchObject({ typed: '', have: { code: false } });
    const told: number[] = [];
    const unsubscribe = opened.session.subscribe(({ screen }) => {
      if (screen.name === 'pickup') told.push(screen.lockedSeconds ?? 0);
    });
    await opened.clock.advance(3_000);
    unsubscribe();
    expect(told).toEqual([599, 598, 597]);
    for (let minute = 0; minute < 10; minute++) {
      await opened.touch({ type: 'stillHere' });
      await opened.clock.advance(60_000 - 300);
    }
    expect(opened.look().screen).not.toHaveProperty('lockedSeconds');
    expect(opened.look().screen).not.toHaveProperty('refused');
    await opened.type(WANG.code);
    expect(opened.screen()).toBe('pickupSign');
  });

  test('a code and a QR code of two messages', async () => {
    opened = openAtLocker();
    await opened.touch(pickup);
    await opened.type(LI.code);
    await opened.scanQr(WANG.qr);
    expect(opened.look().screen).toMatchObject({ refused: 'pickup.otherParcel', have: { code: false, qr: false } });
  });

  test('a QR code of another machine', async () => {
    opened = openAtLocker();
    opened.put(WANG.holder);
    await opened.scanQr('999999999999');
    expect(opened.look().screen).toMatchObject({ name: 'pickup', refused: 'pickup.unknownQr', have: { qr: false } });
  });

  test('what the scanner sees besides', async () => {
    opened = openAtLocker();
    await opened.touch(pickup);
    const refusedFor = async (scanned: Parameters<typeof opened.scan>[0]) => {
      await opened.scan(scanned);
      return opened.look().screen;
    };
    const notOurs = { refused: 'scanner.notOurs' };
    expect(await refusedFor({ kind: 'refused', code: 'scanner.notOurs', reason: 'citizenNumber' })).toMatchObject(
      notOurs,
    );
    expect(await refusedFor({ kind: 'suishenCode', content: 'x', issuer: 'suishen' })).toMatchObject(notOurs);
    expect(await refusedFor({ kind: 'slip', slip: { type: 'item', code: '310014000101' } })).toMatchObject(notOurs);
    expect(await refusedFor({ kind: 'caseNumber', caseNumber: '310120202600001' })).toMatchObject({
      refused: 'pickup.unknownQr',
      have: { qr: false },
    });
  });

  test('an expired card is told of on the page, and code and QR code do without it', async () => {
    opened = openAtLocker();
    await opened.touch(pickup);
    fail('card.expired');
    expect(opened.look().screen).toMatchObject({ name: 'pickup', refused: 'card.expired', have: { card: false } });
    opened.take();
    expect(opened.look().screen).not.toHaveProperty('refused');
    await opened.type(WANG.code);
    await opened.scanQr(WANG.qr);
    expect(opened.screen()).toBe('pickupSign');
  });
});
