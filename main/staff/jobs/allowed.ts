import type { CellView, StaffReason } from '../../../contract/locker.ts';
import type { StaffScreen } from '../../../contract/staff.ts';
import type { ExceptionRow, ParcelRow, Verdict } from '../../../contract/staff-rows.ts';

type Screen<N extends StaffScreen['name']> = Extract<StaffScreen, { name: N }>;
export type ParcelAction = Screen<'parcel'>['actions'][number];
export type CellAction = Screen<'cell'>['actions'][number];

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

/** Something is written to lie in the cell of an exception. */
export const isWritten = ({ cell, parcel }: ExceptionRow): boolean =>
  cell !== null && parcel?.cell === cell && (parcel.state === 'stored' || parcel.state === 'uncertain');

/** What can have been found: what is written to lie there does or does not; else there is nothing, or something too much. */
export function verdictsOn(row: ExceptionRow, looked: boolean): Verdict[] {
  if (row.cell === null) return ['nothing'];
  if (!looked) return [];
  return isWritten(row) ? ['inPlace', 'gone'] : ['nothing', 'removed'];
}

/** Why, for each thing that is asked about. Nothing is typed. */
export const REASONS: Readonly<Record<Screen<'reason'>['purpose'], readonly StaffReason[]>> = {
  inspect: ['checkCell', 'residentAsks', 'doorFault', 'lockFault', 'dirty', 'other'],
  takeBack: ['residentAsks', 'wrongDocument', 'other'],
  takeOut: ['doorFault', 'lockFault', 'dirty', 'other'],
  move: ['moving', 'doorFault', 'lockFault', 'other'],
};
