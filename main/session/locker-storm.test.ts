import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { err, ok } from '../../contract/result.ts';
import { VISIT_DELAYS } from './delays.ts';
import { CASE, LI, lockerCase, type OpenedAtLocker, openAtLocker, sign, WANG } from './locker-testing.ts';

type Step = (opened: OpenedAtLocker) => Promise<void> | void;

const touches = [
  'openPickup',
  'openHandIn',
  'openStaff',
  'lookAround',
  'confirm',
  'back',
  'home',
  'retry',
  'leave',
  'continueVisit',
] as const;

/** The last door, if one is under way, does something. */
const door = (act: (last: ReturnType<OpenedAtLocker['locker']['door']>) => void): Step => {
  return ({ locker }) => {
    if (locker.doors.length > 0) act(locker.door());
  };
};

/** Whatever people, cards, doors and time do, in any order. */
const STEPS: Readonly<Record<string, Step>> = {
  ...Object.fromEntries(touches.map((type) => [type, (opened: OpenedAtLocker) => opened.touch({ type })])),
  sign: (opened) => opened.touch(sign),
  wangPuts: (opened) => opened.put(WANG.holder),
  liPuts: (opened) => opened.put(LI.holder),
  badCard: ({ session }) => {
    session.card({ type: 'presented' });
    session.card({ type: 'failed', code: 'card.expired' });
  },
  take: (opened) => opened.take(),
  readerGone: ({ session }) => session.card({ type: 'status', status: { device: 'offline', media: 'unknown' } }),
  wangCode: (opened) => opened.type(WANG.code),
  wrongCode: (opened) => opened.type('000000'),
  clear: (opened) => opened.touch({ type: 'key', key: 'clear' }),
  wangQr: (opened) => opened.scanQr(WANG.qr),
  liQr: (opened) => opened.scanQr(LI.qr),
  /** Somebody who knows what they want. */
  fetches: async (opened) => {
    await opened.touch({ type: 'openPickup' });
    await opened.type(WANG.code);
    await opened.scanQr(WANG.qr);
    await opened.touch(sign);
  },
  handsIn: async (opened) => {
    opened.locker.cases.give(ok(lockerCase()));
    opened.put(WANG.holder);
    await opened.touch({ type: 'openHandIn' });
    await opened.scan({ kind: 'caseNumber', caseNumber: CASE });
    await opened.touch({ type: 'confirm' });
  },
  slip: (opened) => opened.scan({ kind: 'caseNumber', caseNumber: CASE }),
  known: ({ locker }) => locker.cases.give(ok(lockerCase())),
  unreachable: ({ locker }) => locker.cases.give(err('center.unreachable')),
  opens: door((last) => last.stage({ stage: 'open', urge: 'none' })),
  taken: door((last) => last.end({ end: 'closed', item: 'notPresent' })),
  stillInside: door((last) => last.end({ end: 'closed', item: 'present' })),
  unseen: door((last) => last.end({ end: 'closed', item: 'unknown' })),
  leftOpen: door((last) => last.end({ end: 'leftOpen' })),
  stuck: door((last) => last.end({ end: 'notOpened', code: 'locker.notOpened' })),
  unknown: door((last) => last.end({ end: 'unknown', code: 'locker.doorUnknown' })),
  busy: ({ locker }) => locker.refuse('locker.cellBusy'),
  free: ({ locker }) => locker.refuse(undefined),
  staffLeft: ({ session }) => session.staffLeft(),
  second: ({ clock }) => clock.advance(1_000),
  minute: ({ clock }) => clock.advance(60_000),
};

/** What a door may open after: nothing else that happens opens one. */
const OPENING = ['sign', 'confirm', 'retry', 'fetches', 'handsIn'];

/** Longer than any state waits for anything. */
const FOR_EVER_MS = VISIT_DELAYS.DOOR_LIMIT_MS + 2 * VISIT_DELAYS.TROUBLE_LIMIT_MS;

const names = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...Object.keys(STEPS)) },
    { weight: 1, arbitrary: fc.constantFrom('fetches', 'handsIn', 'home', 'take', 'stillInside', 'unseen', 'retry') },
  ),
  { maxLength: 60 },
);

test('in any order: each screen is one of the contract, each grant is given back once, and the machine is free in the end', async () => {
  await fc.assert(
    fc.asyncProperty(names, async (steps) => {
      const opened = openAtLocker();
      try {
        for (const step of steps) {
          const open = opened.locker.doors.length;
          await STEPS[step]?.(opened);
          await opened.clock.advance(0);
          // Looking holds the screen against its schema, and a state that lacks what it needs throws here.
          opened.look();
          if (opened.locker.doors.length > open) expect(OPENING).toContain(step);
        }
        opened.take();
        opened.session.staffLeft();
        await opened.clock.advance(FOR_EVER_MS);
        opened.take();
        await opened.clock.advance(VISIT_DELAYS.CARD_TROUBLE_LINGER_MS + VISIT_DELAYS.GOODBYE_SHOW_MS);
        expect(opened.look()).toMatchObject({ visitor: null, screen: { name: 'attract' } });
        const forgotten = opened.done().filter((what) => what.startsWith('forget'));
        expect(forgotten).toEqual(Array.from({ length: opened.locker.grants() }, (_, at) => `forget grant ${at + 1}`));
      } finally {
        opened.session.stop();
      }
    }),
    { numRuns: 150 },
  );
}, 120_000);
