import { checkInputs } from '../../contract/catalogue/form-check.ts';
import type { QueryAnswer, QueryRequest } from '../../contract/gateway.ts';
import { queryAnswerSchema, queryRequestSchema } from '../../contract/gateway.ts';
import { issueDocument } from '../documents/issue.ts';
import type { People } from '../people.ts';
import type { AnsweredItem, AnsweredItems } from '../records/answered-items.ts';
import { asOf } from '../records/as-of.ts';
import type { GroupCommit } from '../store/group-commit.ts';
import type { EarlierQuery, NewQuery, QueryStore } from '../store/queries.ts';
import type { TransactionStore } from '../store/transactions.ts';
import type { CenterApp } from './app.ts';
import { KIOSK_SECURITY, kioskOf } from './auth.ts';
import { errorAnswerSchema, Refusal } from './errors.ts';

export interface QueryDependencies {
  readonly commits: GroupCommit;
  readonly queries: QueryStore;
  readonly transactions: TransactionStore;
  readonly people: People;
  readonly items: AnsweredItems;
  readonly now: () => Date;
  readonly verifyUrlOf: (number: string) => string;
}

/** `POST /v1/queries`: asks a department for a record; answering with one issues a document. */
export function addQueryRoute(app: CenterApp, dependencies: QueryDependencies): void {
  app.post(
    '/v1/queries',
    {
      schema: {
        tags: ['queries'],
        summary: "Fetch a resident's record",
        description:
          'Idempotent by queryId: the same id and content give the same answer, document number included, at any later ' +
          'time. The same id with other content, or from another kiosk, is a conflict. A person whom the department does ' +
          'not know gets noRecord, as does one for whom it has nothing; one for whom the item was printed at this kiosk as ' +
          'often today as it allows gets limitReached. Public information needs no holder.',
        security: KIOSK_SECURITY,
        body: queryRequestSchema,
        response: {
          200: queryAnswerSchema,
          400: errorAnswerSchema,
          401: errorAnswerSchema,
          404: errorAnswerSchema,
          409: errorAnswerSchema,
          default: errorAnswerSchema,
        },
      },
    },
    async (request) => answerQuery(dependencies, kioskOf(request), request.body),
  );
}

async function answerQuery(on: QueryDependencies, kioskId: string, request: QueryRequest): Promise<QueryAnswer> {
  const earlier = on.queries.earlier(kioskId, request);
  if (earlier !== null) return repeat(earlier);
  const query = await make(on, kioskId, request);
  // Looked at again inside the write: two copies of one query may have been under way at the same time.
  return on.commits.write(() => {
    const meanwhile = on.queries.earlier(kioskId, request);
    if (meanwhile !== null) return repeat(meanwhile);
    on.queries.add(query);
    return query.answer;
  });
}

function repeat(earlier: EarlierQuery): QueryAnswer {
  if (earlier.kind === 'conflict') throw new Refusal('conflict', 'this queryId was used for another query');
  return earlier.answer;
}

async function make(on: QueryDependencies, kioskId: string, request: QueryRequest): Promise<NewQuery> {
  const item = on.items(request.itemCode);
  if (item === undefined) throw new Refusal('notFound', 'no department answers to this item code');
  const at = asOf(on.now());
  assertComplete(item, request, at.today);
  const base = { kioskId, request, askedAt: at.instant };
  const person = item.identity === 'none' || request.holder === null ? undefined : on.people.find(request.holder);
  const known = item.identity === 'none' || person !== undefined;
  // Only of somebody who is known: a made-up name must not learn what was printed for a number.
  const refused = known ? limitReached(on, kioskId, item, request, at.today) : undefined;
  if (refused !== undefined) return { ...base, answer: refused, document: null };
  const record = known ? item.make(person ?? null, request.inputs, at) : null;
  if (record === null) {
    const { queryId, itemCode, holder } = request;
    return {
      ...base,
      answer: { outcome: 'noRecord', queryId, itemCode, holderIdNumber: holder?.idNumber ?? null },
      document: null,
    };
  }
  return { ...base, ...(await issueDocument(request, item, record, at, on.verifyUrlOf)) };
}

/** Prints that the kiosk has reported until now; what is still under way, or may have come out, is not held against anybody. */
function limitReached(
  on: QueryDependencies,
  kioskId: string,
  { perPersonAndDay }: AnsweredItem,
  { queryId, itemCode, holder }: QueryRequest,
  day: string,
): QueryAnswer | undefined {
  if (perPersonAndDay === undefined || holder === null) return undefined;
  const holderIdNumber = holder.idNumber;
  const printed = on.transactions.countPrinted({ kioskId, itemCode, holderIdNumber, day });
  if (printed < perPersonAndDay) return undefined;
  return { outcome: 'limitReached', queryId, itemCode, holderIdNumber, perDay: perPersonAndDay };
}

/** The kiosk has asked the same before; the center believes nobody. Names the field and never what was filled in. */
function assertComplete({ identity, form }: AnsweredItem, { holder, inputs }: QueryRequest, today: string): void {
  if (identity === 'card' && holder === null) throw new Refusal('badRequest', 'this item needs a holder');
  const wrong = checkInputs(form, inputs, today);
  if (wrong === undefined) return;
  const asked = form.some(({ key }) => key === wrong.key);
  throw new Refusal('badRequest', asked ? `body/inputs/${wrong.key}: ${wrong.fault}` : 'body/inputs: an unknown field');
}
