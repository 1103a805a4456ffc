import { afterEach, describe, expect, test } from 'vitest';
import { VISIT_DELAYS } from './delays.ts';
import { type OpenedSession, openSession, RECORD, toPrinting, toRecord } from './testing.ts';

let opened: OpenedSession;
afterEach(() => opened.session.stop());

const readerSays = (device: 'online' | 'offline' | 'hardwareError', media: 'present' | 'notPresent' | 'unknown') =>
  opened.session.card({ type: 'status', status: { device, media } });

describe('the card', () => {
  test('card taken away mid-read', async () => {
    opened = openSession();
    opened.session.card({ type: 'presented' });
    opened.take();
    expect(opened.look().screen).toEqual({ name: 'cardTrouble', code: 'card.removedEarly' });
    opened.put('wang-guilan');
    expect(opened.screen()).toBe('home');
  });

  test('a card that cannot be read is told at once, and again as often as wanted', async () => {
    opened = openSession();
    for (let time = 0; time < 3; time++) {
      opened.session.card({ type: 'presented' });
      opened.session.card({ type: 'failed', code: 'card.unreadable' });
      expect(opened.look().screen).toEqual({ name: 'cardTrouble', code: 'card.unreadable' });
      opened.take();
      expect(opened.screen()).toBe('cardTrouble');
    }
    await opened.clock.advance(6_000);
    expect(opened.screen()).toBe('attract');
  });

  test('card taken away at the desk: put back, the person is where they were', async () => {
    opened = openSession();
    await toRecord(opened);
    opened.take();
    expect(opened.look().screen).toEqual({ name: 'cardAway', secondsLeft: 20 });
    await opened.clock.advance(5_000);
    expect(opened.look().screen).toEqual({ name: 'cardAway', secondsLeft: 15 });
    opened.put('wang-guilan');
    await opened.clock.advance(0);
    expect(opened.look().screen).toMatchObject({ name: 'record', pages: 3 });
  });

  test('card taken away at the desk and not put back: the visit ends and is cleared', async () => {
    opened = openSession();
    await toRecord(opened);
    opened.take();
    await opened.clock.advance(20_000);
    expect(opened.look()).toMatchObject({ visitor: null, screen: { name: 'goodbye' } });
    expect(opened.asked).toContain(`abandon ${RECORD.transactionId}`);
  });

  test("somebody else's card in the middle of a visit shows them nothing of it", async () => {
    opened = openSession();
    await toRecord(opened);
    opened.take();
    opened.put('li-jianguo');
    expect(opened.look()).toMatchObject({ visitor: null, screen: { name: 'cardTrouble', code: 'card.changed' } });
  });

  test('card changed for another while a page prints: the desk does not open for it', async () => {
    opened = openSession();
    await toPrinting(opened);
    opened.take();
    opened.put('li-jianguo');
    expect(opened.screen()).toBe('printing');
    opened.printed.give({ outcome: 'printed', impressions: 3 });
    await opened.clock.advance(3_000);
    await opened.touch({ type: 'skip' });
    expect(opened.look().screen).toMatchObject({ name: 'takeAway', canContinue: false });
    await opened.touch({ type: 'continueVisit' });
    expect(opened.screen()).toBe('takeAway');
  });
});

describe('a card on a reader that was away for a while', () => {
  test('it still lies there after the goodbye: the person is asked to take it, and the next visit begins', async () => {
    opened = openSession();
    opened.put('wang-guilan');
    await opened.touch({ type: 'leave' });
    readerSays('offline', 'unknown');
    await opened.clock.advance(VISIT_DELAYS.TAKE_AWAY_SHOW_MS + VISIT_DELAYS.GOODBYE_SHOW_MS);
    expect(opened.screen()).toBe('attract');
    readerSays('online', 'present');
    expect(opened.look()).toMatchObject({ visitor: null, screen: { name: 'takeAway', card: true } });
    opened.take();
    expect(opened.screen()).toBe('attract');
    opened.put('wang-guilan');
    expect(opened.screen()).toBe('home');
  });

  test('a reader that has a fault is as good as gone', () => {
    opened = openSession();
    opened.session.card({ type: 'presented' });
    readerSays('hardwareError', 'unknown');
    expect(opened.screen()).toBe('attract');
  });

  test('at the desk the visit goes on, and a card taken meanwhile is told when the reader is back', async () => {
    opened = openSession();
    await toRecord(opened);
    readerSays('offline', 'unknown');
    expect(opened.screen()).toBe('record');
    readerSays('online', 'present');
    expect(opened.screen()).toBe('record');
    opened.take();
    expect(opened.screen()).toBe('cardAway');
  });
});
