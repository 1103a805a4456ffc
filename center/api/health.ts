import { z } from 'zod';
import type { CenterApp } from './app.ts';

/** `GET /v1/health`: the center is up and its database answers. */
export function addHealthRoute(app: CenterApp, databaseAnswers: () => boolean): void {
  app.get(
    '/v1/health',
    {
      schema: {
        tags: ['operation'],
        summary: 'Whether the center can serve',
        description: 'Needs no key. Looks into the database, so an answer means that queries can be served.',
        response: { 200: z.object({ status: z.enum(['ok', 'storeFailed']) }) },
      },
    },
    async () => ({ status: databaseAnswers() ? ('ok' as const) : ('storeFailed' as const) }),
  );
}
