import { z } from 'zod';
import type { CheckCode } from '../documents/check-code.ts';
import type { QueryStore } from '../store/queries.ts';
import type { CenterApp } from './app.ts';
import { foundPage, notFoundPage, PAGE_POLICY } from './verify-page.ts';

/**
 * `GET /verify/:number?c=…`: what the QR code on paper opens, for anybody with a phone. A wrong number and a wrong check
 * code get the very same page, so that numbers cannot be guessed.
 */
export function addVerifyRoute(app: CenterApp, queries: QueryStore, check: CheckCode): void {
  app.get(
    '/verify/:number',
    {
      schema: {
        tags: ['verification'],
        summary: 'Check a document',
        description: 'A page in Chinese for phones. Needs no key; the check code proves that the asker has the paper.',
        params: z.object({ number: z.string().max(64) }),
        querystring: z.object({ c: z.string().max(64).default('') }),
        response: {
          200: { description: 'The document is genuine', content: { 'text/html': { schema: z.string() } } },
          404: { description: 'There is no such document', content: { 'text/html': { schema: z.string() } } },
        },
      },
    },
    async (request, reply) => {
      const { number } = request.params;
      // Both are always looked at, so that the time taken says nothing either.
      const genuine = check.matches(number, request.query.c);
      const facts = queries.facts(number);
      reply.headers(PAGE_POLICY).type('text/html; charset=utf-8');
      return genuine && facts !== null ? reply.send(foundPage(facts)) : reply.code(404).send(notFoundPage());
    },
  );
}
