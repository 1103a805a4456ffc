import type { CellView, StaffReason } from '../../../contract/locker.ts';
import type { ExceptionRow, ParcelRow, StaffScreen } from '../../../contract/staff.ts';

type Screen<N extends StaffScreen['name']> = Extract<StaffScreen, { name: N }>;
export type ParcelAction = Screen<'parcel'>['actions'][number];
export type CellAction = Screen<'cell'>['actions'][number];
export type Verdict = Screen<'exception'>['verdicts'][number];

/** What may be done with a parcel, by where it is and which way it goes. */
export function parcelActions({ state, direction }: ParcelRow): ParcelAction[] {
  switch (state) {
    case 'stored':
      return direction === 'document' ? ['takeBack', 'move', 'resend', 'inspect'] : ['empty', 'move', 'inspect'];
    case 'inHand':
      return ['placeAnew', 'keep'];
    case 'putting':
      // Closed with nothing inside, and whoever began it went away.
      return direction === 'document' ? ['takeBack'] : ['empty'];
    case 'uncertain':
      return ['inspect'];
    default:
      // Somebody is at its door, or it is gone.
      return [];
  }
}

/** A cell that somebody works at is left alone. */
export function cellActions({ state, exceptions }: CellView): CellAction[] {
  if (state === 'reserved') return [];
  if (state !== 'outOfService') return ['inspect', 'takeOut'];
  return exceptions.length > 0 ? ['inspect'] : ['inspect', 'backInService'];
}

/** What can have been found: with something written to lie there, it does or it does not. */
export function verdictsOn({ cell, parcel }: ExceptionRow, looked: boolean): Verdict[] {
  if (cell !== null && !looked) return [];
  const isThereToBeFound = parcel?.cell === cell && (parcel?.state === 'stored' || parcel?.state === 'uncertain');
  return cell !== null && isThereToBeFound ? ['inPlace', 'gone'] : ['nothing'];
}

/** Why, for each thing that is asked about. Nothing is typed. */
export const REASONS: Readonly<Record<Screen<'reason'>['purpose'], readonly StaffReason[]>> = {
  inspect: ['checkCell', 'residentAsks', 'doorFault', 'lockFault', 'dirty', 'other'],
  takeBack: ['residentAsks', 'wrongDocument', 'other'],
  takeOut: ['doorFault', 'lockFault', 'dirty', 'other'],
  move: ['moving', 'doorFault', 'lockFault', 'other'],
};
