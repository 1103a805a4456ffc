import type { CellView } from '../../contract/locker.ts';

/** What matters most about a cell, from the most urgent on. */
export const CELL_KINDS = [
  'open',
  'alert',
  'out',
  'uncertain',
  'overdue',
  'document',
  'material',
  'reserved',
  'free',
] as const;
export type CellKind = (typeof CELL_KINDS)[number];

/** Of these somebody should see to it. */
export const URGENT_KINDS: readonly CellKind[] = ['open', 'alert', 'uncertain', 'overdue'];

/** One word for a cell. An open door is the first to know of, a free cell the last. */
export function cellKindOf({ state, door, parcel, exceptions }: CellView): CellKind {
  if (door === 'open') return 'open';
  if (exceptions.length > 0) return 'alert';
  if (state === 'outOfService') return 'out';
  if (parcel === undefined || state === 'free') return state === 'reserved' ? 'reserved' : 'free';
  if (parcel.state === 'uncertain') return 'uncertain';
  if (state === 'reserved' || parcel.state === 'planned') return 'reserved';
  if (parcel.overdue) return 'overdue';
  return parcel.direction;
}
