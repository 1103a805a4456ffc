import type { CellView, Direction, ExceptionKind, ParcelState } from '../../../contract/locker.ts';
import type { ParcelRow } from '../../../contract/staff-rows.ts';

export interface FakeParcel {
  readonly id: string;
  readonly caseNumber: string;
  readonly direction: Direction;
  readonly since: string;
  readonly overdue: boolean;
  state: ParcelState;
  cell: number | null;
}

export interface FakeException {
  readonly id: string;
  readonly kind: ExceptionKind;
  readonly cell: number | null;
  looked: boolean;
}

/** What lies where, in memory. One live parcel a cell. */
export interface FakeCells {
  readonly parcels: FakeParcel[];
  readonly exceptions: FakeException[];
  readonly doors: Map<number, 'open' | 'closed'>;
  readonly out: Set<number>;
}

const LIVE: readonly ParcelState[] = ['planned', 'putting', 'stored', 'releasing', 'inHand', 'uncertain'];
export const isLive = ({ state }: FakeParcel): boolean => LIVE.includes(state);

export const lyingIn = ({ parcels }: FakeCells, cell: number): FakeParcel | undefined =>
  parcels.find((parcel) => isLive(parcel) && parcel.cell === cell);

export const rowOf = ({ id, caseNumber, direction, since, overdue, state, cell }: FakeParcel): ParcelRow => ({
  id,
  cell,
  direction,
  state,
  caseNumber,
  maskedHolder: '王**',
  since,
  days: 1,
  overdue,
});

export function cellView(cells: FakeCells, cell: number): CellView {
  const parcel = lyingIn(cells, cell);
  const isReserved = parcel?.state === 'planned' || parcel?.state === 'putting';
  const occupied = isReserved ? 'reserved' : 'occupied';
  return {
    cell,
    size: 'medium',
    state: cells.out.has(cell) ? 'outOfService' : parcel ? occupied : 'free',
    door: cells.doors.get(cell) ?? 'closed',
    item: 'unknown',
    ...(cells.out.has(cell) && { out: 'staff' as const }),
    ...(parcel && {
      parcel: {
        id: parcel.id,
        direction: parcel.direction,
        state: parcel.state,
        since: parcel.since,
        overdue: parcel.overdue,
      },
    }),
    exceptions: cells.exceptions.filter((each) => each.cell === cell).map(({ kind }) => kind),
  };
}
