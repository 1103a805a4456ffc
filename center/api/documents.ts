import { z } from 'zod';
import type { QueryStore } from '../store/queries.ts';
import type { CenterApp } from './app.ts';
import { KIOSK_SECURITY, kioskOf } from './auth.ts';
import { errorAnswerSchema, Refusal } from './errors.ts';

/** `GET /v1/documents/:number`: the bytes of a delivered PDF. */
export function addDocumentRoute(app: CenterApp, queries: QueryStore): void {
  app.get(
    '/v1/documents/:number',
    {
      schema: {
        tags: ['queries'],
        summary: 'Fetch a delivered PDF',
        description:
          'Only for the kiosk whose query led to it. Its digest, size and pages stand in the answer to that query.',
        security: KIOSK_SECURITY,
        params: z.object({ number: z.string().regex(/^[A-Z0-9-]{8,40}$/) }),
        response: {
          200: { description: 'The PDF', content: { 'application/pdf': { schema: z.unknown() } } },
          401: errorAnswerSchema,
          404: errorAnswerSchema,
          default: errorAnswerSchema,
        },
      },
    },
    async (request, reply) => {
      const pdf = queries.pdf(kioskOf(request), request.params.number);
      if (pdf === null) throw new Refusal('notFound', 'no such document for this kiosk');
      return reply.type('application/pdf').header('cache-control', 'no-store').send(pdf);
    },
  );
}
