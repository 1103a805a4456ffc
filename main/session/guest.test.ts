import { afterEach, expect, test } from 'vitest';
import { isSelfService } from '../../contract/catalogue/item.ts';
import type { DeviceHealth } from '../../contract/device-health.ts';
import { ok } from '../../contract/result.ts';
import { catalogue, ONLINE_READER, type OpenedSession, openSession, person, RECORD } from './testing.ts';

let opened: OpenedSession;
afterEach(() => opened.session.stop());

const CODE = catalogue.popular()[0]?.code ?? '';
const open = catalogue.items.find(
  (item) => isSelfService(item) && item.machine.identity === 'none' && item.machine.form.length === 0,
);
if (!open) throw new Error('no public item without a form');

const look = { type: 'lookAround' } as const;

test('somebody without a card looks around, and nobody is greeted', async () => {
  opened = openSession();
  await opened.touch(look);
  expect(opened.look()).toMatchObject({ visitor: null, screen: { name: 'home' } });
  await opened.touch({ type: 'openSearch' });
  expect(opened.screen()).toBe('search');
});

test('an item about a person asks for the card, and goes on when it lies there', async () => {
  opened = openSession();
  await opened.touch(look, { type: 'chooseItem', code: CODE });
  expect(opened.look().screen).toMatchObject({ name: 'identify', item: { code: CODE } });
  opened.session.card({ type: 'presented' });
  expect(opened.screen()).toBe('reading');
  opened.session.card({ type: 'read', card: person('wang-guilan').card });
  expect(opened.look()).toMatchObject({ visitor: { maskedName: '王**' }, screen: { name: 'confirm' } });
  opened.take();
  expect(opened.screen()).toBe('cardAway');
});

test('a card that cannot be read is told where the person is, and can be put again', async () => {
  opened = openSession();
  await opened.touch(look, { type: 'chooseItem', code: CODE });
  opened.session.card({ type: 'presented' });
  opened.session.card({ type: 'failed', code: 'card.unreadable' });
  expect(opened.look().screen).toMatchObject({ name: 'cardTrouble', code: 'card.unreadable' });
  opened.take();
  expect(opened.screen()).toBe('identify');
  await opened.touch({ type: 'back' });
  expect(opened.screen()).toBe('home');
});

test('a card put while looking around makes it that person’s visit, where they are', async () => {
  opened = openSession();
  await opened.touch(look, { type: 'openSearch' }, { type: 'key', key: 'y' });
  opened.put('wang-guilan');
  expect(opened.look()).toMatchObject({
    visitor: { maskedName: '王**' },
    screen: { name: 'search', text: 'y' },
  });
});

test('a card put while public information is on its way makes it that person’s visit', async () => {
  opened = openSession();
  await opened.touch(look, { type: 'chooseItem', code: open.code }, { type: 'confirm' });
  opened.put('wang-guilan');
  opened.fetched.give(ok(RECORD));
  await opened.clock.advance(0);
  await opened.touch({ type: 'home' }, { type: 'chooseItem', code: CODE });
  expect(opened.look()).toMatchObject({ visitor: { maskedName: '王**' }, screen: { name: 'confirm' } });
});

test('a card that could not be used is still told of when an item needs it', async () => {
  opened = openSession();
  await opened.touch(look);
  opened.session.card({ type: 'presented' });
  opened.session.card({ type: 'failed', code: 'card.expired' });
  expect(opened.screen()).toBe('home');
  await opened.touch({ type: 'chooseItem', code: CODE });
  expect(opened.look().screen).toMatchObject({ name: 'cardTrouble', code: 'card.expired' });
});

test('a card that lay there before, and will not be read again, has to be taken off and put', async () => {
  opened = openSession();
  await opened.touch(look);
  opened.session.card({ type: 'status', status: { device: 'online', media: 'present' } });
  await opened.touch({ type: 'chooseItem', code: CODE });
  expect(opened.look().screen).toMatchObject({ name: 'cardTrouble', code: 'card.unreadable' });
  opened.take();
  expect(opened.screen()).toBe('identify');
  opened.put('wang-guilan');
  expect(opened.screen()).toBe('confirm');
});

test('an item whose paper is still on its way is not begun again by putting the card late', async () => {
  opened = openSession({ earlier: () => ({ itemCode: CODE, outcome: 'printing' }) });
  await opened.touch(look, { type: 'chooseItem', code: CODE });
  opened.put('wang-guilan');
  expect(opened.look().screen).toMatchObject({
    name: 'item',
    canStart: false,
    item: { code: CODE, unavailable: 'stillPrinting' },
  });
});

test('public information needs no card: asked for in nobody’s name', async () => {
  let asked: unknown = 'nothing';
  opened = openSession({
    fetch: async (_item, card) => {
      asked = card;
      return ok(RECORD);
    },
  });
  await opened.touch(look, { type: 'chooseItem', code: open.code });
  expect(opened.look().screen).toMatchObject({ name: 'confirm' });
  expect(opened.look().screen).not.toHaveProperty('holder');
  await opened.touch({ type: 'confirm' });
  await opened.clock.advance(0);
  expect(opened.screen()).toBe('record');
  expect(asked).toBeNull();
});

test('public information is nobody’s business even when a card lies there', async () => {
  let asked: unknown = 'nothing';
  opened = openSession({
    fetch: async (_item, card) => {
      asked = card;
      return ok(RECORD);
    },
  });
  opened.put('wang-guilan');
  await opened.touch({ type: 'chooseItem', code: open.code }, { type: 'confirm' });
  await opened.clock.advance(0);
  expect(asked).toBeNull();
});

test('who walks away is forgotten after the warning', async () => {
  opened = openSession();
  await opened.touch(look, { type: 'openSearch' });
  await opened.clock.advance(60_000);
  expect(opened.look().idle).not.toBeNull();
  await opened.clock.advance(20_000);
  expect(opened.screen()).toBe('goodbye');
  await opened.clock.advance(4_000);
  expect(opened.screen()).toBe('attract');
});

test('leaving without a card asks for none to be taken', async () => {
  opened = openSession();
  await opened.touch(look, { type: 'leave' });
  expect(opened.screen()).toBe('goodbye');
});

test('looking around works while the card reader is away', async () => {
  opened = openSession({}, { readerReady: () => false });
  expect(opened.screen()).toBe('outOfService');
  await opened.touch(look);
  expect(opened.screen()).toBe('home');
  // Nobody is asked for a card that cannot be read; what needs none is begun.
  await opened.touch({ type: 'chooseItem', code: CODE });
  expect(opened.look().screen).toMatchObject({ name: 'item', canStart: false });
  await opened.touch({ type: 'chooseItem', code: open.code });
  expect(opened.screen()).toBe('confirm');
});

test('the technician’s page shows the devices as they are now, not as they were when it was opened', async () => {
  let exchanges = 1;
  const health = (): DeviceHealth => ({ ...ONLINE_READER, metrics: { ...ONLINE_READER.metrics, exchanges } });
  opened = openSession({}, { deviceHealth: () => [health()] });
  await opened.touch({ type: 'openTechnician' });
  let sent = 0;
  opened.session.subscribe(() => sent++);
  exchanges = 2;
  await opened.clock.advance(1_000);
  expect(sent).toBe(1);
  expect(opened.look().screen).toMatchObject({ name: 'technician', devices: [{ metrics: { exchanges: 2 } }] });
});

test('the technician’s page comes and goes, and a card comes first', async () => {
  opened = openSession();
  await opened.touch({ type: 'openTechnician' });
  expect(opened.look().screen).toMatchObject({ name: 'technician', devices: [{ device: 'idCard', state: 'online' }] });
  await opened.touch({ type: 'back' });
  expect(opened.screen()).toBe('attract');
  await opened.touch({ type: 'openTechnician' });
  opened.session.card({ type: 'presented' });
  expect(opened.screen()).toBe('reading');
});
