import { type CatalogueItem, isSelfService, type SelfServiceItem } from '../../../contract/catalogue/item.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { IdentityCard } from '../../../contract/identity-card.ts';
import type { ResidentEvent } from '../../../contract/resident-event.ts';
import type { Scanned } from '../../../contract/scanned.ts';
import type { Language, Modes } from '../../../contract/screen.ts';
import type {
  EarlierPrint,
  Fetched,
  PreparedDocument,
  PrintOutcome,
  PrintProgress,
  PrintTarget,
} from '../visit-work.ts';
import type { Filling } from './filling.ts';
import type { DoorEvent } from './locker-door.ts';
import type { LockerTurn } from './locker-turn.ts';
import { AT_HOME, type Trail } from './trail.ts';

/** All that is known about the person at the machine. Cleared as a whole when the visit ends. */
export interface Visit {
  /** Null: somebody who looks around and has not put a card. */
  readonly card: IdentityCard | null;
  readonly trail: Trail;
  readonly item?: CatalogueItem;
  readonly filling?: Filling;
  readonly fetched?: Fetched;
  /** The transaction of a guide that is being printed. */
  readonly guide?: { readonly transactionId: string };
  readonly document?: PreparedDocument;
  readonly progress: PrintProgress;
  readonly receipt: 'none' | 'printing' | 'done' | 'failed';
  readonly receiptCode?: ErrorCode;
  /** Why the chosen item, or its print, ended without success. */
  readonly failure?: ErrorCode;
  readonly revealed: boolean;
  readonly earlier?: EarlierPrint;
  /** What the person does at the locker. */
  readonly locker?: LockerTurn;
  /** Something of this visit lies in the output tray or the receipt mouth. */
  readonly paperOut: boolean;
  readonly receiptOut: boolean;
}

/** What lies on the reader; a card that is not read yet has no number. */
export interface OnReader {
  readonly present: boolean;
  readonly idNumber: string | null;
}

export interface SessionContext {
  readonly visit: Visit | null;
  readonly onReader: OnReader;
  readonly cardFailure: ErrorCode | null;
  readonly language: Language;
  readonly modes: Modes;
}

export type SessionEvent =
  | ResidentEvent
  | DoorEvent
  | { readonly type: 'card.presented' }
  | { readonly type: 'card.read'; readonly card: IdentityCard }
  | { readonly type: 'card.failed'; readonly code: ErrorCode }
  | { readonly type: 'card.removed' }
  /** The reader answers again, and a card that it has told of before lies there. */
  | { readonly type: 'card.lies' }
  /** The reader does not answer: nobody knows what lies there. */
  | { readonly type: 'reader.lost' }
  | { readonly type: 'print.progress'; readonly progress: PrintProgress }
  | { readonly type: 'print.ended'; readonly outcome: PrintOutcome }
  /** Something was held before the scanner. */
  | { readonly type: 'scanned'; readonly scanned: Scanned }
  /** Staff have done what they came for. */
  | { readonly type: 'staff.left' }
  /** A print that a restart interrupted has got its end. */
  | { readonly type: 'earlier.settled' }
  /** The person is asked whether they are still here. */
  | { readonly type: 'idle.warned' }
  | { readonly type: 'idle.expired' };

export const NO_MODES: Modes = { elder: false, contrast: false, reach: false };
export const EMPTY_READER: OnReader = { present: false, idNumber: null };

/** Nobody is here, as far as is known. */
export const calm = (language: Language): SessionContext => ({
  visit: null,
  onReader: EMPTY_READER,
  cardFailure: null,
  language,
  modes: NO_MODES,
});

export const beginVisit = (card: IdentityCard | null, earlier?: EarlierPrint): Visit => ({
  card,
  trail: AT_HOME,
  progress: { impressions: 0, trouble: null },
  receipt: 'none',
  revealed: false,
  paperOut: bringsPaper(earlier),
  receiptOut: false,
  ...(earlier && { earlier }),
});

/** Pages of it lie in the tray, or will, or may. */
const bringsPaper = (earlier: EarlierPrint | undefined): boolean =>
  earlier !== undefined && earlier.outcome !== 'notPrinted';

/** A print that still runs is told on; an end was told and is done with. */
const runningOnly = ({ earlier }: Visit): EarlierPrint | undefined =>
  earlier?.outcome === 'printing' ? earlier : undefined;

/** What is known now of a print that was running when the person came. */
export function withEarlier(visit: Visit, earlier: EarlierPrint | undefined): { visit: Visit } {
  const { earlier: _running, ...rest } = visit;
  return { visit: { ...rest, paperOut: visit.paperOut || bringsPaper(earlier), ...(earlier && { earlier }) } };
}

/** The visit as it stands when the person turns to the next item: who they are and what lies in the trays remains. */
export const nextItem = (visit: Visit): Visit => ({
  ...beginVisit(visit.card, runningOnly(visit)),
  paperOut: visit.paperOut,
  receiptOut: visit.receiptOut,
});

/** The visit of a state that has one; anything else is a bug. */
export function visitOf(context: SessionContext): Visit {
  if (!context.visit) throw new Error('no visit in a state that has one');
  return context.visit;
}

export function itemOf(visit: Visit): CatalogueItem {
  if (!visit.item) throw new Error('no item chosen in a state that has one');
  return visit.item;
}

/** The item of a state in which this machine finishes it. */
export function selfServiceOf(visit: Visit): SelfServiceItem {
  const item = itemOf(visit);
  if (!isSelfService(item)) throw new Error('an item that is not finished here, in a state that finishes it');
  return item;
}

export function fillingOf(visit: Visit): Filling {
  if (!visit.filling) throw new Error('no form in a state that has one');
  return visit.filling;
}

/** Which transaction the paper belongs to, and by what name the printer knows it. */
export function printTarget(visit: Visit): PrintTarget {
  if (visit.guide)
    return { transactionId: visit.guide.transactionId, name: `guide ${itemOf(visit).code}`, paper: 'guide' };
  const { transactionId, document } = recordOf(visit);
  return { transactionId, name: document.number, paper: 'record' };
}

export function recordOf(visit: Visit): Extract<Fetched, { outcome: 'record' }> {
  if (visit.fetched?.outcome !== 'record') throw new Error('no record in a state that has one');
  return visit.fetched;
}

export function documentOf(visit: Visit): PreparedDocument {
  if (!visit.document) throw new Error('no document in a state that prints it');
  return visit.document;
}

/** Whatever was done at the locker is done with. */
export function withoutLocker(context: SessionContext): { visit: Visit } {
  const { locker: _done, ...visit } = visitOf(context);
  return { visit };
}

export const changeVisit = (context: SessionContext, change: Partial<Visit>): { visit: Visit } => ({
  visit: { ...visitOf(context), ...change },
});

/** A new answer of a department; a document laid out from an older one is dropped. */
export function withFetched(context: SessionContext, fetched: Fetched): { visit: Visit } {
  const { document: _older, failure: _settled, ...visit } = visitOf(context);
  return { visit: { ...visit, fetched, revealed: false } };
}
