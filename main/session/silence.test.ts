import { afterEach, describe, expect, test } from 'vitest';
import { type OpenedSession, openSession, RECORD, toRecord, toWaiting } from './testing.ts';

let opened: OpenedSession;
afterEach(() => opened.session.stop());

describe('silence', () => {
  test('60 s, then 20 s of warning, then everything is closed', async () => {
    opened = openSession();
    await toRecord(opened);
    await opened.clock.advance(59_000);
    expect(opened.look().idle).toBeNull();
    await opened.clock.advance(1_000);
    expect(opened.look().idle).toEqual({ secondsLeft: 20 });
    await opened.clock.advance(7_000);
    expect(opened.look().idle).toEqual({ secondsLeft: 13 });
    await opened.clock.advance(13_000);
    expect(opened.look()).toMatchObject({ visitor: null, idle: null, screen: { name: 'takeAway', card: true } });
    expect(opened.asked).toContain(`abandon ${RECORD.transactionId}`);
  });

  test('“I am still here” starts the clock anew', async () => {
    opened = openSession();
    opened.put('wang-guilan');
    await opened.clock.advance(65_000);
    await opened.touch({ type: 'stillHere' });
    expect(opened.look().idle).toBeNull();
    await opened.clock.advance(59_000);
    expect(opened.screen()).toBe('home');
  });

  test('elder mode doubles it', async () => {
    opened = openSession();
    opened.put('wang-guilan');
    await opened.touch({ type: 'setMode', mode: 'elder', on: true });
    await opened.clock.advance(119_000);
    expect(opened.look().idle).toBeNull();
    await opened.clock.advance(1_000);
    expect(opened.look().idle).toEqual({ secondsLeft: 40 });
  });

  test('the clock is held while the center is asked', async () => {
    opened = openSession();
    await toWaiting(opened);
    await opened.clock.advance(14_000);
    expect(opened.look()).toMatchObject({ idle: null, screen: { name: 'waiting' } });
  });
});
