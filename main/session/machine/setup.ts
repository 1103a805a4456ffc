import { assign, setup } from 'xstate';
import type { CatalogueItem, SelfServiceItem } from '../../../contract/catalogue/item.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { IdentityCard } from '../../../contract/identity-card.ts';
import type { Scanned } from '../../../contract/scanned.ts';
import type { Modes } from '../../../contract/screen.ts';
import type { VisitDelays } from '../delays.ts';
import type { LockerVisits } from '../locker-visits.ts';
import type { Surroundings } from '../projection/surroundings.ts';
import type { VisitWork } from '../visit-work.ts';
import { BEGIN_FILLING, fieldDone } from './filling.ts';
import { lockerActors } from './locker-actors.ts';
import { NEW_HAND_IN, NEW_PICKUP } from './locker-turn.ts';
import { NO_LOCKER } from './no-locker.ts';
import { ownCard } from './own-card.ts';
import { proved } from './pickup.ts';
import { mayRetryPrint, mayRetryQuery } from './retries.ts';
import { isStillPrinting, mayBegin, mayPrintGuide, stopExists, stopItem } from './stops.ts';
import { currentStop, goBack, goTo, replaceStop, type Stop } from './trail.ts';
import {
  beginVisit,
  calm,
  changeVisit,
  EMPTY_READER,
  fillingOf,
  itemOf,
  nextItem,
  type SessionContext,
  type SessionEvent,
  selfServiceOf,
  visitOf,
  withEarlier,
  withoutLocker,
} from './types.ts';
import { workActors } from './work-actors.ts';

export interface SessionOptions {
  readonly work: VisitWork;
  readonly delays: VisitDelays;
  readonly language: SessionContext['language'];
  readonly around: Surroundings;
  /** Absent: the machine has none. */
  readonly locker?: LockerVisits | undefined;
}

/** Whoever reads large letters has twice the time. */
const unhurried = ({ modes }: SessionContext, ms: number): number => (modes.elder ? 2 * ms : ms);

/** The vocabulary of the session machine: what it knows, what it has done for it, how long it waits. */
export function createSessionSetup(options: SessionOptions) {
  const { work, delays, language, around, locker = NO_LOCKER } = options;
  const itemByCode = (code: string): CatalogueItem | undefined => around.catalogue().byCode(code);
  const canBegin = ({ visit }: SessionContext, item: CatalogueItem | undefined): item is SelfServiceItem =>
    item !== undefined && mayBegin(item, visit, around);

  return setup({
    types: { context: {} as SessionContext, events: {} as SessionEvent, tags: {} as 'idle' },
    actors: {
      ...workActors(work),
      ...lockerActors(locker),
    },
    delays: {
      readLimit: delays.CARD_READ_LIMIT_MS,
      fetchLimit: around.queryLimitMs + delays.FETCH_MARGIN_MS,
      cardTroubleLinger: delays.CARD_TROUBLE_LINGER_MS,
      cardAwayLimit: delays.CARD_AWAY_LIMIT_MS,
      printedShow: delays.PRINTED_SHOW_MS,
      receiptLimit: delays.RECEIPT_LIMIT_MS,
      ratingLimit: delays.RATING_LIMIT_MS,
      continueLimit: delays.TAKE_AWAY_CONTINUE_MS,
      takeAwayShow: delays.TAKE_AWAY_SHOW_MS,
      goodbyeShow: delays.GOODBYE_SHOW_MS,
      technicianLimit: delays.TECHNICIAN_LIMIT_MS,
      troubleLimit: delays.TROUBLE_LIMIT_MS,
      printTroubleLimit: delays.PRINT_TROUBLE_LIMIT_MS,
      printLimit: delays.PRINT_LIMIT_MS,
      giveUpLimit: delays.GIVE_UP_LIMIT_MS,
      doorLimit: delays.DOOR_LIMIT_MS,
      lockerEndShow: ({ context }) => unhurried(context, delays.LOCKER_END_SHOW_MS),
      askTakenLimit: ({ context }) => unhurried(context, delays.ASK_TAKEN_LIMIT_MS),
    },
    guards: {
      readerEmpty: ({ context }) => !context.onReader.present,
      cardLies: ({ context }) => context.onReader.present,
      somebodyHere: ({ context }) => context.visit !== null,
      earlierRuns: ({ context }) => context.visit?.earlier?.outcome === 'printing',
      ownCardAway: ({ context }) => !ownCard(context),
      ownCardHere: ({ context }) => ownCard(context),
      foreignCard: ({ context }) =>
        !!context.visit?.card &&
        context.onReader.idNumber !== null &&
        context.onReader.idNumber !== context.visit.card.idNumber,
      guest: ({ context }) => context.visit?.card === null,
      ownerGone: ({ context }) => !context.onReader.present && context.visit?.card !== null,
      itemExists: (_, code: string) => itemByCode(code) !== undefined,
      canBegin: ({ context }, code: string) => canBegin(context, itemByCode(code)),
      stopExists: (_, stop: Stop) => stopExists(stop, around.catalogue()),
      atSearch: ({ context }) => currentStop(visitOf(context).trail).at === 'search',
      needsCard: ({ context }) => selfServiceOf(visitOf(context)).machine.identity === 'card' && !visitOf(context).card,
      stillPrinting: ({ context: { visit } }) => visit?.item !== undefined && isStillPrinting(visit.item, visit),
      needsForm: ({ context }) => selfServiceOf(visitOf(context)).machine.form.length > 0,
      fieldsLeft: ({ context }) =>
        !fieldDone(selfServiceOf(visitOf(context)), fillingOf(visitOf(context)), around.today()).done,
      firstField: ({ context }) => fillingOf(visitOf(context)).index === 0,
      canPrintGuide: ({ context }) => stopItem(visitOf(context), itemByCode) !== undefined && mayPrintGuide(around),
      guidePrint: ({ context }) => context.visit?.guide !== undefined,
      documentReady: ({ context }) => visitOf(context).document !== undefined,
      nothingToTake: ({ context: { onReader, visit } }) => !onReader.present && !visit?.paperOut && !visit?.receiptOut,
      heldUp: ({ context }) => visitOf(context).progress.trouble !== null,
      goesOn: ({ context }) => visitOf(context).progress.trouble === null,
      mayRetryPrint: ({ context: { visit } }) => visit?.failure !== undefined && mayRetryPrint(visit.failure),
      mayRetryQuery: ({ context: { visit } }) => visit?.failure !== undefined && mayRetryQuery(visit.failure),
      receiptEnded: ({ context }) => visitOf(context).receipt !== 'printing',
      hasLocker: () => options.locker !== undefined,
      lockerReady: () => locker.readiness() === 'ready',
      pickupCode: ({ event }) =>
        event.type === 'scanned' && event.scanned.kind === 'pickupCode' && locker.readiness() === 'ready',
    },
    actions: {
      // That something lies there is kept; whose it is, is not.
      clear: assign(({ context }) => ({
        ...calm(language),
        onReader: { present: context.onReader.present, idNumber: null },
      })),
      /** As `clear`, but the goodbye is still said in the person's language and letters. */
      clearPerson: assign(({ context: { language, modes, onReader } }) => ({
        ...calm(language),
        modes,
        onReader: { present: onReader.present, idNumber: null },
      })),
      cardPut: assign({ onReader: { present: true, idNumber: null } }),
      cardGone: assign({ onReader: EMPTY_READER }),
      cardRead: assign((_, card: IdentityCard) => ({ onReader: { present: true, idNumber: card.idNumber } })),
      cardFailed: assign((_, cardFailure: ErrorCode) => ({ cardFailure })),
      greet: assign((_, card: IdentityCard) => ({
        visit: beginVisit(card, work.earlier(card)),
        onReader: { present: true, idNumber: card.idNumber },
        cardFailure: null,
      })),
      greetGuest: assign({ visit: beginVisit(null), cardFailure: null }),
      /** Whoever looked around without a card has put theirs: it is their visit from here on. */
      bind: assign(({ context }, card: IdentityCard) => {
        const { visit } = withEarlier(visitOf(context), work.earlier(card));
        return {
          visit: { ...visit, card },
          onReader: { present: true, idNumber: card.idNumber },
          cardFailure: null,
        };
      }),
      go: assign(({ context }, stop: Stop) => changeVisit(context, { trail: goTo(visitOf(context).trail, stop) })),
      goBack: assign(({ context }) => changeVisit(context, { trail: goBack(visitOf(context).trail) })),
      changeStop: assign(({ context }, stop: Stop) =>
        changeVisit(context, { trail: replaceStop(visitOf(context).trail, stop) }),
      ),
      aboutItem: assign(({ context }) => {
        const visit = visitOf(context);
        const stop = currentStop(visit.trail);
        const { code } = itemOf(visit);
        return stop.at === 'item' && stop.code === code
          ? {}
          : changeVisit(context, { trail: goTo(visit.trail, { at: 'item', code }) });
      }),
      choose: assign(({ context }, code: string) => {
        const item = itemByCode(code);
        // What was shown for the item before is masked again.
        return item ? changeVisit(context, { item, filling: BEGIN_FILLING, revealed: false }) : {};
      }),
      abandon: ({ context: { visit } }) => {
        if (visit?.guide) work.abandon(visit.guide.transactionId);
        else if (visit?.fetched?.outcome === 'record') work.abandon(visit.fetched.transactionId);
      },
      setMode: assign(({ context }, { mode, on }: { mode: keyof Modes; on: boolean }) => ({
        modes: { ...context.modes, [mode]: on },
      })),
      setLanguage: assign((_, chosen: SessionContext['language']) => ({ language: chosen })),
      earlierSettled: assign(({ context }) => {
        const visit = visitOf(context);
        return visit.card ? withEarlier(visit, work.earlier(visit.card)) : {};
      }),
      /** The item is done with; the person goes on where they found it. */
      backToList: assign(({ context }) => {
        const visit = visitOf(context);
        return { visit: { ...nextItem(visit), trail: visit.trail } };
      }),
      toNextItem: assign(({ context }) => ({ visit: nextItem(visitOf(context)) })),
      /** With a pick-up code that was scanned, or none yet. */
      beginPickup: assign(({ context }, scanned: Scanned | null) => {
        const { card } = visitOf(context);
        const qr = scanned?.kind === 'pickupCode' ? scanned.digits : undefined;
        return changeVisit(context, { locker: proved({ ...NEW_PICKUP, qr }, card, locker.pickup) });
      }),
      beginHandIn: assign(({ context }) => changeVisit(context, { locker: NEW_HAND_IN })),
      dropLocker: assign(({ context }) => withoutLocker(context)),
      /** Nobody waits for the receipt any more; it still lies there when it comes. */
      receiptMayCome: assign(({ context }) => {
        const { receipt, receiptOut } = visitOf(context);
        return changeVisit(context, { receiptOut: receiptOut || receipt === 'printing' });
      }),
      fail: assign(({ context }, failure: ErrorCode) => changeVisit(context, { failure })),
    },
  });
}

export type SessionSetup = ReturnType<typeof createSessionSetup>;
