import { afterEach, describe, expect, test } from 'vitest';
import { err, ok } from '../../contract/result.ts';
import { catalogue, type OpenedSession, openSession, person, RECORD, toRecord } from './testing.ts';

let opened: OpenedSession;
afterEach(() => opened.session.stop());

const CODE = catalogue.popular()[0]?.code ?? '';

describe('the visit', () => {
  test('goes from card to goodbye, and everything is cleared', async () => {
    opened = openSession();
    expect(opened.screen()).toBe('attract');
    opened.session.card({ type: 'presented' });
    expect(opened.screen()).toBe('reading');
    opened.session.card({ type: 'read', card: person('wang-guilan').card });
    expect(opened.look()).toMatchObject({ visitor: { maskedName: '王**' }, screen: { name: 'home' } });

    await opened.touch({ type: 'chooseItem', code: CODE });
    expect(opened.look().screen).toMatchObject({ name: 'confirm', holder: { name: '王**', revealed: false } });
    await opened.touch({ type: 'confirm' });
    expect(opened.screen()).toBe('waiting');
    opened.fetched.give(ok(RECORD));
    await opened.clock.advance(0);
    expect(opened.look().screen).toMatchObject({ name: 'record', pages: 3 });

    await opened.touch({ type: 'print' });
    opened.progress({ impressions: 2, trouble: null });
    expect(opened.look().screen).toMatchObject({ name: 'printing', impressions: 2, pages: 3 });
    opened.printed.give({ outcome: 'printed', impressions: 3 });
    await opened.clock.advance(0);
    expect(opened.look().screen).toMatchObject({ name: 'printed', receipt: 'done' });
    await opened.clock.advance(3_000);
    expect(opened.screen()).toBe('rating');
    await opened.touch({ type: 'rate', level: 5 });
    expect(opened.look().screen).toMatchObject({ name: 'takeAway', card: true, paper: true, receipt: true });

    opened.take();
    await opened.clock.advance(6_000);
    expect(opened.screen()).toBe('goodbye');
    expect(opened.look().visitor).toBeNull();
    await opened.clock.advance(4_000);
    expect(opened.screen()).toBe('attract');
    expect(opened.asked).toEqual([`fetch ${CODE}`, 'print', 'rate 5']);
  });

  test('stays on “take your card” for as long as the card lies there, with nothing personal on the screen', async () => {
    opened = openSession();
    opened.put('wang-guilan');
    await opened.touch({ type: 'leave' });
    await opened.clock.advance(3_600_000);
    expect(opened.look()).toMatchObject({
      visitor: null,
      screen: { name: 'takeAway', card: true, canContinue: false },
    });
    opened.take();
    expect(opened.screen()).toBe('goodbye');
  });

  test('another item can follow without taking the card off', async () => {
    opened = openSession();
    await toRecord(opened);
    await opened.touch({ type: 'leave' }, { type: 'continueVisit' });
    expect(opened.screen()).toBe('home');
    expect(opened.asked).toContain(`abandon ${RECORD.transactionId}`);
  });

  test('what is personal is masked until “show” is touched', async () => {
    opened = openSession();
    opened.put('wang-guilan');
    await opened.touch({ type: 'chooseItem', code: CODE });
    expect(JSON.stringify(opened.look())).not.toContain('桂兰');
    await opened.touch({ type: 'reveal', on: true });
    expect(JSON.stringify(opened.look())).toContain('王桂兰');
  });

  test('modes and language last for one visit', async () => {
    opened = openSession();
    await opened.touch({ type: 'setMode', mode: 'elder', on: true }, { type: 'setLanguage', language: 'en' });
    opened.put('wang-guilan');
    expect(opened.look()).toMatchObject({ language: 'en', modes: { elder: true } });
    await opened.touch({ type: 'leave' });
    opened.take();
    await opened.clock.advance(6_000);
    expect(opened.look()).toMatchObject({ language: 'zh-CN', modes: { elder: false } });
  });

  test('a rating that nobody gives is not a rating', async () => {
    opened = openSession();
    await toRecord(opened);
    await opened.touch({ type: 'print' });
    opened.printed.give({ outcome: 'printed', impressions: 3 });
    await opened.clock.advance(3_000);
    expect(opened.screen()).toBe('rating');
    await opened.clock.advance(20_000);
    expect(opened.screen()).toBe('takeAway');
    expect(opened.asked.some((what) => what.startsWith('rate'))).toBe(false);
  });
});

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
    await toRecord(opened);
    await opened.touch({ type: 'print' });
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

describe('trouble', () => {
  test('the center fails: a sentence, another try, nothing printed', async () => {
    opened = openSession();
    opened.put('wang-guilan');
    await opened.touch({ type: 'chooseItem', code: CODE }, { type: 'confirm' });
    opened.fetched.give(err('center.timeout'));
    await opened.clock.advance(0);
    expect(opened.look().screen).toEqual({ name: 'trouble', code: 'center.timeout', retry: true });
    await opened.clock.advance(120_000);
    expect(opened.look()).toMatchObject({ idle: null, screen: { name: 'trouble' } });
    await opened.touch({ type: 'retry' });
    expect(opened.asked.filter((what) => what.startsWith('fetch'))).toHaveLength(2);
  });

  test('paper out on page 2, then mended', async () => {
    opened = openSession();
    await toRecord(opened);
    await opened.touch({ type: 'print' });
    opened.progress({ impressions: 1, trouble: 'printer.paperOut' });
    expect(opened.look().screen).toEqual({ name: 'printTrouble', code: 'printer.paperOut', pages: 3, impressions: 1 });
    await opened.clock.advance(300_000);
    expect(opened.look().idle).toBeNull();
    opened.progress({ impressions: 1, trouble: null });
    expect(opened.screen()).toBe('printing');
  });

  test('paper out and nobody mends it: the person gives up cleanly', async () => {
    opened = openSession();
    await toRecord(opened);
    await opened.touch({ type: 'print' });
    opened.progress({ impressions: 0, trouble: 'printer.paperOut' });
    await opened.touch({ type: 'giveUp' });
    expect(opened.asked).toContain('give up');
    opened.printed.give({ outcome: 'notPrinted', code: 'printer.paperOut' });
    await opened.clock.advance(0);
    expect(opened.look().screen).toEqual({ name: 'printFailed', code: 'printer.paperOut', retry: true });
  });

  test('a print that cannot be proved is not offered again', async () => {
    opened = openSession();
    await toRecord(opened);
    await opened.touch({ type: 'print' });
    opened.printed.give({ outcome: 'unknown', code: 'printer.jobLost' });
    await opened.clock.advance(0);
    expect(opened.look().screen).toEqual({ name: 'printFailed', code: 'printer.jobLost', retry: false });
    await opened.touch({ type: 'retry' });
    expect(opened.screen()).toBe('printFailed');
  });

  test('events that do not fit the moment have no effect', async () => {
    opened = openSession();
    await opened.touch(
      { type: 'print' },
      { type: 'confirm' },
      { type: 'rate', level: 1 },
      { type: 'chooseItem', code: CODE },
    );
    expect(opened.screen()).toBe('attract');
    opened.put('wang-guilan');
    await opened.touch({ type: 'chooseItem', code: '310000000000' }, { type: 'print' });
    expect(opened.screen()).toBe('home');
  });
});

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
    opened.put('wang-guilan');
    await opened.touch({ type: 'chooseItem', code: CODE }, { type: 'confirm' });
    await opened.clock.advance(14_000);
    expect(opened.look()).toMatchObject({ idle: null, screen: { name: 'waiting' } });
  });
});
