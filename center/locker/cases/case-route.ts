import { z } from 'zod';
import { caseNumberSchema, directionSchema } from '../../../contract/locker.ts';
import { caseAnswerSchema } from '../../../contract/locker-gateway.ts';
import type { CenterApp } from '../../api/app.ts';
import { KIOSK_SECURITY, kioskOf } from '../../api/auth.ts';
import { errorAnswerSchema, Refusal } from '../../api/errors.ts';
import { rateLimit } from '../pickup/rate-limit.ts';
import { answerCase, type CaseDesk } from './case-answer.ts';

/**
 * Staff put in thirty documents in ten minutes; whoever counts through the numbers with a kiosk's key, to learn whose they are,
 * gets no further than this.
 */
export const MOST_LOOK_UPS = 120;
const WINDOW_MS = 10 * 60_000;

/** `GET /v1/locker/cases/:caseNumber`: whether, and for whom, something is put into the locker. */
export function addCaseRoute(app: CenterApp, desk: CaseDesk): void {
  const lookUps = rateLimit(MOST_LOOK_UPS, WINDOW_MS);
  app.get(
    '/v1/locker/cases/:caseNumber',
    {
      schema: {
        tags: ['locker'],
        summary: 'Look up a case before a door opens',
        description:
          'Changes nothing. A case that cannot be put in is answered with the reason, not with an error; a number that is none ' +
          'is a bad request. What lockers reported changes the answer: stored, closed once it was fetched, ready again when ' +
          'staff took it back.',
        security: KIOSK_SECURITY,
        params: z.object({ caseNumber: caseNumberSchema }),
        querystring: z.object({ direction: directionSchema }),
        response: {
          200: caseAnswerSchema,
          400: errorAnswerSchema,
          401: errorAnswerSchema,
          429: errorAnswerSchema,
          default: errorAnswerSchema,
        },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const kiosk = kioskOf(request);
      if (lookUps.exhausted(kiosk)) throw new Refusal('tooMany', 'too many look-ups from this kiosk');
      lookUps.count(kiosk);
      return answerCase(desk, kiosk, request.params.caseNumber, request.query.direction);
    },
  );
}
