import { chmodSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ManualClock } from '../../native/manual-clock.ts';
import { recordingLog, temporaryStore } from '../store/test-store.ts';
import { createRoster } from './roster.ts';
import { rosterPath } from './roster-file.ts';
import { type CheckSignIn, createCheckSignIn, type SignInProof } from './sign-in/check-sign-in.ts';
import { createTries } from './sign-in/tries.ts';
import { isPinOfTest, member, writeRoster } from './testing/people.ts';

const ADMINISTRATOR_CARD = '310104198802031226';
const CLERK_CARD = '310104199003034444';

/** 1001 with a PIN, 1002 with a card as well, 9001 an administrator, 1009 who left. */
async function machine({ isHashed = false } = {}) {
  const { log, entries } = recordingLog();
  const { store, sealer, directory } = temporaryStore();
  const people = await Promise.all([
    member('1001', '472913'),
    member('1002', '580617', { card: CLERK_CARD, sealer }),
    member('9001', '694428', { role: 'administrator', card: ADMINISTRATOR_CARD, sealer }),
    member('1009', '111222', { active: false }),
  ]);
  writeRoster(directory, people);
  const clock = new ManualClock();
  const roster = createRoster(directory, log);
  const boot = (at: ManualClock): CheckSignIn =>
    createCheckSignIn({
      roster,
      tries: createTries({ db: store.db, log, clock: at }),
      log,
      ...(!isHashed && { isPin: isPinOfTest }),
    });
  const checkSignIn = boot(clock);
  const card = (idNumber: string): string => sealer.fingerprint(idNumber).toString('hex');
  return { checkSignIn, boot, clock, entries, directory, people, card, db: store.db };
}

/** The member's number, or why not. */
async function attempt(check: CheckSignIn, proof: SignInProof): Promise<string> {
  const answer = await check(proof);
  return answer.ok ? answer.value.number : answer.error.code;
}

test('number and PIN, or card and PIN', async () => {
  const { checkSignIn, card, entries } = await machine({ isHashed: true });
  expect(await attempt(checkSignIn, { number: '1001', pin: '472913' })).toBe('1001');
  expect(await attempt(checkSignIn, { card: card(CLERK_CARD), pin: '580617' })).toBe('1002');
  expect(entries.filter(({ id }) => id === 'staff-signed-in').map(({ fields }) => fields)).toEqual([
    { role: 'staff', byCard: false },
    { role: 'staff', byCard: true },
  ]);
});

test('wrong number, wrong card, wrong PIN, and who left are one answer', async () => {
  const { checkSignIn, card } = await machine({ isHashed: true });
  const wrong: SignInProof[] = [
    { number: '1001', pin: '472914' },
    { number: '4444', pin: '472913' },
    { card: card('310104199912319999'), pin: '472913' },
    { number: '1009', pin: '111222' },
  ];
  for (const proof of wrong) expect(await attempt(checkSignIn, proof)).toBe('staff.wrong');
});

test('a number and the card of somebody else are nobody', async () => {
  const { checkSignIn, card } = await machine();
  expect(await attempt(checkSignIn, { number: '1001', card: card(CLERK_CARD), pin: '472913' })).toBe('staff.wrong');
  expect(await attempt(checkSignIn, { number: '1001', card: card(CLERK_CARD), pin: '580617' })).toBe('staff.wrong');
});

test('an administrator without card is asked for it, but only who knows the PIN', async () => {
  const { checkSignIn, card } = await machine({ isHashed: true });
  expect(await attempt(checkSignIn, { number: '9001', pin: '000000' })).toBe('staff.wrong');
  expect(await attempt(checkSignIn, { number: '9001', pin: '694428' })).toBe('staff.needsCard');
  const both = { number: '9001', card: card(ADMINISTRATOR_CARD), pin: '694428' };
  expect(await attempt(checkSignIn, both)).toBe('9001');
});

test('locked out after five wrong in a row, also with the right PIN, also after a restart, for fifteen minutes', async () => {
  const { checkSignIn, boot, clock } = await machine();
  for (let tries = 1; tries <= 4; tries++) {
    expect(await attempt(checkSignIn, { number: '1001', pin: '000000' })).toBe('staff.wrong');
  }
  expect(await checkSignIn({ number: '1001', pin: '000000' })).toEqual({
    ok: false,
    error: { code: 'staff.locked', lockedMs: 900_000 },
  });
  await clock.advance(60_000);
  const restarted = boot(clock);
  expect(await restarted({ number: '1001', pin: '472913' })).toEqual({
    ok: false,
    error: { code: 'staff.locked', lockedMs: 840_000 },
  });
  expect(await attempt(restarted, { number: '1002', pin: '580617' })).toBe('1002');
  await clock.advance(840_000);
  expect(await attempt(restarted, { number: '1001', pin: '472913' })).toBe('1001');
});

test('a right one in between begins the count anew', async () => {
  const { checkSignIn } = await machine();
  for (const pin of ['1111', '1111', '1111', '1111', '472913', '1111', '1111', '1111', '1111']) {
    const answer = await attempt(checkSignIn, { number: '1001', pin });
    expect(answer).toBe(pin === '1111' ? 'staff.wrong' : '1001');
  }
});

test('numbers that nobody has are counted together, and lock nobody else', async () => {
  const { checkSignIn } = await machine();
  for (const number of ['2000', '2001', '2002', '2003']) await attempt(checkSignIn, { number, pin: '1234' });
  expect(await attempt(checkSignIn, { number: '2004', pin: '1234' })).toBe('staff.locked');
  expect(await attempt(checkSignIn, { number: '2005', pin: '1234' })).toBe('staff.locked');
  expect(await attempt(checkSignIn, { number: '1001', pin: '472913' })).toBe('1001');
});

test('a lock-out is cleared through the list, without a restart; what is tried afterwards counts', async () => {
  const { checkSignIn, clock, directory, people } = await machine();
  for (let tries = 1; tries <= 5; tries++) await attempt(checkSignIn, { number: '1001', pin: '0000' });
  await clock.advance(1_000);
  const clearedAt = clock.date().toISOString();
  writeRoster(
    directory,
    people.map((each) => (each.number === '1001' ? { ...each, clearedAt } : each)),
  );
  await clock.advance(1_000);
  for (let tries = 1; tries <= 4; tries++) {
    expect(await attempt(checkSignIn, { number: '1001', pin: '0000' })).toBe('staff.wrong');
  }
  expect(await attempt(checkSignIn, { number: '1001', pin: '0000' })).toBe('staff.locked');
});

test('a clock that was set back locks nobody for longer than a lock lasts', async () => {
  const { boot } = await machine();
  const late = boot(new ManualClock());
  for (let tries = 1; tries <= 5; tries++) await attempt(late, { number: '1001', pin: '0000' });
  const early = new ManualClock(new Date('2020-01-01T00:00:00Z'));
  const answer = await boot(early)({
    number: '1001',
    pin: '472913',
  });
  expect(answer).toEqual({ ok: false, error: { code: 'staff.locked', lockedMs: 900_000 } });
});

test('a clock that was set back after somebody was let in: their wrong tries are counted all the same', async () => {
  const { checkSignIn, clock, directory, people } = await machine();
  const clearedAt = new Date(clock.date().getTime() + 365 * 24 * 60 * 60_000).toISOString();
  writeRoster(
    directory,
    people.map((each) => ({ ...each, clearedAt })),
    clearedAt,
  );
  for (const number of ['1001', '4444']) {
    for (let tries = 1; tries <= 4; tries++) {
      expect(await attempt(checkSignIn, { number, pin: '0000' })).toBe('staff.wrong');
    }
    expect(await attempt(checkSignIn, { number, pin: '0000' })).toBe('staff.locked');
  }
});

test.each([
  ['cut off', (path: string) => writeFileSync(path, '{"version":1,"people":[{"num'), 'damaged'],
  ['of another shape', (path: string) => writeFileSync(path, '{"version":1,"people":[],"pin":"1234"}'), 'damaged'],
  ['open to others', (path: string) => chmodSync(path, 0o644), 'openToOthers'],
] as const)('roster damaged (%s): nobody signs in, and the log says why', async (_, damage, reason) => {
  const { checkSignIn, directory, people, entries } = await machine();
  damage(rosterPath(directory));
  expect(await attempt(checkSignIn, { number: '1001', pin: '472913' })).toBe('staff.wrong');
  expect(entries).toContainEqual({ id: 'staff-roster-refused', fields: { reason } });
  writeRoster(directory, people);
  expect(await attempt(checkSignIn, { number: '1001', pin: '472913' })).toBe('1001');
});

test('a machine without a list lets nobody in', async () => {
  const { log, entries } = recordingLog();
  const { store, directory } = temporaryStore();
  const tries = createTries({ db: store.db, log, clock: new ManualClock() });
  const check = createCheckSignIn({ roster: createRoster(directory, log), tries, log });
  for (const pin of ['0000', '1234', '123456'])
    expect(await attempt(check, { number: '1001', pin })).toBe('staff.wrong');
  expect(entries[0]).toEqual({ id: 'staff-roster-refused', fields: { reason: 'missing' } });
});

test('a disk that refuses to count lets nobody try', async () => {
  const { checkSignIn, db } = await machine();
  db.pragma('query_only = ON');
  expect(await attempt(checkSignIn, { number: '1001', pin: '472913' })).toBe('core.storeFailed');
});
