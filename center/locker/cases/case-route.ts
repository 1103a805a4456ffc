import { z } from 'zod';
import { caseNumberSchema, directionSchema } from '../../../contract/locker.ts';
import { caseAnswerSchema } from '../../../contract/locker-gateway.ts';
import type { CenterApp } from '../../api/app.ts';
import { KIOSK_SECURITY, kioskOf } from '../../api/auth.ts';
import { errorAnswerSchema } from '../../api/errors.ts';
import { answerCase, type CaseDesk } from './case-answer.ts';

/** `GET /v1/locker/cases/:caseNumber`: whether, and for whom, something is put into the locker. */
export function addCaseRoute(app: CenterApp, desk: CaseDesk): void {
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
          default: errorAnswerSchema,
        },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return answerCase(desk, kioskOf(request), request.params.caseNumber, request.query.direction);
    },
  );
}
