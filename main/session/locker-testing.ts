import type { ErrorCode } from '../../contract/errors.ts';
import type { IdentityCard } from '../../contract/identity-card.ts';
import type { LockerCase } from '../../contract/locker.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Scanned } from '../../contract/scanned.ts';
import type { ActRefusal, DoorAct, DoorEnd, DoorStage, PickupGrant, Proofs } from '../locker/locker.ts';
import type { LockerVisits } from './locker-visits.ts';
import { hand, openSession, person } from './testing.ts';
import type { VisitWork } from './visit-work.ts';

/** What lies in the locker of these tests: 王桂兰's residence permit, which an agent may fetch, and 李建国's, which none may. */
const PARCELS = [
  { id: 'parcel-wang', holder: 'wang-guilan', code: '204816', qr: '111122223333', agents: true, cell: 7 },
  { id: 'parcel-li', holder: 'li-jianguo', code: '901355', qr: '444455556666', agents: false, cell: 9 },
] as const;
export const [WANG, LI] = PARCELS;

export const SIGNATURE = [[100, 100, 200, 220, 300, 180]];
export const CASE = '310120202600101';
const LOCKED_MS = 600_000;
const WRONG_CODES = 5;

/** The case that the center knows: 王桂兰's, unless said otherwise. */
export const lockerCase = (change: Partial<LockerCase> = {}): LockerCase => ({
  caseNumber: CASE,
  direction: 'material',
  itemName: { zh: '容缺材料', en: 'Missing papers' },
  holder: { cardKind: 'resident', name: '王桂兰', idNumber: person('wang-guilan').card.idNumber },
  maskedMobile: '138****1234',
  agents: false,
  size: 'medium',
  ...change,
});

/** A locker that judges proofs as the real one does, and whose doors the test moves. All that is done to it is noted. */
export function fakeLocker(clock: { now(): number }) {
  const asked: string[] = [];
  const doors: { stage: (stage: DoorStage) => void; end: (end: DoorEnd) => void }[] = [];
  const cases = hand<Result<LockerCase, ErrorCode>>();
  let readiness: 'ready' | 'starting' | 'offline' = 'ready';
  let refusal: ActRefusal | undefined;
  let wrong = 0;
  let lockedUntil = 0;
  let grants = 0;
  let slip: ReturnType<LockerVisits['slip']> = Promise.resolve(ok(undefined));

  const act = (cell: number, parcelId: string): Result<DoorAct, ActRefusal> => {
    if (refusal) return err(refusal);
    return ok({
      actId: `act ${doors.length}`,
      cell,
      parcelId,
      go: (onStage) => {
        const ended = hand<DoorEnd>();
        doors.push({ stage: onStage, end: ended.give });
        onStage({ stage: 'opening', urge: 'none' });
        return ended.promise;
      },
    });
  };
  const holds = (card: IdentityCard | undefined) =>
    PARCELS.find(({ holder }) => person(holder).card.idNumber === card?.idNumber);
  const grant = (parcel: (typeof PARCELS)[number], by: PickupGrant['by']) => {
    grants++;
    return ok({
      grantId: `grant ${grants}`,
      parcelId: parcel.id,
      cell: parcel.cell,
      itemName: { zh: '居住证', en: 'Residence permit' },
      caseNumber: '310120202600001',
      maskedHolder: '王**',
      by,
    });
  };
  const wrongCode = () => {
    wrong++;
    if (wrong < WRONG_CODES) return err('pickup.wrongCode' as const);
    lockedUntil = clock.now() + LOCKED_MS;
    return err('pickup.locked' as const);
  };
  const withoutCard = (code: string, qr: string) => {
    const byQr = PARCELS.find((parcel) => parcel.qr === qr);
    const byCode = PARCELS.find((parcel) => parcel.code === code);
    if (!byQr) return err('pickup.unknownQr' as const);
    if (!byQr.agents) return err('pickup.holderOnly' as const);
    if (byCode === byQr) return grant(byQr, 'agent');
    return byCode ? err('pickup.otherParcel' as const) : wrongCode();
  };
  const prove = ({ card, code, qr }: Proofs) => {
    const own = holds(card);
    if (own && (own.code === code || own.qr === qr)) return grant(own, 'holder');
    if (code !== undefined && qr !== undefined) return withoutCard(code, qr);
    if (own && code !== undefined) return wrongCode();
    return err(own ? ('pickup.unknownQr' as const) : ('pickup.nothingHere' as const));
  };

  const visits: LockerVisits = {
    pickup: {
      waitingFor: (card) => (holds(card) ? 1 : 0),
      lockedMs: () => Math.max(0, lockedUntil - clock.now()),
      prove: (proofs) => {
        const given = (['card', 'code', 'qr'] as const).filter((each) => proofs[each] !== undefined);
        asked.push(`prove ${given.join(' ')}`);
        return prove(proofs);
      },
      pickUp: ({ grantId, parcelId, cell }, { still }) => {
        asked.push(`pickUp ${grantId}${still ? ' with a picture' : ''}`);
        return act(cell, parcelId);
      },
      confirmTaken: ({ grantId }) => void asked.push(`taken ${grantId}`),
      forget: ({ grantId }) => void asked.push(`forget ${grantId}`),
    },
    handIn: {
      hasMore: () => false,
      handIn: ({ caseNumber, itemName }) => {
        asked.push(`handIn ${caseNumber}${itemName ? '' : ' unverified'}`);
        return act(12, 'parcel-new');
      },
      again: (parcelId) => {
        asked.push(`again ${parcelId}`);
        return act(12, parcelId);
      },
      cancel: (parcelId) => void asked.push(`cancel ${parcelId}`),
    },
    columns: [
      [1, 2, 3, 4, 5, 6],
      [7, 8, 9, 10, 11, 12],
    ],
    readiness: () => readiness,
    hasScanner: () => true,
    lookForCode: (on) => void asked.push(on ? 'look' : 'stop looking'),
    asksForStill: false,
    findCase: (caseNumber, direction, signal) => {
      asked.push(`findCase ${caseNumber} ${direction}`);
      signal.addEventListener('abort', () => asked.push('findCase called off'));
      return cases.promise;
    },
    slip: ({ caseNumber, cell }, language) => {
      asked.push(`slip ${caseNumber} ${cell} ${language}`);
      return slip;
    },
  };
  return {
    visits,
    asked,
    cases,
    /** The door that was opened last. */
    door: () => {
      const door = doors.at(-1);
      if (!door) throw new Error('no door was opened');
      return door;
    },
    doors,
    /** How many grants were given. */
    grants: () => grants,
    be: (state: typeof readiness) => {
      readiness = state;
    },
    refuse: (code: ActRefusal | undefined) => {
      refusal = code;
    },
    slipIs: (result: typeof slip) => {
      slip = result;
    },
  };
}

/** A session at a machine with a locker. */
export function openAtLocker(change: Partial<LockerVisits> = {}, work: Partial<VisitWork> = {}) {
  let now = (): number => 0;
  const locker = fakeLocker({ now: () => now() });
  const opened = openSession(work, {}, { ...locker.visits, ...change });
  now = () => opened.clock.now();
  const scan = async (scanned: Scanned): Promise<void> => {
    opened.session.scanned(scanned);
    await opened.clock.advance(0);
  };
  const type = async (digits: string): Promise<void> =>
    opened.touch(...[...digits].map((key) => ({ type: 'key', key }) as const));
  const lastDoor = {
    stage: async (stage: DoorStage): Promise<void> => {
      locker.door().stage(stage);
      await opened.clock.advance(0);
    },
    end: async (end: DoorEnd): Promise<void> => {
      locker.door().end(end);
      await opened.clock.advance(0);
    },
  };
  return {
    ...opened,
    locker,
    scan,
    type,
    scanQr: (digits: string) => scan({ kind: 'pickupCode', digits }),
    lastDoor,
    /** What was done to the locker, but for asking the scanner. */
    done: () => locker.asked.filter((what) => !what.includes('look')),
  };
}

export type OpenedAtLocker = ReturnType<typeof openAtLocker>;

export const sign = { type: 'sign', signature: SIGNATURE } as const;

/** The holder, proven by card and code, before the signature. */
export async function toSign(opened: OpenedAtLocker): Promise<void> {
  opened.put(WANG.holder);
  await opened.touch({ type: 'openPickup' });
  await opened.type(WANG.code);
}

/** …and before a door that stands open. */
export async function toOpenDoor(opened: OpenedAtLocker): Promise<void> {
  await toSign(opened);
  await opened.touch(sign);
  await opened.lastDoor.stage({ stage: 'open', urge: 'none' });
}

/** Card and case number given; the center is being asked. */
export async function toChecking(opened: OpenedAtLocker): Promise<void> {
  opened.put('wang-guilan');
  await opened.touch({ type: 'openHandIn' });
  await opened.scan({ kind: 'caseNumber', caseNumber: CASE });
}

/** …before an open door for the materials. */
export async function toOpenForMaterials(opened: OpenedAtLocker): Promise<void> {
  await toChecking(opened);
  opened.locker.cases.give(ok(lockerCase()));
  await opened.clock.advance(0);
  await opened.touch({ type: 'confirm' });
  await opened.lastDoor.stage({ stage: 'open', urge: 'none' });
}
