import { afterEach, expect, test } from 'vitest';
import { VISIT_DELAYS } from './delays.ts';
import { type OpenedAtLocker, openAtLocker, toOpenDoor, WANG } from './locker-testing.ts';
import { person } from './testing.ts';

let opened: OpenedAtLocker;
afterEach(() => opened.session.stop());

const staff = { type: 'openStaff' } as const;

test('staff at work: cards, scans and touches of the resident’s page have no effect, and no clock ends it', async () => {
  opened = openAtLocker();
  await opened.touch(staff);
  expect(opened.screen()).toBe('staff');
  opened.put('wang-guilan');
  opened.take();
  await opened.scanQr(WANG.qr);
  await opened.touch({ type: 'home' }, { type: 'leave' }, { type: 'lookAround' }, { type: 'openPickup' }, staff);
  await opened.clock.advance(3_600_000);
  expect(opened.look()).toMatchObject({ visitor: null, idle: null, screen: { name: 'staff' } });
  expect(opened.done()).toEqual([]);
  opened.session.staffLeft();
  expect(opened.screen()).toBe('attract');
});

test('a card that staff left on the reader is asked for, and begins no visit', async () => {
  opened = openAtLocker();
  await opened.touch({ type: 'openTechnician' }, staff);
  opened.session.card({ type: 'presented' });
  opened.session.card({ type: 'read', card: person('li-jianguo').card });
  opened.session.staffLeft();
  expect(opened.look()).toMatchObject({ visitor: null, screen: { name: 'takeAway', card: true } });
  opened.take();
  expect(opened.screen()).toBe('attract');
});

test('staff begin at a calm machine only, and leaving means nothing elsewhere', async () => {
  opened = openAtLocker();
  await opened.touch({ type: 'lookAround' }, staff);
  expect(opened.screen()).toBe('home');
  opened.session.staffLeft();
  expect(opened.screen()).toBe('home');
});

test('who may have what is put on the reader: nobody’s visit, or somebody’s', async () => {
  opened = openAtLocker();
  const free = () => opened.session.isFree();
  expect(free()).toBe(true);
  await opened.touch({ type: 'setLanguage', language: 'en' });
  expect(free()).toBe(true);
  await opened.touch({ type: 'openTechnician' });
  expect(free()).toBe(true);
  await opened.touch(staff);
  expect(free()).toBe(true);
  opened.session.staffLeft();
  await toOpenDoor(opened);
  expect(free()).toBe(false);
  await opened.lastDoor.end({ end: 'closed', item: 'notPresent' });
  opened.take();
  await opened.clock.advance(VISIT_DELAYS.LOCKER_END_SHOW_MS);
  expect(opened.screen()).toBe('goodbye');
  expect(free()).toBe(false);
  await opened.clock.advance(VISIT_DELAYS.GOODBYE_SHOW_MS);
  expect(free()).toBe(true);
});

test('the home page says what waits for whoever is here, and the locker’s state as it changes', async () => {
  opened = openAtLocker();
  const seen: unknown[] = [];
  opened.session.subscribe(({ screen }) => {
    if (screen.name === 'home' || screen.name === 'attract') seen.push(screen.locker);
  });
  opened.put(WANG.holder);
  opened.locker.be('offline');
  opened.session.lockerChanged();
  opened.session.lockerChanged();
  await opened.touch({ type: 'leave' });
  opened.take();
  await opened.clock.advance(10_000);
  expect(seen).toEqual([{ state: 'ready', waiting: 1 }, { state: 'closed', waiting: 1 }, 'closed']);
});
