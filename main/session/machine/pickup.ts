import type { ErrorCode } from '../../../contract/errors.ts';
import type { IdentityCard } from '../../../contract/identity-card.ts';
import type { Scanned } from '../../../contract/scanned.ts';
import type { PickupDesk, PickupRefusal, Proofs } from '../../locker/locker.ts';
import { digitsOn } from './digits.ts';
import type { PickupTurn } from './locker-turn.ts';

const CODE_LENGTH = 6;

/** What is worth nothing after a refusal, and has to be given anew. The card stays: it lies there. */
const DROPPED: { readonly [R in PickupRefusal]: readonly ('code' | 'qr')[] } = {
  'pickup.wrongCode': ['code'],
  'pickup.locked': ['code'],
  // Nobody says which of the two it was.
  'pickup.usedCode': ['code', 'qr'],
  'pickup.unknownQr': ['qr'],
  'pickup.otherParcel': ['code', 'qr'],
  // With the third proof it may still do.
  'pickup.nothingHere': [],
  'pickup.holderOnly': [],
  'pickup.notReady': ['code', 'qr'],
  // Shown again, they are asked about again.
  'core.storeFailed': ['code', 'qr'],
  'locker.starting': ['code', 'qr'],
  'locker.offline': ['code', 'qr'],
};

type Card = IdentityCard | null;

/** It is not counted on: a poster in the scanner's sight is refused once a second, and keeps nobody's visit open. */
const MOST_COUNTED = 9;

function refusedFor(turn: PickupTurn, code: ErrorCode): PickupTurn {
  const before = turn.refusals?.code === code ? turn.refusals.times : 0;
  return { ...turn, refused: code, refusals: { code, times: Math.min(MOST_COUNTED, before + 1) } };
}

export const hasCode = ({ typed }: PickupTurn): boolean => typed.length === CODE_LENGTH;

/** As soon as two proofs are there, they are asked about. One alone is not judged by anybody. */
export function proved(turn: PickupTurn, card: Card, desk: Pick<PickupDesk, 'prove'>): PickupTurn {
  const proofs: Proofs = {
    card: card ?? undefined,
    code: hasCode(turn) ? turn.typed : undefined,
    qr: turn.qr,
  };
  if (Object.values(proofs).filter((proof) => proof !== undefined).length < 2) return turn;
  const answer = desk.prove(proofs);
  if (answer.ok) return { ...turn, refused: undefined, grant: answer.value };
  if (answer.error === 'needMore') return turn;
  const dropped = DROPPED[answer.error];
  return {
    ...refusedFor(turn, answer.error),
    ...(dropped.includes('code') && { typed: '' }),
    ...(dropped.includes('qr') && { qr: undefined }),
  };
}

/** One key of the pad, unless it is closed after too many wrong codes. */
export function codeKey(
  turn: PickupTurn,
  key: string,
  card: Card,
  desk: Pick<PickupDesk, 'prove' | 'lockedMs'>,
): PickupTurn {
  const typed = digitsOn(turn.typed, key, CODE_LENGTH);
  if (typed === turn.typed || desk.lockedMs(card ?? undefined) > 0) return turn;
  const next = { ...turn, typed, refused: undefined };
  return hasCode(next) ? proved(next, card, desk) : next;
}

/** Something was held before the scanner: a pick-up code is a proof, all else is refused. */
export const codeScanned = (
  turn: PickupTurn,
  scanned: Scanned,
  card: Card,
  desk: Pick<PickupDesk, 'prove'>,
): PickupTurn =>
  scanned.kind === 'pickupCode'
    ? proved({ ...turn, qr: scanned.digits, refused: undefined }, card, desk)
    : refusedFor(turn, scanned.kind === 'caseNumber' ? 'pickup.unknownQr' : 'scanner.notOurs');

/** The person tries again. What may still do with one more proof is kept: code or QR code beside an agent's own card. */
export const triedAgain = (turn: PickupTurn, card: Card, desk: Pick<PickupDesk, 'waitingFor'>): PickupTurn => {
  const isKept = turn.refused === 'pickup.nothingHere' && card !== null && desk.waitingFor(card) === 0;
  return { ...turn, refused: undefined, ...(!isKept && { typed: '', qr: undefined }) };
};
