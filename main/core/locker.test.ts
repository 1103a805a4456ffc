import { expect, onTestFinished, test, vi } from 'vitest';
import { kioskConfigSchema } from '../../contract/config.ts';
import { encodePickupCode } from '../../contract/pickup-code.ts';
import { err } from '../../contract/result.ts';
import type { StaffScreen } from '../../contract/staff.ts';
import { staffEventSchema } from '../../contract/staff-event.ts';
import { ManualClock } from '../../native/manual-clock.ts';
import { createFakeLockboard } from '../locker/testing/fake-lockboard.ts';
import { openSession, person } from '../session/testing.ts';
import { member, writeRoster } from '../staff/testing/people.ts';
import { temporaryStore } from '../store/test-store.ts';
import { openLocker } from './locker.ts';

const CELLS = 4;
const CASE = '310120202600002';

/** A machine with a second screen behind it: the visit at the front, the staff's desk, and what is between them. */
async function machine() {
  const { store, sealer, directory } = temporaryStore();
  const card = sealer.fingerprint(person('chen-xiaoyu').card.idNumber).toString('hex');
  writeRoster(directory, [{ ...(await member('1001', '472913')), card }]);
  const triggered: boolean[] = [];
  const clock = new ManualClock();
  const log = (): void => undefined;
  const transport = { kind: 'serial', path: '/dev/null' };
  const opened = openLocker({
    config: kioskConfigSchema.parse({
      kiosk: { id: '310120-0042', site: '关港村党群服务站', division: '310120' },
      center: { url: 'http://127.0.0.1:9' },
      devices: { locker: { driver: 'cu16', transport, boards: [{ address: 1, cells: CELLS }] } },
    }),
    dataDir: directory,
    devices: {
      locker: createFakeLockboard(CELLS, true),
      scanner: {
        async trigger(on) {
          triggered.push(on);
          return err('scanner.offline');
        },
      },
      receipts: undefined,
      ready: () => true,
    },
    records: {
      store: { db: store.db, sealer, followsLost: false },
      queued: () => undefined,
      onAcknowledged: () => undefined,
    },
    center: { get: async () => err('center.unreachable'), reachable: () => false },
    clock,
    log,
  });
  if (!opened) throw new Error('a machine without a locker');
  const front = openSession({}, {}, opened.visits);
  onTestFinished(async () => {
    front.session.stop();
    await opened.stop();
  });
  opened.start(front.session);
  await clock.advance(0);
  const { staff } = opened;
  const put = (id: string): void => {
    opened.card({ type: 'presented' });
    opened.card({ type: 'read', card: person(id).card });
  };
  const press = (keys: string): void => {
    for (const key of [...keys, 'enter']) staff.send(staffEventSchema.parse({ type: 'key', key }));
  };
  return {
    front,
    staff,
    put,
    take: () => opened.card({ type: 'removed' }),
    scan: (text: string) => opened.scan({ type: 'scanned', text }),
    triggered,
    staffScreen: () => staff.snapshot().screen,
    /** The list is read from the disk. */
    staffIs: (holds: () => boolean) => vi.waitFor(() => expect(holds()).toBe(true), { timeout: 5_000 }),
    /** At the second screen; the front knows nothing of it. */
    async signIn() {
      staff.send({ type: 'open' });
      press('1001');
      const { promise, resolve } = Promise.withResolvers<void>();
      const stop = staff.subscribe(({ screen }) => screen.name === 'jobs' && resolve());
      press('472913');
      await promise;
      stop();
    },
  };
}

const byCard = (screen: StaffScreen): boolean => screen.name === 'signIn' && screen.byCard;

test('a card goes to whoever has a visit, also while a sign-in waits for one', async () => {
  const { front, staff, put, staffScreen } = await machine();
  await front.touch({ type: 'openPickup' });
  staff.send({ type: 'open' });
  put('wang-guilan');
  expect(front.look().screen).toMatchObject({ name: 'pickup', have: { card: true } });
  expect(staffScreen()).toMatchObject({ name: 'signIn', step: 'who', byCard: false });
});

test('a card of the staff begins no visit while a sign-in waits for one', async () => {
  const { front, staff, put, take, staffScreen, staffIs } = await machine();
  staff.send({ type: 'open' });
  put('chen-xiaoyu');
  await staffIs(() => staffScreen().name === 'signIn' && front.screen() === 'attract' && byCard(staffScreen()));
  expect(front.look()).toMatchObject({ visitor: null, screen: { name: 'attract' } });
  take();
  staff.send({ type: 'signOut' });
  put('chen-xiaoyu');
  expect(front.look().visitor).not.toBeNull();
});

test('a resident comes to the front while somebody signs in behind: the card is theirs, and no PIN is asked for', async () => {
  const { front, staff, put, staffScreen, staffIs } = await machine();
  staff.send({ type: 'open' });
  put('wang-guilan');
  await staffIs(() => front.look().visitor !== null);
  expect(front.screen()).toBe('home');
  expect(staffScreen()).toMatchObject({ name: 'signIn', step: 'who', byCard: false });
});

test('a card that was taken away before the list was read is nobody’s', async () => {
  const { front, staff, put, take, staffScreen, staffIs } = await machine();
  staff.send({ type: 'open' });
  put('wang-guilan');
  take();
  put('chen-xiaoyu');
  await staffIs(() => byCard(staffScreen()));
  expect(front.look().visitor).toBeNull();
});

test('two people and one scanner: each gets what they scanned, and neither turns it off for the other', async () => {
  const { front, staff, signIn, scan, staffScreen, triggered } = await machine();
  await signIn();
  staff.send({ type: 'openPutIn' });
  scan(encodePickupCode('111122223333'));
  expect(front.look().screen).toMatchObject({ name: 'pickup', have: { qr: true } });
  scan(CASE);
  expect(front.look().screen).not.toHaveProperty('refused');
  expect(staffScreen()).toMatchObject({ name: 'putIn', stage: 'checking' });
  await front.touch({ type: 'leave' });
  expect(triggered).toEqual([true]);
});

test('whoever asks for the staff’s page does not walk into what a colleague does at the second screen', async () => {
  const { front, staff, signIn, staffScreen } = await machine();
  await signIn();
  await front.touch({ type: 'openStaff' });
  expect(front.screen()).toBe('attract');
  staff.send({ type: 'signOut' });
  await front.touch({ type: 'openStaff' });
  expect(front.screen()).toBe('staff');
  expect(staffScreen()).toMatchObject({ name: 'signIn', step: 'who' });
  staff.send({ type: 'back' });
  expect(front.screen()).toBe('attract');
});
