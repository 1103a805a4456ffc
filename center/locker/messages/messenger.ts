import { maskMobile } from '../cases/case-answer.ts';
import type { CaseBook } from '../cases/case-book.ts';
import type { CodeStore, PlainCodes } from '../reports/codes.ts';
import { isGone, type ParcelStore } from '../reports/parcels.ts';
import { composeMessage, maskCode } from './compose.ts';
import { type Delivery, invites, type Message, type MessageFailure } from './message.ts';
import type { MessageStore } from './message-store.ts';

export interface MessengerParts {
  readonly messages: MessageStore;
  readonly codes: CodeStore;
  readonly parcels: ParcelStore;
  readonly cases: CaseBook;
  /** The page behind a QR code. */
  readonly pickupUrlOf: (qr: string) => string;
  /** More than so many of one kiosk are not queued: they fail, visibly, and leave room for those of the others. */
  readonly mostQueued: number;
  /** Whether anything is sent; otherwise the log is all there is. */
  readonly sends: boolean;
  /** Told of every message that nothing more will be done with; its write may still fail. */
  readonly settled: (id: string) => void;
}

/** Makes messages of notices as soon as all that belongs to them is there, in whatever order it arrives. */
export interface Messenger {
  /** After a notice was stored. All three: call within a write. */
  noticed(id: string): void;
  /** After codes of a parcel were stored. */
  codesArrived(kioskId: string, parcelId: string): void;
  /** After a parcel was reported gone. */
  parcelGone(kioskId: string, parcelId: string): void;
  /** What is to be sent now, with its codes; null when it cannot be made any more. */
  plain(message: Message): { readonly to: string; readonly text: string } | null;
}

export function createMessenger(parts: MessengerParts): Messenger {
  const { messages, codes, parcels, cases } = parts;

  /** Of the case, if it is one of this kiosk's site: whoever has one machine's key cannot write to everybody. */
  const ownCase = ({ kioskId, caseNumber }: Message) => {
    const known = cases.find(caseNumber);
    return known?.kioskId === kioskId ? known : undefined;
  };
  const mobileOf = (message: Message): string | null => ownCase(message)?.mobile ?? null;

  const text = (message: Message, plain: PlainCodes | undefined, masked: boolean): string => {
    const known = ownCase(message);
    const parcel = parcels.find(message.kioskId, message.parcelId);
    const link = (qr: string): string => parts.pickupUrlOf(masked ? `${qr.slice(0, 3)}****` : qr);
    return composeMessage(message.kind, {
      itemName: known?.itemName.zh ?? `办件${message.caseNumber.slice(-4)}`,
      place: cases.placeOf(message.kioskId).zh,
      agents: known?.agents ?? false,
      direction: parcel?.direction ?? known?.direction ?? 'document',
      until: parcel?.overdueAt ?? undefined,
      at: message.at,
      codes: plain && { code: masked ? maskCode(plain.code) : plain.code, link: link(plain.qr) },
    });
  };

  /** The codes that belong to a message; `missing` while it has to wait. */
  const codesFor = (message: Message): PlainCodes | undefined | 'missing' => {
    if (!invites(message.kind)) return undefined;
    const newest = codes.ofParcel(message.kioskId, message.parcelId);
    const fits = newest !== undefined && newest.issue >= (message.issue ?? 0);
    if (fits) return newest;
    // A reminder that names no codes may speak of those that were sent before.
    return message.kind === 'reminder' && message.issue === null ? undefined : 'missing';
  };

  const failureWithout = (message: Message): MessageFailure =>
    cases.find(message.caseNumber) !== undefined && ownCase(message) === undefined ? 'elsewhere' : 'noMobile';

  const settle = (id: string, state: Delivery, failure: MessageFailure | null): void => {
    messages.settle(id, state, failure);
    parts.settled(id);
  };

  const consider = (message: Message): void => {
    const plain = codesFor(message);
    if (plain === 'missing') return;
    const mobile = mobileOf(message);
    const shown = { mobile: mobile && maskMobile(mobile), text: text(message, plain, true) };
    const full = parts.sends && messages.countQueued(message.kioskId) >= parts.mostQueued;
    messages.ready(message.id, shown);
    if (mobile === null) settle(message.id, 'failed', failureWithout(message));
    else if (!parts.sends) settle(message.id, 'logged', null);
    else if (full) settle(message.id, 'failed', 'queueFull');
  };

  return {
    noticed(id) {
      const message = messages.find(id);
      if (message === undefined) throw new Error('the notice was not stored');
      const { kioskId, parcelId, kind, issue } = message;
      const parcel = parcels.find(kioskId, parcelId);
      if (invites(kind)) {
        const highest = Math.max(codes.highestIssue(kioskId, parcelId), messages.highestIssue(kioskId, parcelId));
        messages.supersede(kioskId, parcelId, issue ?? 0);
        const outdated = issue !== null && issue < highest;
        if (outdated || (parcel !== undefined && isGone(parcel.state))) {
          settle(id, 'superseded', null);
          return;
        }
      }
      consider(message);
    },
    codesArrived(kioskId, parcelId) {
      const issue = codes.highestIssue(kioskId, parcelId);
      codes.erase(kioskId, parcelId, issue);
      messages.supersede(kioskId, parcelId, issue);
      for (const message of messages.waiting(kioskId, parcelId)) consider(message);
    },
    parcelGone(kioskId, parcelId) {
      codes.erase(kioskId, parcelId);
      messages.supersede(kioskId, parcelId);
    },
    plain(message) {
      const found = codesFor(message);
      const mobile = mobileOf(message);
      if (found === 'missing' || mobile === null) return null;
      return { to: mobile, text: text(message, found, false) };
    },
  };
}
