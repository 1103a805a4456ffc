import type { StaffScreen, StaffSnapshot } from '../../contract/staff.ts';
import { MANY_CELLS, MANY_COLUMNS, MATERIALS, parcelAt } from './staff-rows.ts';
import { CASE, PUTTING, STAFF_SAMPLES as S, SOME_CELL } from './staff-samples.ts';

const { last: _last, ...nothingYet } = S.putIn;
const { parcel: _parcel, ...emptyCell } = S.cell;
const atDoor = { ...S.putIn, cell: 17, parcel: PUTTING };
const ended = { ...S.door, stage: 'ended' } as const;

/** Other faces of the same screens. */
const VARIANTS: Readonly<Record<string, StaffScreen>> = {
  'signIn-refused': { ...S.signIn, typed: '', refused: 'staff.wrong' },
  'signIn-pin': { ...S.signIn, step: 'pin', typed: '', number: '2041', pinLength: 3 },
  'signIn-pin-card': { ...S.signIn, step: 'pin', typed: '', number: '20410007', byCard: true, pinLength: 0 },
  'signIn-needs-card': { ...S.signIn, step: 'pin', typed: '', number: '9001', refused: 'staff.needsCard' },
  'signIn-locked': { ...S.signIn, typed: '', refused: 'staff.locked', lockedSeconds: 583 },
  'signIn-second': { ...S.signIn, typed: '', second: { cell: 12 } },
  'signIn-second-pin': { ...S.signIn, step: 'pin', number: '2077', pinLength: 4, second: { cell: 12 } },
  'jobs-calm': {
    ...S.jobs,
    counts: { ...S.jobs.counts, overdue: 0, exceptions: 0, out: 0, inHand: 0, reserved: 0, materials: 0 },
  },
  'jobs-offline': { ...S.jobs, locker: 'locker.offline', counts: { ...S.jobs.counts, inHand: 0 } },
  'jobs-full': { ...S.jobs, counts: { ...S.jobs.counts, free: 0, occupied: 124, documents: 121, inHand: 0 } },
  'putIn-first': { ...nothingYet, done: 0 },
  'putIn-typed': { ...S.putIn, typed: '31012020260001' },
  'putIn-no-scanner': { ...S.putIn, hasScanner: false },
  'putIn-checking': { ...S.putIn, stage: 'checking', typed: PUTTING.caseNumber },
  'putIn-refused': { ...S.putIn, refused: 'case.noMobile', refusedCase: CASE },
  'putIn-unseen': { ...S.putIn, ...(S.putIn.last && { last: { ...S.putIn.last, unseen: true } }) },
  'putIn-opening': { ...atDoor, stage: 'opening' },
  'putIn-open': { ...atDoor, stage: 'open' },
  'putIn-remind': { ...atDoor, stage: 'open', urge: 'remind' },
  'putIn-alarm': { ...atDoor, stage: 'open', urge: 'alarm' },
  'putIn-scan-too-early': { ...atDoor, stage: 'open', refused: 'locker.otherDoorOpen', refusedCase: '310120202600018' },
  'putIn-occupied': { ...atDoor, stage: 'open', occupied: 17 },
  'putIn-instead': { ...atDoor, stage: 'open', refused: 'locker.notOpened' },
  'putIn-beside': { ...atDoor, stage: 'open', occupied: 12 },
  'putIn-empty': { ...atDoor, stage: 'empty' },
  'putIn-left-open': { ...atDoor, stage: 'leftOpen' },
  'parcels-material': { ...S.parcels, direction: 'material', rows: MATERIALS, pages: 1, total: 5 },
  'parcels-empty': { ...S.parcels, rows: [], pages: 1, total: 0 },
  'parcel-in-hand': {
    ...S.parcel,
    parcel: parcelAt(4, { cell: null, state: 'inHand' }),
    agents: false,
    actions: ['placeAnew'],
  },
  'parcel-resent': { ...S.parcel, resent: true },
  'parcel-refused': { ...S.parcel, refused: 'locker.cellBusy' },
  'cells-many': { name: 'cells', columns: MANY_COLUMNS, cells: MANY_CELLS },
  'cell-out': {
    ...emptyCell,
    cell: { ...SOME_CELL, state: 'outOfService', out: 'alarm', exceptions: ['openedAlone'] },
    actions: ['inspect', 'backInService'],
  },
  'door-opening': { ...S.door, stage: 'opening' },
  'door-alarm': { ...S.door, urge: 'alarm' },
  'door-done-round': { ...ended, purpose: 'empty', ended: 'done', item: 'notPresent', more: 3 },
  'door-moved': { ...ended, purpose: 'move', ended: 'done', item: 'notPresent' },
  'door-still-inside': { ...ended, ended: 'stillInside', item: 'present' },
  'door-not-opened': { ...ended, purpose: 'empty', ended: 'notOpened', refused: 'locker.notOpened', more: 2 },
  'door-unknown': { ...ended, ended: 'unknown', item: 'unknown', refused: 'locker.doorUnknown' },
  'door-left-open': { ...ended, ended: 'leftOpen', item: 'unknown' },
  'exceptions-none': { ...S.exceptions, rows: [] },
  'exceptions-many': {
    ...S.exceptions,
    rows: Array.from({ length: 24 }, (_, index) => ({ ...S.exception.row, id: parcelAt(index).id, cell: index + 1 })),
  },
  'exception-open': { ...S.exception, door: 'open' },
  'exception-looked': { ...S.exception, looked: true, verdicts: ['inPlace', 'gone'] },
  'exception-gone': { ...S.exception, looked: true, verdicts: ['inPlace', 'gone'], asksAgain: 'gone' },
  'exception-nothing-written': {
    ...S.exception,
    row: { id: S.exception.row.id, kind: 'itemUnexpected', cell: 12, since: S.exception.row.since },
    looked: true,
    verdicts: ['nothing', 'removed'],
    lastParcel: parcelAt(9, { state: 'released' }),
  },
  'exception-guessing': {
    ...S.exception,
    row: { id: S.exception.row.id, kind: 'guessing', cell: null, since: S.exception.row.since },
    verdicts: ['nothing'],
  },
  'inventory-last': { ...S.inventory, page: 4, rows: S.inventory.rows.slice(0, 2), confirmed: 21 },
  'inventory-complete': { ...S.inventory, confirmed: 26 },
  'inventoryDone-agrees': { ...S.inventoryDone, differences: [] },
};

const SCREENS: Readonly<Record<string, StaffScreen>> = { ...S, ...VARIANTS };
const IDLE_CASE = 'idle';
/** How a case of the staff is told from a resident's in the address. */
const PREFIX = 'staff-';

/** All of them, as they are called in the address of the gallery. */
export const STAFF_CASES: readonly string[] = [...Object.keys(SCREENS), IDLE_CASE].map((name) => PREFIX + name);

/** A whole snapshot for a case; undefined: none of the staff's. */
export function staffSnapshot(name: string): StaffSnapshot | undefined {
  if (!name.startsWith(PREFIX)) return undefined;
  const bare = name.slice(PREFIX.length);
  const screen = bare === IDLE_CASE ? S.jobs : SCREENS[bare];
  return (
    screen && {
      sequence: 1,
      screen,
      offline: bare.endsWith('offline'),
      kiosk: { id: '310120-0042', site: '关港村党群服务站' },
      idleSecondsLeft: bare === IDLE_CASE ? 17 : null,
    }
  );
}
