import type { CellView, ExceptionKind } from '../../../contract/locker.ts';
import type { CaseBook } from '../cases/case-book.ts';
import type { ActStore, KnownAct } from '../reports/acts.ts';
import type { CellStore, KnownCell } from '../reports/cells.ts';
import type { EvidenceStore, KnownInventory } from '../reports/evidence.ts';
import type { Ledger } from '../reports/ledger.ts';
import type { KnownParcel, ParcelStore } from '../reports/parcels.ts';

export interface MapParts {
  readonly cells: CellStore;
  readonly parcels: ParcelStore;
  readonly acts: ActStore;
  readonly evidence: EvidenceStore;
  readonly ledger: Ledger;
  readonly cases: CaseBook;
  readonly now: () => Date;
}

export interface MapCell extends KnownCell {
  readonly state: CellView['state'];
  readonly parcel: KnownParcel | undefined;
  readonly overdue: boolean;
}

/** One kiosk's locker as it reported it. */
export interface LockerMap {
  readonly kioskId: string;
  readonly place: string;
  readonly lastReportAt: string | null;
  readonly cells: readonly MapCell[];
  readonly exceptions: readonly { readonly cell: number; readonly kind: ExceptionKind }[];
  readonly overdue: readonly KnownParcel[];
  /** Staff looked for them and did not find them. */
  readonly missing: readonly KnownParcel[];
  /** Of before the machine lost its store. */
  readonly lost: readonly KnownParcel[];
  /** Parcels that are in no cell: staff carry them. */
  readonly inHand: readonly KnownParcel[];
  readonly acts: readonly KnownAct[];
  readonly inventory: KnownInventory | undefined;
}

const ACTS_SHOWN = 12;

export function lockerMaps(parts: MapParts): LockerMap[] {
  return parts.cells.kiosks().map((kioskId) => {
    const present = parts.parcels.present(kioskId);
    const overdue = parts.parcels.overdue(kioskId, parts.now());
    const late = new Set(overdue.map(({ id }) => id));
    const inCell = new Map(present.flatMap((parcel) => (parcel.cell === null ? [] : [[parcel.cell, parcel] as const])));
    const cells = parts.cells.list(kioskId).map((cell): MapCell => {
      const parcel = inCell.get(cell.cell);
      return { ...cell, parcel, state: stateOf(cell, parcel), overdue: parcel !== undefined && late.has(parcel.id) };
    });
    return {
      kioskId,
      place: parts.cases.placeOf(kioskId).zh,
      lastReportAt: parts.ledger.lastReportAt(kioskId),
      cells,
      exceptions: cells.flatMap(({ cell, exceptions }) => exceptions.map((kind) => ({ cell, kind }))),
      overdue,
      missing: parts.parcels.missing(kioskId),
      lost: parts.parcels.lost(kioskId),
      inHand: present.filter(({ cell }) => cell === null),
      acts: parts.acts.list(kioskId, ACTS_SHOWN),
      inventory: parts.evidence.lastInventory(kioskId),
    };
  });
}

function stateOf(cell: KnownCell, parcel: KnownParcel | undefined): CellView['state'] {
  if (cell.out !== null) return 'outOfService';
  if (parcel === undefined) return 'free';
  return parcel.state === 'planned' ? 'reserved' : 'occupied';
}
