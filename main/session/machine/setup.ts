import { assign, fromCallback, fromPromise, setup } from 'xstate';
import type { CatalogueItem, SelfServiceItem } from '../../../contract/catalogue/item.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { IdentityCard } from '../../../contract/identity-card.ts';
import type { Result } from '../../../contract/result.ts';
import type { Modes } from '../../../contract/screen.ts';
import type { VisitDelays } from '../delays.ts';
import type { Surroundings } from '../projection/surroundings.ts';
import type { Fetched, PreparedDocument, PreparedGuide, VisitWork } from '../visit-work.ts';
import { BEGIN_FILLING, fieldDone } from './filling.ts';
import { mayRetryPrint, mayRetryQuery } from './retries.ts';
import { isStillPrinting, mayBegin, mayPrintGuide, stopExists, stopItem } from './stops.ts';
import { currentStop, goBack, goTo, replaceStop, type Stop } from './trail.ts';
import {
  beginVisit,
  calm,
  changeVisit,
  documentOf,
  EMPTY_READER,
  fillingOf,
  itemOf,
  nextItem,
  printTarget,
  recordOf,
  type SessionContext,
  type SessionEvent,
  selfServiceOf,
  type Visit,
  visitOf,
  withEarlier,
} from './types.ts';

export interface SessionOptions {
  readonly work: VisitWork;
  readonly delays: VisitDelays;
  readonly language: SessionContext['language'];
  readonly around: Surroundings;
}

/** Whose guide, and in which language the person reads. */
type GuideInput = Pick<SessionContext, 'language'> & { readonly visit: Visit };

/** The vocabulary of the session machine: what it knows, what it has done for it, how long it waits. */
export function createSessionSetup(options: SessionOptions) {
  const { work, delays, language, around } = options;
  const ownCard = ({ onReader, visit }: SessionContext): boolean =>
    visit?.card === null || (onReader.present && onReader.idNumber === visit?.card.idNumber);
  const itemByCode = (code: string): CatalogueItem | undefined => around.catalogue().byCode(code);
  const canBegin = ({ visit }: SessionContext, item: CatalogueItem | undefined): item is SelfServiceItem =>
    item !== undefined && mayBegin(item, visit, around);

  return setup({
    types: { context: {} as SessionContext, events: {} as SessionEvent, tags: {} as 'idle' },
    actors: {
      fetch: fromPromise<Result<Fetched, ErrorCode>, Visit>(({ input, signal }) =>
        work.fetch(selfServiceOf(input), subjectOf(input), input.filling?.inputs ?? {}, signal),
      ),
      prepare: fromPromise<Result<PreparedDocument, ErrorCode>, Visit>(async ({ input }) =>
        input.document
          ? { ok: true, value: input.document }
          : work.prepare(selfServiceOf(input), subjectOf(input), recordOf(input)),
      ),
      guide: fromPromise<Result<PreparedGuide, ErrorCode>, GuideInput>(async ({ input, signal }) => {
        const prepared = await work.guide(itemOf(input.visit), input.language);
        // The person left while it was laid out: its transaction is ended, or it would stay open.
        if (signal.aborted && prepared.ok) work.abandon(prepared.value.transactionId);
        return prepared;
      }),
      print: fromCallback<SessionEvent, Visit>(({ input, sendBack, receive }) => {
        const giveUp = new AbortController();
        receive(() => giveUp.abort());
        const onProgress = (progress: Visit['progress']): void => sendBack({ type: 'print.progress', progress });
        void work
          .print(printTarget(input), documentOf(input), onProgress, giveUp.signal)
          .then((outcome) => sendBack({ type: 'print.ended', outcome }));
      }),
      receipt: fromPromise<Result<void, ErrorCode> | undefined, SessionContext>(async ({ input }) => {
        const visit = visitOf(input);
        if (visit.guide) return undefined;
        const { pages } = documentOf(visit);
        return work.receipt(selfServiceOf(visit), subjectOf(visit), recordOf(visit), pages, input.language);
      }),
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
      fail: assign(({ context }, failure: ErrorCode) => changeVisit(context, { failure })),
    },
  });
}

/** Whom an item is about: nobody where it is public information, though a card may lie there. */
const subjectOf = (visit: Visit): IdentityCard | null =>
  selfServiceOf(visit).machine.identity === 'card' ? visit.card : null;

export type SessionSetup = ReturnType<typeof createSessionSetup>;
