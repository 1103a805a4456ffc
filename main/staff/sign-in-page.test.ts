import { expect, test, vi } from 'vitest';
import { ManualClock } from '../../native/manual-clock.ts';
import { recordingLog, temporaryStore } from '../store/test-store.ts';
import { createRoster } from './roster.ts';
import { createCheckSignIn } from './sign-in/check-sign-in.ts';
import { createTries } from './sign-in/tries.ts';
import { type DeskRig, rigOver } from './testing/desk-rig.ts';
import { type FakeLocker, fakeLocker } from './testing/fake-locker.ts';
import { cardOf, member, writeRoster } from './testing/people.ts';

const CARD = '310104198802031226';

/** The desk with a real list of staff: 1001, and the administrator 9001 with a card. */
async function machine(): Promise<DeskRig<FakeLocker>> {
  const { log } = recordingLog();
  const { store, sealer, directory } = temporaryStore();
  writeRoster(
    directory,
    await Promise.all([
      member('1001', '472913'),
      member('9001', '694428', { role: 'administrator', card: CARD, sealer }),
    ]),
  );
  const tries = createTries({ db: store.db, log, clock: new ManualClock() });
  const checkSignIn = createCheckSignIn({ roster: createRoster(directory, log), tries, log });
  const rig = rigOver({ locker: fakeLocker(), checkSignIn, fingerprint: (number) => sealer.fingerprint(number) });
  rig.desk.send({ type: 'open' });
  return rig;
}

/** Types a PIN and waits until it was judged. */
async function pin(rig: DeskRig<FakeLocker>, digits: string): Promise<void> {
  for (let index = 0; index < digits.length; index++) {
    expect(rig.screen('signIn')).toMatchObject({ step: 'pin', pinLength: index });
    rig.desk.send({ type: 'key', key: key(digits.charAt(index)) });
  }
  const before = rig.desk.snapshot().sequence;
  rig.desk.send({ type: 'key', key: 'enter' });
  await vi.waitFor(() => expect(rig.desk.snapshot().sequence).toBeGreaterThan(before + 1), { timeout: 10_000 });
}

const KEYS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const key = (digit: string): (typeof KEYS)[number] => KEYS[Number(digit)] ?? '0';

test('number, PIN, and the jobs; the PIN is in no snapshot', async () => {
  const rig = await machine();
  const shown: string[] = [];
  rig.desk.subscribe((snapshot) => void shown.push(JSON.stringify(snapshot)));
  rig.type('1001');
  expect(rig.screen('signIn')).toMatchObject({ step: 'pin', number: '1001', byCard: false });
  await pin(rig, '472913');
  expect(rig.screen('jobs').staff).toEqual({ number: '1001', name: '员工1001', role: 'staff' });
  expect(shown.join('')).not.toContain('472913');
});

test('too short a number is no number yet', async () => {
  const rig = await machine();
  rig.type('100');
  expect(rig.screen('signIn')).toMatchObject({ step: 'who', typed: '100' });
});

test('a card that is nobody’s looks like any other until the PIN was judged', async () => {
  const rig = await machine();
  expect(rig.desk.card(cardOf('310104199912319999'))).toBe(true);
  const foreign = rig.screen('signIn');
  rig.desk.send({ type: 'back' });
  rig.desk.card(cardOf(CARD));
  expect(rig.screen('signIn')).toEqual(foreign);
});

test('administrator without card: asked for it, then card and PIN', async () => {
  const rig = await machine();
  rig.type('9001');
  await pin(rig, '694428');
  expect(rig.screen('signIn')).toMatchObject({ step: 'pin', number: '9001', refused: 'staff.needsCard', pinLength: 0 });
  rig.desk.card(cardOf(CARD));
  await pin(rig, '694428');
  expect(rig.screen('jobs').staff.role).toBe('administrator');
});

test('a card that cannot be read is told, and forgotten with the next key', async () => {
  const rig = await machine();
  rig.desk.cardFailed('card.unreadable');
  expect(rig.screen('signIn')).toMatchObject({ step: 'who', refused: 'card.unreadable' });
  rig.desk.send({ type: 'key', key: '1' });
  expect(rig.screen('signIn').refused).toBeUndefined();
});

test('an unreadable card left on the reader keeps no sign-in open', async () => {
  const rig = await machine();
  for (let second = 0; second <= 141; second++) {
    rig.desk.cardFailed('card.unreadable');
    await rig.clock.advance(1_000);
  }
  rig.screen('closed');
});

test('locked out: the page counts the seconds down and then asks again', async () => {
  const rig = await machine();
  for (let tries = 1; tries <= 5; tries++) {
    rig.type('1001');
    await pin(rig, '0000');
  }
  expect(rig.screen('signIn')).toMatchObject({ step: 'who', refused: 'staff.locked', lockedSeconds: 900 });
  await rig.clock.advance(61_000);
  expect(rig.screen('signIn').lockedSeconds).toBe(839);
  for (let minutes = 1; minutes <= 14; minutes++) {
    rig.desk.send({ type: 'stillHere' });
    await rig.clock.advance(60_000);
  }
  expect(rig.screen('signIn').refused).toBeUndefined();
});
