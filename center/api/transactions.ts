import { z } from 'zod';
import { acknowledgementSchema, transactionReportSchema, transactionStateSchema } from '../../contract/gateway.ts';
import type { GroupCommit } from '../store/group-commit.ts';
import type { RatingStore } from '../store/ratings.ts';
import type { TransactionStore } from '../store/transactions.ts';
import type { CenterApp } from './app.ts';
import { KIOSK_SECURITY, kioskOf } from './auth.ts';
import { errorAnswerSchema, Refusal } from './errors.ts';
import { assertConsistent, idempotencyHeadersSchema } from './idempotency.ts';

export const transactionListSchema = z.object({
  transactions: z.array(
    z.object({
      id: z.string(),
      revision: z.number().int(),
      revisions: z.number().int().describe('How many revisions have arrived.'),
      kioskId: z.string(),
      itemCode: z.string(),
      state: transactionStateSchema,
      documentNumber: z.string().nullable(),
      pages: z.number().int().nullable(),
      errorCode: z.string().nullable(),
      maskedName: z.string(),
      maskedIdNumber: z.string(),
      startedAt: z.string(),
      changedAt: z.string(),
    }),
  ),
  counts: z.object({
    byState: z.partialRecord(transactionStateSchema, z.number().int()),
    /** Anonymous: how often each level was given. */
    ratings: z.record(z.string(), z.number().int()),
  }),
});
export type TransactionList = z.infer<typeof transactionListSchema>;

export interface TransactionDependencies {
  readonly commits: GroupCommit;
  readonly transactions: TransactionStore;
  readonly ratings: RatingStore;
  readonly receivedAt: () => string;
}

/** `PUT /v1/transactions/:id` takes the states of a kiosk's transactions, `GET /v1/transactions` shows what has arrived. */
export function addTransactionRoutes(app: CenterApp, on: TransactionDependencies): void {
  app.put(
    '/v1/transactions/:id',
    {
      schema: {
        tags: ['transactions'],
        summary: 'Report one state of one transaction',
        description:
          'Acknowledged after it is durable. The highest revision is the truth: an older one that arrives later is kept ' +
          'and answered superseded; what was stored already is answered duplicate.',
        security: KIOSK_SECURITY,
        params: z.object({ id: z.uuid() }),
        headers: idempotencyHeadersSchema,
        body: transactionReportSchema,
        response: {
          200: acknowledgementSchema,
          400: errorAnswerSchema,
          401: errorAnswerSchema,
          403: errorAnswerSchema,
          409: errorAnswerSchema,
          default: errorAnswerSchema,
        },
      },
    },
    async (request) => {
      const { params, headers, body } = request;
      const key = headers['idempotency-key'];
      assertConsistent(kioskOf(request), body, params.id, body.id);
      const stored = await on.commits.write(() => on.transactions.put(key, body, on.receivedAt()));
      if (stored === 'conflict') throw new Refusal('conflict', 'this key or revision was used for another report');
      return { key, stored };
    },
  );
  app.get(
    '/v1/transactions',
    {
      schema: {
        tags: ['transactions'],
        summary: "List this kiosk's transactions",
        description: 'Newest first, in their newest state, holders masked, with counts over all of them.',
        security: KIOSK_SECURITY,
        querystring: z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
        response: {
          200: transactionListSchema,
          400: errorAnswerSchema,
          401: errorAnswerSchema,
          default: errorAnswerSchema,
        },
      },
    },
    async (request) => {
      const kiosk = kioskOf(request);
      return {
        transactions: on.transactions.list(kiosk, request.query.limit),
        counts: { byState: on.transactions.countByState(kiosk), ratings: on.ratings.countByLevel(kiosk) },
      };
    },
  );
}
