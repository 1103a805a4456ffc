import { afterEach, describe, expect, test } from 'vitest';
import { err, ok } from '../../contract/result.ts';
import { VISIT_DELAYS } from './delays.ts';
import { CASE, fakeLocker, lockerCase, type OpenedAtLocker, openAtLocker, toChecking } from './locker-testing.ts';
import { openSession } from './testing.ts';

let opened: OpenedAtLocker;
afterEach(() => opened.session.stop());

const handIn = { type: 'openHandIn' } as const;
const judgedAs = async (answer: Parameters<typeof opened.locker.cases.give>[0]): Promise<void> => {
  await toChecking(opened);
  opened.locker.cases.give(answer);
  await opened.clock.advance(0);
};

describe('which case', () => {
  test('card and scanned slip: what it is for is shown before anything opens', async () => {
    opened = openAtLocker();
    await opened.touch(handIn);
    await opened.scan({ kind: 'caseNumber', caseNumber: CASE });
    expect(opened.look().screen).toMatchObject({ name: 'handIn', typed: CASE, have: { card: false, case: true } });
    opened.put('wang-guilan');
    expect(opened.look().screen).toMatchObject({ name: 'handIn', checking: true });
    opened.locker.cases.give(ok(lockerCase()));
    await opened.clock.advance(0);
    expect(opened.look().screen).toEqual({
      name: 'handInConfirm',
      caseNumber: CASE,
      itemName: { zh: '容缺材料', en: 'Missing papers' },
      maskedHolder: '王**',
      more: false,
    });
    expect(opened.done()).toEqual([`findCase ${CASE} material`]);
  });

  test('the number typed, with a slip of the finger; letters have no effect', async () => {
    opened = openAtLocker();
    opened.put('wang-guilan');
    await opened.touch(handIn);
    await opened.type(CASE.slice(0, 14));
    await opened.touch({ type: 'key', key: 'A' }, { type: 'key', key: 'delete' });
    expect(opened.look().screen).toMatchObject({ typed: CASE.slice(0, 13), have: { card: true, case: false } });
    await opened.type(CASE.slice(13));
    expect(opened.look().screen).toMatchObject({ checking: true });
  });

  test.each(['case.unknown', 'case.closed', 'case.elsewhere', 'core.storeFailed'] as const)(
    '%s is said, and the number can be mended',
    async (code) => {
      opened = openAtLocker();
      await judgedAs(err(code));
      expect(opened.look().screen).toMatchObject({ name: 'handIn', typed: CASE, refused: code, checking: false });
      await opened.touch({ type: 'key', key: 'delete' });
      expect(opened.look().screen).not.toHaveProperty('refused');
      await opened.type('1');
      await opened.touch({ type: 'confirm' });
      // Asked again by itself; nothing that was refused goes on.
      expect(opened.done()).toEqual([`findCase ${CASE} material`, `findCase ${CASE} material`]);
      expect(opened.look().screen).toMatchObject({ name: 'handIn', refused: code });
    },
  );

  test('somebody else’s case, where nobody may act for them', async () => {
    opened = openAtLocker();
    const holder = { cardKind: 'resident', name: '李建国', idNumber: '319999196811059014' };
    await judgedAs(ok(lockerCase({ holder })));
    expect(opened.look().screen).toMatchObject({ name: 'handIn', refused: 'case.notYours' });
  });

  test('somebody else’s case, where an agent may', async () => {
    opened = openAtLocker();
    const holder = { cardKind: 'resident', name: '李建国', idNumber: '319999196811059014' };
    await judgedAs(ok(lockerCase({ holder, agents: true })));
    expect(opened.look().screen).toMatchObject({ name: 'handInConfirm', maskedHolder: '李**' });
  });

  test('the same number under another name is somebody else', async () => {
    opened = openAtLocker();
    await judgedAs(ok(lockerCase({ holder: { ...lockerCase().holder, name: '王桂芳' } })));
    expect(opened.look().screen).toMatchObject({ refused: 'case.notYours' });
  });

  test('without network it goes on, and nothing is claimed about the case', async () => {
    opened = openAtLocker();
    await judgedAs(err('center.unreachable'));
    expect(opened.look().screen).toEqual({
      name: 'handInConfirm',
      caseNumber: CASE,
      maskedHolder: '王**',
      more: false,
    });
    await opened.touch({ type: 'confirm' });
    expect(opened.done()).toContain(`handIn ${CASE} unverified`);
  });

  test('a center that never answers: called off, and it goes on', async () => {
    opened = openAtLocker();
    await toChecking(opened);
    await opened.clock.advance(15_000 + VISIT_DELAYS.FETCH_MARGIN_MS);
    expect(opened.screen()).toBe('handInConfirm');
    expect(opened.done()).toEqual([`findCase ${CASE} material`, 'findCase called off']);
  });

  test('the card taken while the center is asked: called off, and asked again when it is back', async () => {
    opened = openAtLocker();
    await toChecking(opened);
    opened.take();
    expect(opened.screen()).toBe('cardAway');
    opened.put('wang-guilan');
    expect(opened.done()).toEqual([`findCase ${CASE} material`, 'findCase called off', `findCase ${CASE} material`]);
  });

  test('what the scanner sees besides', async () => {
    opened = openAtLocker();
    await opened.touch(handIn);
    await opened.type('3101');
    await opened.scan({ kind: 'pickupCode', digits: '111122223333' });
    expect(opened.look().screen).toMatchObject({ typed: '3101' });
    expect(opened.look().screen).toMatchObject({ name: 'handIn', refused: 'case.malformed', have: { case: false } });
    await opened.scan({ kind: 'suishenCode', content: 'x', issuer: 'suishen' });
    expect(opened.look().screen).toMatchObject({ refused: 'scanner.notOurs' });
    await opened.scan({ kind: 'caseNumber', caseNumber: CASE });
    expect(opened.look().screen).not.toHaveProperty('refused');
  });

  test('no card can be read: it is said, and nobody is left waiting for it', () => {
    const { visits } = fakeLocker({ now: () => 0 });
    const { session, look } = openSession({}, { readerReady: () => false }, visits);
    session.send(handIn);
    expect(look().screen).toMatchObject({ name: 'handIn', refused: 'reader.offline' });
    session.send({ type: 'leave' });
    expect(look().screen.name).toBe('goodbye');
    session.stop();
  });

  test('back from the confirmation: another number, not the same again', async () => {
    opened = openAtLocker();
    await judgedAs(ok(lockerCase()));
    await opened.touch({ type: 'back' });
    expect(opened.look().screen).toMatchObject({ name: 'handIn', typed: '', checking: false });
    await opened.touch({ type: 'back' });
    expect(opened.screen()).toBe('home');
  });
});
