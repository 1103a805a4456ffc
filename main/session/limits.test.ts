import { afterEach, describe, expect, test } from 'vitest';
import { VISIT_DELAYS } from './delays.ts';
import { type OpenedSession, openSession, toPrinting, toTrouble, toWaiting } from './testing.ts';

let opened: OpenedSession;
afterEach(() => opened.session.stop());

const never = <T>(): Promise<T> => new Promise(() => undefined);

describe('work that never ends does not keep the person', () => {
  test('a query: the time that was told, and then a sentence and another try', async () => {
    let calledOff = false;
    opened = openSession({
      fetch: (_item, _card, _inputs, signal) => {
        signal.addEventListener('abort', () => {
          calledOff = true;
        });
        return never();
      },
    });
    await toWaiting(opened);
    await opened.clock.advance(15_000 + VISIT_DELAYS.FETCH_MARGIN_MS - 1);
    expect(opened.screen()).toBe('waiting');
    await opened.clock.advance(1);
    expect(opened.look().screen).toEqual({ name: 'trouble', code: 'center.timeout', retry: true });
    expect(calledOff).toBe(true);
  });

  test('a layout: the person goes home, and an idle visit ends by itself', async () => {
    opened = openSession({ prepare: never });
    await toPrinting(opened);
    expect(opened.look().screen).not.toHaveProperty('pages');
    await opened.touch({ type: 'back' });
    expect(opened.screen()).toBe('home');
  });

  test('a print that was given up: its end is unknown, and it is not offered again', async () => {
    opened = openSession();
    await toPrinting(opened);
    opened.progress({ impressions: 1, trouble: 'printer.jammed' });
    await opened.touch({ type: 'giveUp' });
    await opened.clock.advance(VISIT_DELAYS.GIVE_UP_LIMIT_MS);
    expect(opened.look().screen).toEqual({ name: 'printFailed', code: 'printer.jobLost', retry: false });
    await opened.touch({ type: 'leave' });
    expect(opened.look().screen).toMatchObject({ name: 'takeAway', paper: true });
  });

  test('a print whose printer is held up and freed without end is given up', async () => {
    opened = openSession();
    await toPrinting(opened);
    const flaps = 4;
    for (let flap = 0; flap < flaps; flap++) {
      opened.progress({ impressions: 1, trouble: 'printer.jammed' });
      expect(opened.screen()).toBe('printTrouble');
      await opened.clock.advance(VISIT_DELAYS.PRINT_LIMIT_MS / flaps);
      opened.progress({ impressions: 1, trouble: null });
    }
    expect(opened.asked.filter((what) => what === 'give up')).toHaveLength(1);
    await opened.clock.advance(VISIT_DELAYS.GIVE_UP_LIMIT_MS);
    expect(opened.screen()).toBe('printFailed');
  });

  test('a receipt: the rating comes all the same, and the person is asked to look for it', async () => {
    opened = openSession({ receipt: never });
    await toPrinting(opened);
    opened.printed.give({ outcome: 'printed', impressions: 3 });
    await opened.clock.advance(VISIT_DELAYS.RECEIPT_LIMIT_MS - 1);
    expect(opened.screen()).toBe('printed');
    await opened.clock.advance(1);
    expect(opened.screen()).toBe('rating');
    await opened.touch({ type: 'skip' });
    expect(opened.look().screen).toMatchObject({ name: 'takeAway', receipt: true });
  });
});

describe('nobody stays before a trouble', () => {
  test('the person took the card while the center was asked: the sentence stands, then the visit ends', async () => {
    opened = openSession();
    await toWaiting(opened);
    opened.take();
    opened.fetched.give({ ok: false, error: 'center.timeout' });
    await opened.clock.advance(VISIT_DELAYS.CARD_AWAY_LIMIT_MS - 1);
    expect(opened.screen()).toBe('trouble');
    await opened.clock.advance(1);
    expect(opened.look()).toMatchObject({ visitor: null, screen: { name: 'goodbye' } });
  });

  test('the next card before a trouble of somebody else ends that visit at once', async () => {
    opened = openSession();
    await toWaiting(opened);
    opened.take();
    opened.fetched.give({ ok: false, error: 'center.timeout' });
    await opened.clock.advance(0);
    opened.put('li-jianguo');
    expect(opened.look()).toMatchObject({ visitor: null, screen: { name: 'cardTrouble', code: 'card.changed' } });
  });

  test('with the card left lying, the last call comes after the limit', async () => {
    opened = openSession();
    await toTrouble(opened);
    await opened.clock.advance(VISIT_DELAYS.TROUBLE_LIMIT_MS);
    expect(opened.look()).toMatchObject({ visitor: null, screen: { name: 'takeAway', card: true } });
  });
});
