import { expect, test } from 'vitest';
import type { CellView } from '../../contract/locker.ts';
import { cellKindOf } from './cell-kind.ts';

const FREE: CellView = { cell: 1, size: 'small', state: 'free', door: 'closed', item: 'notPresent', exceptions: [] };
const PARCEL = {
  id: '00000000-0000-4000-8000-000000000001',
  direction: 'document',
  state: 'stored',
  since: '2026-11-20T10:00:00Z',
  overdue: false,
} as const;
const STORED: CellView = { ...FREE, state: 'occupied', item: 'present', parcel: PARCEL };

test.each<[string, CellView, string]>([
  ['nothing in it', FREE, 'free'],
  ['reserved for a document that is on its way', { ...FREE, state: 'reserved' }, 'reserved'],
  ['planned, its door not seen open', { ...STORED, parcel: { ...PARCEL, state: 'planned' } }, 'reserved'],
  ['a document', STORED, 'document'],
  ['a document for too long', { ...STORED, parcel: { ...PARCEL, overdue: true } }, 'overdue'],
  ['papers of a resident', { ...STORED, parcel: { ...PARCEL, direction: 'material' } }, 'material'],
  ['nobody can say', { ...STORED, parcel: { ...PARCEL, state: 'uncertain', overdue: true } }, 'uncertain'],
  ['out of service over a document', { ...STORED, state: 'outOfService', out: 'staff' }, 'out'],
  ['an exception, whatever lies there', { ...STORED, exceptions: ['itemMissing'] }, 'alert'],
  ['a door that is open, whatever else', { ...STORED, door: 'open', exceptions: ['openedAlone'] }, 'open'],
])('%s', (_, view, kind) => {
  expect(cellKindOf(view)).toBe(kind);
});
