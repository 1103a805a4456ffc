import { assign, fromCallback, fromPromise, setup } from 'xstate';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { IdentityCard } from '../../../contract/identity-card.ts';
import type { Item } from '../../../contract/item.ts';
import type { Result } from '../../../contract/result.ts';
import type { Modes } from '../../../contract/screen.ts';
import type { VisitDelays } from '../delays.ts';
import type { Fetched, PreparedDocument, VisitWork } from '../visit-work.ts';
import { mayRetryPrint, mayRetryQuery } from './retries.ts';
import {
  beginVisit,
  calm,
  changeVisit,
  documentOf,
  EMPTY_READER,
  itemOf,
  nextItem,
  recordOf,
  type SessionContext,
  type SessionEvent,
  type Visit,
  visitOf,
  withEarlier,
} from './types.ts';

export interface SessionOptions {
  readonly work: VisitWork;
  readonly delays: VisitDelays;
  readonly language: SessionContext['language'];
  readonly itemByCode: (code: string) => Item | undefined;
  readonly departmentExists: (id: string) => boolean;
  /** How long the center may take for an answer, milliseconds. */
  readonly queryLimitMs: number;
}

/** The vocabulary of the session machine: what it knows, what it has done for it, how long it waits. */
export function createSessionSetup(options: SessionOptions) {
  const { work, delays, language, itemByCode, departmentExists, queryLimitMs } = options;
  const ownCard = ({ onReader, visit }: SessionContext): boolean =>
    onReader.present && onReader.idNumber === visit?.card.idNumber;

  return setup({
    types: { context: {} as SessionContext, events: {} as SessionEvent, tags: {} as 'idle' },
    actors: {
      fetch: fromPromise<Result<Fetched, ErrorCode>, Visit>(({ input, signal }) =>
        work.fetch(itemOf(input), input.card, signal),
      ),
      prepare: fromPromise<Result<PreparedDocument, ErrorCode>, Visit>(async ({ input }) =>
        input.document ? { ok: true, value: input.document } : work.prepare(itemOf(input), input.card, recordOf(input)),
      ),
      print: fromCallback<SessionEvent, Visit>(({ input, sendBack, receive }) => {
        const giveUp = new AbortController();
        receive(() => giveUp.abort());
        const onProgress = (progress: Visit['progress']): void => sendBack({ type: 'print.progress', progress });
        void work
          .print(itemOf(input), recordOf(input), documentOf(input), onProgress, giveUp.signal)
          .then((outcome) => sendBack({ type: 'print.ended', outcome }));
      }),
      receipt: fromPromise<Result<void, ErrorCode> | undefined, SessionContext>(async ({ input }) => {
        const visit = visitOf(input);
        return work.receipt(itemOf(visit), visit.card, recordOf(visit), documentOf(visit).pages, input.language);
      }),
    },
    delays: {
      readLimit: delays.CARD_READ_LIMIT_MS,
      fetchLimit: queryLimitMs + delays.FETCH_MARGIN_MS,
      cardTroubleLinger: delays.CARD_TROUBLE_LINGER_MS,
      cardAwayLimit: delays.CARD_AWAY_LIMIT_MS,
      printedShow: delays.PRINTED_SHOW_MS,
      receiptLimit: delays.RECEIPT_LIMIT_MS,
      ratingLimit: delays.RATING_LIMIT_MS,
      continueLimit: delays.TAKE_AWAY_CONTINUE_MS,
      takeAwayShow: delays.TAKE_AWAY_SHOW_MS,
      goodbyeShow: delays.GOODBYE_SHOW_MS,
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
        context.onReader.idNumber !== null && context.onReader.idNumber !== context.visit?.card.idNumber,
      // An item whose paper is still on its way is not printed a second time by mistake.
      itemExists: ({ context: { visit } }, code: string) =>
        itemByCode(code) !== undefined && !(visit?.earlier?.outcome === 'printing' && visit.earlier.itemCode === code),
      departmentExists: (_, id: string) => departmentExists(id),
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
      choose: assign(({ context }, code: string) => {
        const item = itemByCode(code);
        return item ? changeVisit(context, { item }) : {};
      }),
      abandon: ({ context }) => {
        const fetched = context.visit?.fetched;
        if (fetched?.outcome === 'record') work.abandon(fetched.transactionId);
      },
      setMode: assign(({ context }, { mode, on }: { mode: keyof Modes; on: boolean }) => ({
        modes: { ...context.modes, [mode]: on },
      })),
      setLanguage: assign((_, chosen: SessionContext['language']) => ({ language: chosen })),
      earlierSettled: assign(({ context }) => {
        const visit = visitOf(context);
        return withEarlier(visit, work.earlier(visit.card));
      }),
      toNextItem: assign(({ context }) => ({ visit: nextItem(visitOf(context)) })),
      fail: assign(({ context }, failure: ErrorCode) => changeVisit(context, { failure })),
    },
  });
}

export type SessionSetup = ReturnType<typeof createSessionSetup>;
