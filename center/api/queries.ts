import type { QueryAnswer, QueryRequest } from '../../contract/gateway.ts';
import { queryAnswerSchema, queryRequestSchema } from '../../contract/gateway.ts';
import { issueDocument } from '../documents/issue.ts';
import type { People } from '../people.ts';
import { asOf } from '../records/as-of.ts';
import { recordKind } from '../records/record-kinds.ts';
import type { GroupCommit } from '../store/group-commit.ts';
import type { EarlierQuery, NewQuery, QueryStore } from '../store/queries.ts';
import type { CenterApp } from './app.ts';
import { KIOSK_SECURITY, kioskOf } from './auth.ts';
import { errorAnswerSchema, Refusal } from './errors.ts';

export interface QueryDependencies {
  readonly commits: GroupCommit;
  readonly queries: QueryStore;
  readonly people: People;
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
          'not know gets noRecord, as does one for whom it has nothing.',
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
  const kind = recordKind(request.itemCode);
  if (kind === undefined) throw new Refusal('notFound', 'no department answers to this item code');
  const at = asOf(on.now());
  const base = { kioskId, request, askedAt: at.instant };
  const person = on.people.find(request.holder);
  const record = person === undefined ? null : kind.make(person, at);
  if (record === null) {
    const { queryId, itemCode, holder } = request;
    return {
      ...base,
      answer: { outcome: 'noRecord', queryId, itemCode, holderIdNumber: holder.idNumber },
      document: null,
    };
  }
  return { ...base, ...(await issueDocument(request, kind, record, at, on.verifyUrlOf)) };
}
