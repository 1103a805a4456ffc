import { fromCallback, fromPromise } from 'xstate';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { IdentityCard } from '../../../contract/identity-card.ts';
import type { Result } from '../../../contract/result.ts';
import type { Fetched, PreparedDocument, PreparedGuide, VisitWork } from '../visit-work.ts';
import {
  documentOf,
  itemOf,
  printTarget,
  recordOf,
  type SessionContext,
  type SessionEvent,
  selfServiceOf,
  type Visit,
  visitOf,
} from './types.ts';

/** Whose guide, and in which language the person reads. */
type GuideInput = Pick<SessionContext, 'language'> & { readonly visit: Visit };

/** Whom an item is about: nobody where it is public information, though a card may lie there. */
const subjectOf = (visit: Visit): IdentityCard | null =>
  selfServiceOf(visit).machine.identity === 'card' ? visit.card : null;

/** What center and printers do for a visit, as the session machine invokes it. */
export function workActors(work: VisitWork) {
  return {
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
  };
}
