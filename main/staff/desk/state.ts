import type { ErrorCode } from '../../../contract/errors.ts';
import type { Direction, LockerCase, StaffReason } from '../../../contract/locker.ts';
import type { Result } from '../../../contract/result.ts';
import type { StaffScreen } from '../../../contract/staff.ts';
import type { ParcelRow } from '../../../contract/staff-rows.ts';
import type { ActRefusal, DoorAct } from '../../locker/locker.ts';

type Screen<N extends StaffScreen['name']> = Extract<StaffScreen, { name: N }>;
export type DoorPurpose = Screen<'door'>['purpose'];
export type Urge = Screen<'door'>['urge'];
export type Seen = 'asWritten' | 'empty' | 'something';

interface Refusable {
  readonly refused?: ErrorCode | undefined;
}

/** A second person signs for what the first one wants to do. */
export interface SecondSignature {
  readonly cell: number;
  readonly back: StaffState;
  resume(second: string): void;
}

/** Number or card are awaited, then the PIN. */
export interface SignInState extends Refusable {
  readonly name: 'signIn';
  readonly step: 'who' | 'pin';
  readonly typed: string;
  readonly number?: string | undefined;
  /** Keyed hash of the card's number. */
  readonly card?: string | undefined;
  readonly pin: string;
  readonly checking: boolean;
  /** On the clock of this process. */
  readonly lockedUntilMs?: number | undefined;
  readonly second?: SecondSignature | undefined;
}

export interface PutInState extends Refusable {
  readonly name: 'putIn';
  readonly stage: Screen<'putIn'>['stage'];
  readonly typed: string;
  readonly urge: Urge;
  /** What is being put in, and the door it goes to. */
  readonly what?: LockerCase | undefined;
  readonly act?: DoorAct | undefined;
  /** The cell that was said to hold something already. */
  readonly occupied?: number | undefined;
  /** The case that was refused. */
  readonly refusedCase?: string | undefined;
  /** If its door does not open, no other cell is taken by itself. */
  readonly isLastCell: boolean;
  /** Doors that stood open by themselves when the work began: known, and not of this person's doing. */
  readonly openBefore: readonly number[];
  /** Ends the question to the center. */
  readonly asking?: AbortController | undefined;
}

/** The door of an act, but for putting in. */
export interface DoorState extends Refusable {
  readonly name: 'door';
  readonly purpose: DoorPurpose;
  readonly cell: number;
  readonly act?: DoorAct | undefined;
  readonly stage: 'opening' | 'open' | 'ended';
  readonly urge: Urge;
  readonly ended?: Screen<'door'>['ended'];
  readonly item: 'present' | 'notPresent' | 'unknown';
  readonly parcel?: ParcelRow | undefined;
  /** Plans the same once more. */
  again(): Result<DoorAct, ActRefusal>;
  /** What follows when it was closed and nothing lies inside. */
  readonly onEmpty?: (() => Result<void, ErrorCode>) | undefined;
  /** Ids of materials that come after this one. */
  readonly round: readonly string[];
  readonly back: StaffState;
}

export interface ParcelsState {
  readonly name: 'parcels';
  readonly direction: Direction;
  readonly page: number;
}

export interface ParcelState extends Refusable {
  readonly name: 'parcel';
  readonly id: string;
  readonly resent: boolean;
  readonly back: StaffState;
}

export interface CellState extends Refusable {
  readonly name: 'cell';
  readonly cell: number;
}

export interface ReasonState {
  readonly name: 'reason';
  readonly purpose: Screen<'reason'>['purpose'];
  readonly cell: number;
  readonly back: StaffState;
  chosen(reason: StaffReason): void;
}

export interface ExceptionState extends Refusable {
  readonly name: 'exception';
  readonly id: string;
  /** Said once that it is gone: written when it is said again. */
  readonly asksAgain?: 'gone' | undefined;
}

export interface InventoryState extends Refusable {
  readonly name: 'inventory';
  readonly page: number;
  readonly seen: ReadonlyMap<number, Seen>;
}

/** Where the staff's work stands. Plain data; a state that leads back holds the one it came from. */
export type StaffState =
  | { readonly name: 'closed' }
  | SignInState
  | { readonly name: 'jobs' }
  | PutInState
  | ParcelsState
  | ParcelState
  | { readonly name: 'cells' }
  | CellState
  | ReasonState
  | DoorState
  | { readonly name: 'exceptions' }
  | ExceptionState
  | InventoryState
  | {
      readonly name: 'inventoryDone';
      readonly differences: Screen<'inventoryDone'>['differences'];
      readonly total: number;
    };

export interface LastPutIn {
  readonly parcelId: string;
  readonly maskedMobile: string;
}

/** Whoever signed in, and what they did since. */
export interface SignedIn {
  readonly number: string;
  readonly name: string;
  readonly role: 'staff' | 'administrator';
  readonly putIn: number;
  readonly last?: LastPutIn | undefined;
}
