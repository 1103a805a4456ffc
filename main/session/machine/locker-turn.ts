import type { ErrorCode } from '../../../contract/errors.ts';
import type { Screen } from '../../../contract/screen.ts';
import type { DoorStage, HandIn, PickupEvidence, PickupGrant } from '../../locker/locker.ts';
import { ownCard } from './own-card.ts';
import { changeVisit, type SessionContext, type Visit, visitOf } from './types.ts';

export type LockerOutcome = Extract<Screen, { name: 'lockerEnd' }>['outcome'];

/** What both uses of the locker have: digits, a refusal, a door. */
interface Turn {
  /** Digits of the pad, or of a scanned slip. */
  readonly typed: string;
  readonly refused?: ErrorCode | undefined;
  /** Whose card lay there when the door was asked for; null: nobody's. Nobody else has it opened once more. */
  readonly startedBy?: string | null | undefined;
  readonly door?: { readonly cell: number; readonly parcelId: string | null; readonly stage: DoorStage } | undefined;
  readonly outcome?: LockerOutcome | undefined;
}

/** Fetching a document: two proofs, a signature, a door. */
export interface PickupTurn extends Turn {
  readonly kind: 'pickup';
  /** How often in a row a proof was refused, and for what: a second time has to look new. */
  readonly refusals?: { readonly code: ErrorCode; readonly times: number } | undefined;
  /** Twelve digits of a scanned pick-up code. */
  readonly qr?: string | undefined;
  readonly grant?: PickupGrant | undefined;
  readonly evidence?: PickupEvidence | undefined;
}

/** Handing in materials: card and case number, a look at the center, a door. */
export interface HandInTurn extends Turn {
  readonly kind: 'handIn';
  readonly found?: { readonly what: HandIn; readonly maskedHolder: string } | undefined;
  /** The parcel for which a cell is kept, and nothing was put in. */
  readonly unused?: string | undefined;
}

/** One use of the locker within a visit. */
export type LockerTurn = PickupTurn | HandInTurn;

export const NEW_PICKUP: PickupTurn = { kind: 'pickup', typed: '' };
export const NEW_HAND_IN: HandInTurn = { kind: 'handIn', typed: '' };

export function turnOf(visit: Visit): LockerTurn {
  if (!visit.locker) throw new Error('no turn at the locker in a state that has one');
  return visit.locker;
}

export function pickupOf(visit: Visit): PickupTurn {
  const turn = turnOf(visit);
  if (turn.kind !== 'pickup') throw new Error('no pick-up in a state that has one');
  return turn;
}

export function handInOf(visit: Visit): HandInTurn {
  const turn = turnOf(visit);
  if (turn.kind !== 'handIn') throw new Error('no hand-in in a state that has one');
  return turn;
}

export function grantOf({ grant }: PickupTurn): PickupGrant {
  if (!grant) throw new Error('no grant in a state that has one');
  return grant;
}

export function foundOf({ found }: HandInTurn): NonNullable<HandInTurn['found']> {
  if (!found) throw new Error('no case in a state that has one');
  return found;
}

/** The turn as `change` makes it. */
export const changeTurn = (context: SessionContext, change: (turn: LockerTurn) => LockerTurn): { visit: Visit } =>
  changeVisit(context, { locker: change(turnOf(visitOf(context))) });

/** The person asks for the door: whoever they are by their card, only they may ask for it once more. */
export const startedBy = ({ card }: Visit): Pick<Turn, 'startedBy'> => ({ startedBy: card?.idNumber ?? null });

const sameAsAtTheDoor = (context: SessionContext): boolean => {
  const { card, locker } = visitOf(context);
  return ownCard(context) && locker?.startedBy === (card?.idNumber ?? null);
};

const REOPENED: readonly LockerOutcome[] = ['stillInside', 'askTaken', 'empty'];

/** The same door may be opened once more: something is or may be inside, or nothing was put in, and nobody else stands here. */
export function mayReopen(context: SessionContext): boolean {
  const outcome = visitOf(context).locker?.outcome;
  return outcome !== undefined && REOPENED.includes(outcome) && sameAsAtTheDoor(context);
}

/** Failures after which another try may help; nothing opened, and that is certain. */
const TRY_AGAIN: readonly ErrorCode[] = ['locker.notOpened', 'locker.cellBusy', 'locker.starting'];

/** The door that did not open may be asked for again. */
export function mayTryDoor(context: SessionContext): boolean {
  const { failure } = visitOf(context);
  return failure !== undefined && TRY_AGAIN.includes(failure) && sameAsAtTheDoor(context);
}
