import { z } from 'zod';
import { acknowledgementSchema, ratingReportSchema } from '../../contract/gateway.ts';
import type { GroupCommit } from '../store/group-commit.ts';
import type { RatingStore } from '../store/ratings.ts';
import type { CenterApp } from './app.ts';
import { KIOSK_SECURITY, kioskOf } from './auth.ts';
import { errorAnswerSchema } from './errors.ts';
import { assertConsistent, idempotencyHeadersSchema } from './idempotency.ts';

export interface RatingDependencies {
  readonly commits: GroupCommit;
  readonly ratings: RatingStore;
  readonly receivedAt: () => string;
}

/** `PUT /v1/ratings/:transactionId`: 好差评, one per case. May arrive before its transaction. */
export function addRatingRoute(app: CenterApp, on: RatingDependencies): void {
  app.put(
    '/v1/ratings/:transactionId',
    {
      schema: {
        tags: ['transactions'],
        summary: 'Report the rating of one transaction',
        description:
          'The first rating of a transaction stays; any later one is acknowledged as duplicate and changes nothing.',
        security: KIOSK_SECURITY,
        params: z.object({ transactionId: z.uuid() }),
        headers: idempotencyHeadersSchema,
        body: ratingReportSchema,
        response: {
          200: acknowledgementSchema,
          400: errorAnswerSchema,
          401: errorAnswerSchema,
          403: errorAnswerSchema,
          default: errorAnswerSchema,
        },
      },
    },
    async (request) => {
      const { params, headers, body } = request;
      const key = headers['idempotency-key'];
      assertConsistent(kioskOf(request), body, params.transactionId, body.transactionId);
      return { key, stored: await on.commits.write(() => on.ratings.put(key, body, on.receivedAt())) };
    },
  );
}
