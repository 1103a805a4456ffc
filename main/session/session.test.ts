import { afterEach, describe, expect, test } from 'vitest';
import { ok } from '../../contract/result.ts';
import { catalogue, type OpenedSession, openSession, person, RECORD, toPrinting, toRecord } from './testing.ts';

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
    await toPrinting(opened);
    opened.printed.give({ outcome: 'printed', impressions: 3 });
    await opened.clock.advance(3_000);
    expect(opened.screen()).toBe('rating');
    await opened.clock.advance(20_000);
    expect(opened.screen()).toBe('takeAway');
    expect(opened.asked.some((what) => what.startsWith('rate'))).toBe(false);
  });
});

describe('the way back', () => {
  test('from “confirm” leads to where the person came from', async () => {
    opened = openSession();
    opened.put('wang-guilan');
    const department = catalogue.departments()[0]?.id ?? '';
    const item = { type: 'chooseItem', code: CODE } as const;
    await opened.touch({ type: 'chooseDepartment', department }, item, { type: 'back' });
    expect(opened.screen()).toBe('department');
    await opened.touch({ type: 'back' }, item, { type: 'back' });
    expect(opened.screen()).toBe('home');
  });
});

describe('what one person chose', () => {
  test('before the card is put stays for a whole minute, and then not', async () => {
    opened = openSession();
    await opened.clock.advance(59_000);
    await opened.touch({ type: 'setMode', mode: 'elder', on: true });
    await opened.clock.advance(59_000);
    expect(opened.look().modes.elder).toBe(true);
    await opened.clock.advance(1_000);
    expect(opened.look().modes.elder).toBe(false);
  });
});

describe('snapshots', () => {
  test('nothing is sent when nothing changed', async () => {
    opened = openSession();
    await toRecord(opened);
    let sent = 0;
    opened.session.subscribe(() => sent++);
    await opened.touch({ type: 'stillHere' }, { type: 'stillHere' });
    opened.session.refresh();
    expect(sent).toBe(0);
    await opened.touch({ type: 'reveal', on: true });
    expect(sent).toBe(1);
  });
});
