import type { ErrorCode } from '../../contract/errors.ts';
import type { OutboxMessage } from '../../contract/gateway.ts';
import type { IdentityCard } from '../../contract/identity-card.ts';
import type {
  CellOutReason,
  CellView,
  Direction,
  ExceptionKind,
  LockerCase,
  LockerColumns,
  Signature,
  StaffReason,
} from '../../contract/locker.ts';
import type { Result } from '../../contract/result.ts';
import type { ExceptionRow, ParcelRow, Verdict } from '../../contract/staff-rows.ts';
import type { Bilingual } from '../../contract/text.ts';

/** A member of staff by number; `second`: another one who signed for the same act. */
export interface StaffActor {
  readonly number: string;
  readonly second?: string | undefined;
}

/** How a door goes, from the plan to its end. */
export interface DoorStage {
  readonly stage: 'opening' | 'open';
  /** `remind`: open for `doorRemindSeconds`; `alarm`: for `doorAlarmSeconds`, an exception is written. */
  readonly urge: 'none' | 'remind' | 'alarm';
}

/** How it ended. What follows for the parcel is written before this is told. */
export type DoorEnd =
  /** The sensor said open, then closed; what the sensor inside says afterwards. */
  | { readonly end: 'closed'; readonly item: 'present' | 'notPresent' | 'unknown' }
  /** No door opened. */
  | { readonly end: 'notOpened'; readonly code: Extract<ErrorCode, 'locker.offline' | 'locker.notOpened'> }
  /** It may have opened; nobody can say. An exception is written. */
  | { readonly end: 'unknown'; readonly code: Extract<ErrorCode, 'locker.doorUnknown'> }
  /** It stood open for too long; an exception is written, and the cell is out of service until staff looked. */
  | { readonly end: 'leftOpen' };

/** An opening that is written and may be done, once. */
export interface DoorAct {
  readonly actId: string;
  readonly cell: number;
  readonly parcelId: string | null;
  /** Pulses, follows the door, writes what came of it. Never rejects, bounded in time. A second call is a bug. */
  go(onStage: (stage: DoorStage) => void): Promise<DoorEnd>;
}

/** What somebody brought to prove that a parcel is theirs to take. Two are needed. */
export interface Proofs {
  readonly card?: IdentityCard | undefined;
  /** Six digits. */
  readonly code?: string | undefined;
  /** The twelve digits of a pick-up QR code. */
  readonly qr?: string | undefined;
}

/** Two proofs agree: this parcel, for this visit. */
export interface PickupGrant {
  readonly grantId: string;
  readonly parcelId: string;
  readonly cell: number;
  readonly itemName: Bilingual;
  readonly caseNumber: string;
  readonly maskedHolder: string;
  readonly by: 'holder' | 'agent';
}

/** What has to be given before the door opens. */
export interface PickupEvidence {
  readonly signature: Signature;
  /** JPEG, base64. */
  readonly still?: string | undefined;
}

export type PickupRefusal = Extract<
  ErrorCode,
  `pickup.${string}` | 'core.storeFailed' | 'locker.starting' | 'locker.offline'
>;
/** Why an opening is not even planned. */
export type ActRefusal = Extract<
  ErrorCode,
  | 'core.storeFailed'
  | 'locker.starting'
  | 'locker.offline'
  | 'locker.full'
  | 'locker.cellBusy'
  | 'locker.outOfService'
  | 'locker.notThere'
  | 'locker.noSuchCell'
  | 'pickup.notReady'
  | 'case.stored'
  | 'staff.needsSecond'
>;

/** The residents' side. */
export interface PickupDesk {
  /** Stored documents of this person. */
  waitingFor(card: IdentityCard): number;
  /** How long the pad is closed after too many wrong codes, milliseconds; 0: it is open. */
  lockedMs(card: IdentityCard | undefined): number;
  /**
   * Judges two or more proofs; fewer are `needMore`, right or wrong. Each call with a code that is wrong counts as a try. A parcel
   * has one grant at a time, until `forget` (or five minutes without use): a second one is `pickup.notReady`.
   */
  prove(proofs: Proofs): Result<PickupGrant, PickupRefusal | 'needMore'>;
  /**
   * Writes the evidence and plans the opening. The same grant may be used again while the document still lies inside, or, where no
   * sensor sees that, until it was said that it was taken.
   */
  pickUp(grant: PickupGrant, evidence: PickupEvidence): Result<DoorAct, ActRefusal>;
  /** They say that they have it: where no sensor sees inside, only this (or `forget`) makes it `released`. Harmless when repeated. */
  confirmTaken(grant: PickupGrant): void;
  /** The visit with this grant has ended: where nobody said anything and no sensor sees inside, the document counts as taken. Whoever left the document inside gets new codes by a notice. */
  forget(grant: PickupGrant): void;
}

export interface HandIn {
  readonly caseNumber: string;
  /** Absent: the center could not be asked. */
  readonly itemName?: Bilingual | undefined;
  readonly size?: LockerCase['size'] | undefined;
}

export interface HandInDesk {
  /** Material of this case and this person lies here already: the same door opens for more. */
  hasMore(caseNumber: string, card: IdentityCard): boolean;
  handIn(what: HandIn, card: IdentityCard): Result<DoorAct, ActRefusal>;
  /** Nothing was put in: once more the same door. */
  again(parcelId: string): Result<DoorAct, ActRefusal>;
  /** Nothing was put in, and nothing will be: the cell is free again. A parcel that is stored stays. */
  cancel(parcelId: string): void;
}

/** The staff's side. Every call is written with who did it. */
export interface LockerStaffDesk {
  /** Reserves a cell at random among the free of the right size (else the next larger). */
  putIn(what: LockerCase, by: StaffActor): Result<DoorAct, ActRefusal>;
  again(parcelId: string, by: StaffActor): Result<DoorAct, ActRefusal>;
  /** Nothing was put in: the cell is free; what was moved is `inHand` again. */
  cancelPutIn(parcelId: string, by: StaffActor): Result<void, ActRefusal>;
  /**
   * Something lies in the cell that was opened for putting in: an exception, and the parcel is canceled; what was moved is `inHand`
   * again. Also while the door is open; it may be closed at any time after that, and nothing follows from it.
   */
  occupied(parcelId: string, by: StaffActor): Result<void, ActRefusal>;
  takeBack(parcelId: string, reason: StaffReason, by: StaffActor): Result<DoorAct, ActRefusal>;
  /** Takes material out; its hand-over is recorded. */
  empty(parcelId: string, by: StaffActor): Result<DoorAct, ActRefusal>;
  /** Takes it out to put it elsewhere: `inHand` until `placeAnew` or `keep`. */
  move(parcelId: string, by: StaffActor): Result<DoorAct, ActRefusal>;
  placeAnew(parcelId: string, by: StaffActor): Result<DoorAct, ActRefusal>;
  /** Staff keep what they took out to move: it is taken back, or, as material, handed over. */
  keep(parcelId: string, by: StaffActor): Result<void, ActRefusal>;
  /** With something inside it takes two people, or an administrator. */
  inspect(cell: number, reason: StaffReason, by: StaffActor, administrator: boolean): Result<DoorAct, ActRefusal>;
  /** New codes; the old ones are dead. */
  resend(parcelId: string, by: StaffActor): Result<void, ActRefusal>;
  takeOutOfService(cell: number, reason: StaffReason, by: StaffActor): Result<void, ActRefusal>;
  /** Not while an exception of the cell waits. */
  putBackInService(cell: number, by: StaffActor): Result<void, ActRefusal>;
  /**
   * What staff found. `inPlace`: the parcel lies in its cell (a document gets new codes); `gone`: it does not, and whoever was let to
   * it last has it, or it is `lost`; `nothing`: all is as written, and no sensor says otherwise; `removed`: what was not written to
   * lie there was taken out. The door must be closed by its sensor. With the last exception of a cell it is
   * in service again, unless staff took it out themselves.
   */
  settle(exceptionId: string, verdict: Verdict, by: StaffActor): Result<void, ActRefusal>;
  /** What is otherwise than written becomes an exception and a report. */
  inventory(
    seen: readonly { readonly cell: number; readonly seen: 'asWritten' | 'empty' | 'something' }[],
    by: StaffActor,
  ): Result<readonly { cell: number; written: string; seen: 'empty' | 'something' }[], ActRefusal>;
}

export interface LockerView {
  /** `starting`: not all sensors were compared since the start; `offline`: the boards do not answer. */
  readiness(): 'ready' | 'starting' | 'offline';
  readonly columns: LockerColumns;
  cells(): readonly CellView[];
  /** Oldest first. Live ones only. */
  parcels(direction: Direction): readonly ParcelRow[];
  parcel(id: string): (ParcelRow & { readonly agents: boolean }) | undefined;
  exceptions(): readonly ExceptionRow[];
  /** The parcel that left this cell last. */
  lastIn(cell: number): ParcelRow | undefined;
  /** Whether staff opened the cell of an exception since it was written. */
  looked(exceptionId: string): boolean;
  onChange(listener: () => void): () => void;
}

/** The smart document locker of this machine. */
export interface Locker {
  readonly view: LockerView;
  readonly pickup: PickupDesk;
  readonly handIn: HandInDesk;
  readonly staff: LockerStaffDesk;
  /** From the boards. */
  door(event: { readonly cell: number; readonly door: 'open' | 'closed' | 'unknown' }): void;
  /** The boards answer, or do not. */
  online(isOnline: boolean): void;
  /** Reads every sensor and compares; nothing opens before. */
  start(): void;
  /** Nothing is written afterwards; acts under way are found by the next start, as after a power cut. */
  stop(): Promise<void>;
  /** The center has the message: erases person and evidence that are not needed any more. Runs inside the courier's commit. */
  acknowledged(message: OutboxMessage): void;
}

export type { CellOutReason, CellView, ExceptionKind };
