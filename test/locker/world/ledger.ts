import type { IdentityCard } from '../../../contract/identity-card.ts';
import type { LockerCase } from '../../../contract/locker.ts';
import type { DoorAct, DoorEnd, PickupGrant } from '../../../main/locker/locker.ts';

/** Where a thing is in truth. */
export type Where =
  | { readonly at: 'cell'; readonly cell: number }
  | { readonly at: 'staff' }
  /** With somebody who was let to it. */
  | { readonly at: 'entitled' }
  /** Gone with whoever pulled the door open. */
  | { readonly at: 'thief' };

/** A document or an envelope with materials, as it goes from hand to hand. */
export interface Thing {
  readonly parcelId: string;
  readonly of: LockerCase;
  readonly holder: IdentityCard;
  where: Where;
}

/** Why a door was let open, as the drill itself judged it when it was asked for. */
export interface Leave {
  readonly actId: string;
  readonly cell: number;
  readonly parcelId: string | null;
  readonly why: string;
  readonly by: 'resident' | 'staff';
}

/** Somebody at a door that is open, or about to be. */
export interface Job {
  readonly act: DoorAct;
  readonly leave: Leave;
  /** Which start of the machine it belongs to. */
  readonly start: number;
  /** The newest codes of the parcel when the door was asked for. */
  readonly issue: number;
  end: DoorEnd | undefined;
}

/** A visit in which two proofs agreed. */
export interface Visit {
  readonly grant: PickupGrant;
  readonly start: number;
  forgotten: boolean;
}

/** What the drill's own people did and know: the truth that the machine is measured by. */
export interface Ledger {
  readonly things: Map<string, Thing>;
  readonly leaves: Map<string, Leave>;
  readonly jobs: Job[];
  readonly visits: Visit[];
  /**
   * Cells in which something happened that no sensor of theirs can know, and since when it stays unknown: a door pulled open and
   * shut while nobody looked, a sensor that lies, nothing put in where no sensor looks inside.
   */
  readonly unknowable: Map<number, string>;
  /** Sensors inside that say this whatever lies there. */
  readonly itemLies: Map<number, 0 | 1>;
  /** Cells whose switch says the same for ever. */
  readonly lyingSwitches: Set<number>;
  /** How many cases there have been. */
  cases: number;
}

export const createLedger = (): Ledger => ({
  things: new Map(),
  leaves: new Map(),
  jobs: [],
  visits: [],
  unknowable: new Map(),
  itemLies: new Map(),
  lyingSwitches: new Set(),
  cases: 0,
});

export const thingsIn = (ledger: Ledger, cell: number): readonly Thing[] =>
  [...ledger.things.values()].filter(({ where }) => where.at === 'cell' && where.cell === cell);
