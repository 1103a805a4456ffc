import { afterEach, expect, test } from 'vitest';
import { type OpenedSession, openSession, toRecord } from './testing.ts';

let opened: OpenedSession;
afterEach(() => opened.session.stop());

test('the goodbye is said in the language and the letters of the visit; the next person finds neither', async () => {
  opened = openSession();
  opened.put('marie-tremblay');
  await opened.touch({ type: 'setLanguage', language: 'en' }, { type: 'setMode', mode: 'elder', on: true });
  await opened.touch({ type: 'leave' });
  opened.take();
  expect(opened.look()).toMatchObject({ language: 'en', modes: { elder: true }, screen: { name: 'goodbye' } });
  opened.put('li-jianguo');
  expect(opened.look()).toMatchObject({ language: 'zh-CN', modes: { elder: false }, screen: { name: 'home' } });
});

test('what was shown in full is masked again when nobody seems to be there', async () => {
  opened = openSession();
  await toRecord(opened);
  await opened.touch({ type: 'reveal', on: true });
  expect(opened.look().screen).toMatchObject({ revealed: true });
  await opened.clock.advance(60_000);
  expect(opened.look()).toMatchObject({ idle: { secondsLeft: 20 }, screen: { name: 'record', revealed: false } });
});

test('a print given up after a page came out: what lies there is named, nothing is called uncertain', async () => {
  opened = openSession();
  await toRecord(opened);
  await opened.touch({ type: 'print' });
  opened.progress({ impressions: 1, trouble: 'printer.jammed' });
  await opened.touch({ type: 'giveUp' });
  opened.printed.give({ outcome: 'unknown', code: 'printer.jobFailed' });
  await opened.clock.advance(0);
  expect(opened.look().screen).toEqual({ name: 'printFailed', code: 'printer.givenUp', retry: false });
  await opened.touch({ type: 'leave' });
  expect(opened.look().screen).toMatchObject({ name: 'takeAway', paper: true });
});

test('a print that still runs from before a restart: its item is held, and its end is told when it comes', async () => {
  let outcome: 'printing' | 'printed' = 'printing';
  opened = openSession({ earlier: () => ({ itemCode: '310025000101', outcome }) });
  opened.put('wang-guilan');
  await opened.touch({ type: 'chooseItem', code: '310025000101' });
  expect(opened.look().screen).toMatchObject({
    name: 'item',
    canStart: false,
    item: { unavailable: 'stillPrinting' },
  });
  await opened.touch({ type: 'back' });
  expect(opened.look().screen).toMatchObject({ name: 'home', earlier: { outcome: 'printing' } });
  await opened.touch({ type: 'chooseItem', code: '310014000101' }, { type: 'back' });
  expect(opened.look().screen).toMatchObject({ name: 'home', earlier: { outcome: 'printing' } });
  outcome = 'printed';
  opened.session.earlierSettled();
  expect(opened.look().screen).toMatchObject({ name: 'home', earlier: { outcome: 'printed' } });
  await opened.touch({ type: 'leave' });
  expect(opened.look().screen).toMatchObject({ name: 'takeAway', paper: true });
});
