import type { CellView } from '../../contract/locker.ts';
import type { ExceptionRow, ParcelRow } from '../../contract/staff-rows.ts';
import { COLUMNS } from './sample-locker.ts';

const DAY_MS = 86_400_000;

/** So many days ago, so that ages in the gallery stay what they are. */
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS - 3_600_000).toISOString();
const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const ITEMS = [
  { zh: '上海市居住证', en: 'Residence permit' },
  { zh: '社会保障卡', en: 'Social security card' },
  { zh: '外国人永久居留身份证件申请受理材料', en: 'Papers of an application for permanent residence' },
  { zh: '营业执照', en: 'Business licence' },
] as const;
const HOLDERS = ['王**', '李**', 'T************', '欧阳*'] as const;

export const itemAt = (index: number): (typeof ITEMS)[number] => ITEMS[index % ITEMS.length] ?? ITEMS[0];

/** The parcel in the n-th place of a list. */
export const parcelAt = (index: number, change: Partial<ParcelRow> = {}): ParcelRow => ({
  id: uuid(index),
  cell: index + 3,
  direction: 'document',
  state: 'stored',
  caseNumber: `3101202026${String(index + 1).padStart(5, '0')}`,
  itemName: itemAt(index),
  maskedHolder: HOLDERS[index % HOLDERS.length] ?? HOLDERS[0],
  since: daysAgo(Math.max(0, 11 - index * 2)),
  days: Math.max(0, 11 - index * 2),
  overdue: index < 3,
  ...change,
});

/** Eight to a page: some overdue, one in somebody's hand, one not known yet. */
export const PARCELS: ParcelRow[] = Array.from({ length: 8 }, (_, index) =>
  parcelAt(index, index === 4 ? { cell: null, state: 'inHand' } : {}),
);

const material = ({ itemName, ...row }: ParcelRow, index: number): ParcelRow => ({
  ...row,
  direction: 'material',
  overdue: false,
  // Handed in without network: nobody has said what it is.
  ...(index !== 2 && itemName && { itemName }),
});
export const MATERIALS: ParcelRow[] = Array.from({ length: 5 }, (_, index) => material(parcelAt(index + 8), index));

export const EXCEPTIONS: ExceptionRow[] = [
  { id: uuid(90), kind: 'openedAlone', cell: 12, parcel: parcelAt(9, { state: 'uncertain' }), since: daysAgo(0) },
  { id: uuid(91), kind: 'interrupted', cell: 7, parcel: parcelAt(4, { state: 'uncertain' }), since: daysAgo(0) },
  { id: uuid(92), kind: 'itemMissing', cell: 20, since: daysAgo(1) },
  { id: uuid(93), kind: 'guessing', cell: null, since: daysAgo(2) },
];

/** Every kind of cell once, and then the usual ones. */
const CHANGES: Readonly<Record<number, Partial<CellView>>> = {
  2: { door: 'open', exceptions: ['leftOpen'], state: 'outOfService', out: 'leftOpen' },
  5: { exceptions: ['openedAlone'], state: 'outOfService', out: 'alarm' },
  9: { state: 'outOfService', out: 'staff' },
  10: { state: 'reserved' },
  14: { state: 'free' },
  22: { state: 'free' },
  26: { state: 'outOfService', out: 'doorStuck' },
};

function cellAt(cell: number, size: CellView['size']): CellView {
  const index = cell % 7;
  const base: CellView = { cell, size, state: 'free', door: 'closed', item: 'notPresent', exceptions: [] };
  const change = CHANGES[cell];
  if (change) return { ...base, ...change };
  if (index === 0 || index === 6) return base;
  return {
    ...base,
    state: 'occupied',
    item: 'present',
    parcel: {
      id: uuid(cell),
      direction: index === 3 ? 'material' : 'document',
      state: cell === 17 ? 'uncertain' : 'stored',
      since: daysAgo(index * 2),
      overdue: index === 4,
    },
  };
}

/** The four columns of the other samples: small doors on the left, large ones on the right. */
export const CELLS: CellView[] = COLUMNS.flatMap((column, at) =>
  column.map((cell) => cellAt(cell, at < 2 ? 'small' : at === 2 ? 'medium' : 'large')),
);

/** Five boards of 24 cells, as a whole corridor has them. */
export const MANY_COLUMNS = Array.from({ length: 15 }, (_, column) =>
  Array.from({ length: 8 }, (_row, row) => column * 8 + row + 1),
);
export const MANY_CELLS: CellView[] = MANY_COLUMNS.flat().map((cell) => cellAt(cell, 'small'));
