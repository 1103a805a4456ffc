import type { ErrorCode } from '../../../contract/errors.ts';
import type { Result } from '../../../contract/result.ts';
import type { ActRefusal, DoorAct, DoorEnd, DoorStage } from '../../locker/locker.ts';
import type { HandInSlip, LockerVisits } from '../locker-visits.ts';
import { foundOf, grantOf, handInOf, type LockerTurn, turnOf } from './locker-turn.ts';
import type { Visit } from './types.ts';

/** How the door goes that the visit asked for. */
export type DoorEvent =
  | { readonly type: 'door.refused'; readonly code: ErrorCode }
  | { readonly type: 'door.planned'; readonly cell: number; readonly parcelId: string | null }
  | { readonly type: 'door.stage'; readonly stage: DoorStage }
  | { readonly type: 'door.ended'; readonly end: DoorEnd };

/** An opening for whoever proved, signed or confirmed. Nothing lies between plan and pulse, so that none is left undone. */
export function askForDoor(locker: LockerVisits, visit: Visit): Result<DoorAct, ActRefusal> {
  const turn = turnOf(visit);
  if (turn.kind === 'pickup') {
    if (!turn.evidence) throw new Error('a door is asked for without a signature');
    return locker.pickup.pickUp(grantOf(turn), turn.evidence);
  }
  if (turn.unused !== undefined) return locker.handIn.again(turn.unused);
  if (!visit.card) throw new Error('materials without a card');
  return locker.handIn.handIn(foundOf(turn).what, visit.card);
}

/** The opening is written: whatever was before at this door is over. */
export function doorPlanned(turn: LockerTurn, door: Omit<NonNullable<LockerTurn['door']>, 'stage'>): LockerTurn {
  const next = { door: { ...door, stage: { stage: 'opening', urge: 'none' } }, outcome: undefined } as const;
  return turn.kind === 'handIn' ? { ...turn, ...next, unused: undefined } : { ...turn, ...next };
}

export const doorStage = (turn: LockerTurn, stage: DoorStage): LockerTurn =>
  turn.door ? { ...turn, door: { ...turn.door, stage } } : turn;

/** What lies inside a closed door, to whoever came for it. Where no sensor sees that, only they can say. */
const PICKED_UP = { present: 'stillInside', notPresent: 'taken', unknown: 'askTaken' } as const;

/** What the end of the door is to the person. A door that did not open, or of which nobody knows, has no outcome. */
export function doorEnded(turn: LockerTurn, end: DoorEnd): LockerTurn {
  if (end.end === 'unknown') return turn;
  if (end.end === 'leftOpen') return { ...turn, outcome: 'leftOpen' };
  if (turn.kind === 'pickup') {
    if (end.end === 'notOpened') return turn;
    return { ...turn, outcome: PICKED_UP[end.item] };
  }
  const unused = turn.door?.parcelId ?? undefined;
  if (end.end === 'notOpened') return { ...turn, unused };
  return end.item === 'notPresent' ? { ...turn, unused, outcome: 'empty' } : { ...turn, outcome: 'handedIn' };
}

/** What stands on the paper that says that something was handed in. */
export function slipOf(visit: Visit): HandInSlip {
  const turn = handInOf(visit);
  if (!turn.door?.parcelId) throw new Error('a slip for nothing');
  const { caseNumber, itemName } = foundOf(turn).what;
  return { caseNumber, itemName, cell: turn.door.cell, parcelId: turn.door.parcelId };
}
