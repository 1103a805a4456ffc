import { afterEach, describe, expect, test } from 'vitest';
import { isSelfService } from '../../contract/catalogue/item.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import { ok, type Result } from '../../contract/result.ts';
import { catalogue, hand, type OpenedSession, openSession, RECORD } from './testing.ts';
import type { PreparedGuide } from './visit-work.ts';

let opened: OpenedSession;
afterEach(() => opened.session.stop());

const guided = catalogue.items.find(({ machine }) => machine.kind === 'apply');
const needsPaper = catalogue.items.find((item) => isSelfService(item) && item.machine.kind === 'print');
const big = catalogue.departments().find(({ sections }) => sections.length > 2);
const theme = catalogue.themes()[0];
if (!guided || !needsPaper || !big || !theme) throw new Error('the catalogue has too few items');
const section = big.sections[1]?.id ?? '';

const back = { type: 'back' } as const;

describe('looking around', () => {
  test('back goes the way that was come, and stays at home', async () => {
    opened = openSession();
    opened.put('wang-guilan');
    await opened.touch({ type: 'openDepartments' });
    expect(opened.screen()).toBe('departments');
    await opened.touch({ type: 'chooseDepartment', department: big.id }, { type: 'chooseSection', section });
    expect(opened.look().screen).toMatchObject({ name: 'department', section });
    await opened.touch({ type: 'chooseItem', code: guided.code });
    expect(opened.look().screen).toMatchObject({ name: 'item', canStart: false });
    await opened.touch(back);
    expect(opened.look().screen).toMatchObject({ name: 'department', section });
    await opened.touch(back);
    expect(opened.screen()).toBe('departments');
    await opened.touch(back, back, back);
    expect(opened.screen()).toBe('home');
  });

  test('home leads home from anywhere', async () => {
    opened = openSession();
    opened.put('wang-guilan');
    await opened.touch({ type: 'openThemes' }, { type: 'chooseTheme', theme: theme.id });
    expect(opened.look().screen).toMatchObject({ name: 'theme', theme: { id: theme.id } });
    await opened.touch({ type: 'home' });
    expect(opened.screen()).toBe('home');
    await opened.touch(back);
    expect(opened.screen()).toBe('home');
  });

  test('what is typed into the search stays in the core: letters are added, taken away, cleared', async () => {
    opened = openSession();
    opened.put('wang-guilan');
    await opened.touch({ type: 'openSearch' });
    for (const key of ['y', 'l', 'b', '医', 'delete']) await opened.touch({ type: 'key', key });
    expect(opened.look().screen).toMatchObject({ name: 'search', text: 'ylb' });
    await opened.touch({ type: 'key', key: 'clear' });
    expect(opened.look().screen).toMatchObject({ name: 'search', text: '', hits: [] });
    for (let typed = 0; typed < 60; typed++) await opened.touch({ type: 'key', key: 'a' });
    expect(opened.look().screen).toMatchObject({ text: 'a'.repeat(40) });
    await opened.touch(back);
    expect(opened.screen()).toBe('home');
  });

  test('what the page cannot know has no effect', async () => {
    opened = openSession();
    opened.put('wang-guilan');
    await opened.touch(
      { type: 'chooseDepartment', department: 'gone' },
      { type: 'chooseTheme', theme: 'gone' },
      { type: 'chooseItem', code: '310000000000' },
      { type: 'chooseSection', section: 'gone' },
      { type: 'key', key: 'a' },
      { type: 'start' },
      { type: 'printGuide' },
      { type: 'next' },
    );
    expect(opened.screen()).toBe('home');
  });

  test('an item that cannot be begun here opens its page, which says why', async () => {
    opened = openSession({}, { hasDevice: (device) => device === 'idCard' });
    opened.put('wang-guilan');
    await opened.touch({ type: 'chooseItem', code: needsPaper.code });
    expect(opened.look().screen).toMatchObject({
      name: 'item',
      canStart: false,
      item: { unavailable: 'needsDevice', finishes: true },
    });
    await opened.touch({ type: 'start' });
    expect(opened.screen()).toBe('item');
  });

  test('all about an item, and from there to begin it', async () => {
    opened = openSession();
    opened.put('wang-guilan');
    const code = catalogue.popular()[0]?.code ?? '';
    await opened.touch({ type: 'chooseItem', code }, { type: 'about' });
    expect(opened.look().screen).toMatchObject({ name: 'item', canStart: true, item: { code } });
    await opened.touch({ type: 'start' });
    expect(opened.screen()).toBe('confirm');
    await opened.touch(back, back);
    expect(opened.screen()).toBe('home');
  });
});

test('what was shown on one confirm page is masked again on the next', async () => {
  opened = openSession();
  opened.put('wang-guilan');
  const code = catalogue.popular()[0]?.code ?? '';
  await opened.touch({ type: 'chooseItem', code }, { type: 'reveal', on: true });
  expect(opened.look().screen).toMatchObject({ name: 'confirm', holder: { name: '王桂兰', revealed: true } });
  await opened.touch(back, { type: 'chooseItem', code });
  expect(opened.look().screen).toMatchObject({ name: 'confirm', holder: { name: '王**', revealed: false } });
});

describe('from a record', () => {
  test('back leads to where the item was found, home leads home', async () => {
    opened = openSession();
    opened.put('wang-guilan');
    const code = catalogue.popular()[0]?.code ?? '';
    await opened.touch({ type: 'openSearch' }, { type: 'key', key: 'y' }, { type: 'chooseItem', code });
    await opened.touch({ type: 'confirm' });
    opened.fetched.give(ok(RECORD));
    await opened.clock.advance(0);
    expect(opened.screen()).toBe('record');
    await opened.touch(back);
    expect(opened.look().screen).toMatchObject({ name: 'search', text: 'y' });
    await opened.touch({ type: 'home' });
    expect(opened.screen()).toBe('home');
  });
});

describe('an item that is closed everywhere', () => {
  test('names counters to ask, and no machine that is closed as well', async () => {
    opened = openSession();
    opened.put('wang-guilan');
    const closed = catalogue.items.find(({ state }) => state.kind === 'suspended');
    await opened.touch({ type: 'chooseItem', code: closed?.code ?? '' });
    const { screen } = opened.look();
    if (screen.name !== 'item') throw new Error(screen.name);
    expect(screen.suspended).toBeDefined();
    expect(screen.nearest.filter(({ kind }) => kind === 'machine')).toEqual([]);
  });
});

describe('a guide', () => {
  test('is printed without rating and without receipt, and the visit goes on', async () => {
    opened = openSession();
    opened.put('wang-guilan');
    await opened.touch({ type: 'chooseItem', code: guided.code }, { type: 'printGuide' });
    expect(opened.look().screen).toMatchObject({ name: 'printing', pages: 2 });
    opened.printed.give({ outcome: 'printed', impressions: 2 });
    await opened.clock.advance(0);
    expect(opened.look().screen).toMatchObject({ name: 'printed', receipt: 'none' });
    await opened.clock.advance(3_000);
    expect(opened.look().screen).toMatchObject({ name: 'takeAway', paper: true, canContinue: true });
    await opened.touch({ type: 'continueVisit' });
    expect(opened.screen()).toBe('home');
    expect(opened.asked).toEqual([`guide ${guided.code}`, 'print guide']);
  });

  test('a printer that fails is tried again with a new print', async () => {
    opened = openSession();
    opened.put('wang-guilan');
    await opened.touch({ type: 'chooseItem', code: guided.code }, { type: 'printGuide' });
    opened.printed.give({ outcome: 'notPrinted', code: 'printer.paperOut' });
    await opened.clock.advance(0);
    expect(opened.look().screen).toMatchObject({ name: 'printFailed', retry: true });
    await opened.touch({ type: 'retry' });
    expect(opened.asked.filter((what) => what.startsWith('guide'))).toHaveLength(2);
  });

  test('that was laid out for nobody any more leaves no transaction open', async () => {
    const laidOut = hand<Result<PreparedGuide, ErrorCode>>();
    opened = openSession({ guide: () => laidOut.promise });
    opened.put('wang-guilan');
    await opened.touch({ type: 'chooseItem', code: guided.code }, { type: 'printGuide' });
    opened.take();
    laidOut.give(ok({ transactionId: 'its own', document: { pdf: new Uint8Array(), pages: 2 } }));
    await opened.clock.advance(0);
    expect(opened.screen()).toBe('cardAway');
    expect(opened.asked).toEqual(['abandon its own']);
  });

  test('is in the language that the person reads', async () => {
    opened = openSession();
    opened.put('wang-guilan');
    await opened.touch({ type: 'setLanguage', language: 'en' }, { type: 'chooseItem', code: guided.code });
    await opened.touch({ type: 'printGuide' });
    expect(opened.asked).toEqual([`guide ${guided.code} in English`, 'print guide']);
  });

  test('is not offered while the printer is away', async () => {
    opened = openSession({}, { printerReady: () => false });
    opened.put('wang-guilan');
    await opened.touch({ type: 'chooseItem', code: guided.code });
    expect(opened.look().screen).toMatchObject({ name: 'item', canPrintGuide: false });
    await opened.touch({ type: 'printGuide' });
    expect(opened.screen()).toBe('item');
  });
});
