import type { ErrorCode } from '../../../contract/errors.ts';
import { type IdentityCard, maskName } from '../../../contract/identity-card.ts';
import type { LockerCase } from '../../../contract/locker.ts';
import type { Result } from '../../../contract/result.ts';
import type { Scanned } from '../../../contract/scanned.ts';
import type { HandIn, HandInDesk } from '../../locker/locker.ts';
import { isHolder } from '../../locker/parcels/holder.ts';
import { digitsOn } from './digits.ts';
import type { HandInTurn } from './locker-turn.ts';

const CASE_LENGTH = 15;

export const hasCase = ({ typed, refused }: HandInTurn): boolean => typed.length === CASE_LENGTH && !refused;

export function caseKey(turn: HandInTurn, key: string): HandInTurn {
  const typed = digitsOn(turn.typed, key, CASE_LENGTH);
  return typed === turn.typed ? turn : { ...turn, typed, refused: undefined };
}

/** Something was held before the scanner: the number of a case is taken, all else is refused; digits half typed stay. */
export function caseScanned(turn: HandInTurn, scanned: Scanned): HandInTurn {
  if (scanned.kind === 'caseNumber') return { ...turn, typed: scanned.caseNumber, refused: undefined };
  const typed = turn.typed.length === CASE_LENGTH ? '' : turn.typed;
  return { ...turn, typed, refused: scanned.kind === 'pickupCode' ? 'case.malformed' : 'scanner.notOurs' };
}

/**
 * What the answer about the case makes of the turn. Where the center could not be asked, what is handed in is taken all the same;
 * staff will look at it.
 */
export function judged(turn: HandInTurn, card: IdentityCard, answer: Result<LockerCase, ErrorCode>): HandInTurn {
  if (!answer.ok && !answer.error.startsWith('center.')) return { ...turn, refused: answer.error };
  if (!answer.ok) return { ...turn, found: { what: { caseNumber: turn.typed }, maskedHolder: maskName(card.name) } };
  const { holder, agents, itemName, size } = answer.value;
  if (!agents && !isHolder(card, holder)) return { ...turn, refused: 'case.notYours' };
  const what: HandIn = { caseNumber: turn.typed, itemName, size };
  return { ...turn, found: { what, maskedHolder: maskName(holder.name) } };
}

/** The cell of a door that did not open is given back before another is asked for; that of an empty one is kept for it. */
export function beforeAnotherTry(turn: HandInTurn, desk: Pick<HandInDesk, 'cancel'>): HandInTurn {
  if (turn.unused === undefined || turn.outcome === 'empty') return turn;
  desk.cancel(turn.unused);
  return { ...turn, unused: undefined };
}
