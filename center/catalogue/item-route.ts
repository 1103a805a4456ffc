import { z } from 'zod';
import type { CenterApp } from '../api/app.ts';
import { ITEM_PAGE_POLICY, itemPage, noItemPage } from './item-page.ts';
import type { Publisher } from './publisher.ts';

/** `GET /items/:code`: what a kiosk's QR code opens, so that a person can go on at home. Public, as the catalogue is. */
export function addItemRoute(app: CenterApp, catalogue: Pick<Publisher, 'item'>): void {
  app.get(
    '/items/:code',
    {
      schema: {
        tags: ['catalogue'],
        summary: 'Read about an item',
        description: 'A page for phones, in Chinese with English below. Needs no key and holds nothing personal.',
        params: z.object({ code: z.string().max(64) }),
        response: {
          200: { description: 'The item', content: { 'text/html': { schema: z.string() } } },
          404: { description: 'There is no such item', content: { 'text/html': { schema: z.string() } } },
        },
      },
    },
    async (request, reply) => {
      const item = catalogue.item(request.params.code);
      reply.headers(ITEM_PAGE_POLICY).type('text/html; charset=utf-8');
      return item === undefined ? reply.code(404).send(noItemPage()) : reply.send(itemPage(item));
    },
  );
}
