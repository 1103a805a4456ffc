import type { StaffScreen, StaffScreenName } from '../../contract/staff.ts';
import { COLUMNS } from './sample-locker.ts';
import { CELLS, EXCEPTIONS, itemAt, PARCELS, parcelAt } from './staff-rows.ts';

type ScreenOf<N extends StaffScreenName> = Extract<StaffScreen, { name: N }>;

export const CASE = '310120202600017';

const someException = EXCEPTIONS[0];
const someCell = CELLS.find(({ parcel }) => parcel !== undefined) ?? CELLS[0];
if (!someException || !someCell) throw new Error('the samples are empty');
export const SOME_CELL = someCell;

/** One typed sample per screen of the staff: a screen without a sample does not compile. */
export const STAFF_SAMPLES: { readonly [N in StaffScreenName]: ScreenOf<N> } = {
  closed: { name: 'closed' },
  signIn: { name: 'signIn', step: 'who', typed: '2041', pinLength: 0, byCard: false },
  jobs: {
    name: 'jobs',
    staff: { number: '2041', name: '陈*', role: 'staff' },
    counts: {
      free: 9,
      reserved: 1,
      occupied: 14,
      out: 2,
      documents: 11,
      overdue: 3,
      materials: 3,
      inHand: 1,
      exceptions: 4,
    },
  },
  putIn: {
    name: 'putIn',
    stage: 'scan',
    typed: '',
    columns: COLUMNS,
    urge: 'none',
    done: 12,
    last: { cell: 17, caseNumber: CASE, maskedMobile: '138****1234', unseen: false },
    hasScanner: true,
  },
  parcels: { name: 'parcels', direction: 'document', rows: PARCELS, page: 1, pages: 3, total: 21 },
  parcel: {
    name: 'parcel',
    parcel: parcelAt(0),
    agents: true,
    actions: ['takeBack', 'move', 'resend', 'inspect'],
    resent: false,
  },
  cells: { name: 'cells', columns: COLUMNS, cells: CELLS },
  cell: {
    name: 'cell',
    cell: SOME_CELL,
    columns: COLUMNS,
    parcel: parcelAt(5, { cell: SOME_CELL.cell }),
    actions: ['inspect', 'takeOut'],
  },
  reason: {
    name: 'reason',
    purpose: 'inspect',
    cell: 12,
    reasons: ['residentAsks', 'checkCell', 'doorFault', 'lockFault', 'dirty', 'settling', 'other'],
  },
  door: {
    name: 'door',
    purpose: 'takeBack',
    cell: 12,
    columns: COLUMNS,
    stage: 'open',
    urge: 'none',
    parcel: parcelAt(9),
    item: 'present',
    more: 0,
  },
  exceptions: { name: 'exceptions', rows: EXCEPTIONS },
  exception: { name: 'exception', row: someException, columns: COLUMNS, door: 'closed', looked: false, verdicts: [] },
  inventory: {
    name: 'inventory',
    rows: [
      { cell: 1, written: 'empty', item: 'notPresent', seen: 'asWritten' },
      { cell: 2, written: 'document', caseNumber: CASE, item: 'present', seen: 'empty' },
      { cell: 3, written: 'material', caseNumber: '310120202600101', item: 'unknown', seen: 'asWritten' },
      { cell: 4, written: 'out', item: 'notPresent' },
      { cell: 5, written: 'document', caseNumber: '310120202600018', item: 'present' },
      { cell: 6, written: 'empty', item: 'notPresent', seen: 'something' },
      { cell: 7, written: 'empty', item: 'unknown' },
      { cell: 8, written: 'document', caseNumber: '310120202600019', item: 'present' },
    ],
    page: 1,
    pages: 4,
    confirmed: 4,
    total: 26,
  },
  inventoryDone: {
    name: 'inventoryDone',
    differences: [
      { cell: 2, written: 'document', seen: 'empty' },
      { cell: 6, written: 'empty', seen: 'something' },
    ],
    total: 26,
  },
};

/** What is being put in, for the variants. */
export const PUTTING = { caseNumber: CASE, itemName: itemAt(0), maskedHolder: 'T************' };
