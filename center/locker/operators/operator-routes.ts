import { z } from 'zod';
import type { CenterApp } from '../../api/app.ts';
import type { MessageStore } from '../messages/message-store.ts';
import type { OperatorAuthentication } from './authentication.ts';
import { mapPage } from './map-page.ts';
import { lockerMaps, type MapParts } from './map-view.ts';
import { messagesPage } from './messages-page.ts';
import { OPERATOR_PAGE_POLICY } from './page.ts';

export interface OperatorRouteParts extends MapParts {
  readonly messages: MessageStore;
  readonly authentication: OperatorAuthentication;
}

const MESSAGES_SHOWN = 200;
/** Codes come with their notice: after so long they do not come by themselves any more. */
const STUCK_MS = 3_600_000;

/** How a page of the operators is described in the OpenAPI document. */
const OPERATOR_SECURITY = [{ operator: [] }];

/** `GET /operator/locker` and `GET /operator/messages`: pages without scripts, for operators with a password. */
export function addOperatorRoutes(app: CenterApp, parts: OperatorRouteParts): void {
  const { authentication, messages } = parts;
  const html = (description: string) => ({ description, content: { 'text/html': { schema: z.string() } } });
  const text = (description: string) => ({ description, content: { 'text/plain': { schema: z.string() } } });
  const described = (summary: string, description: string) => ({
    tags: ['operation'],
    summary,
    description: `${description} Not there unless operators are configured.`,
    security: OPERATOR_SECURITY,
    response: {
      200: html('The page'),
      401: text('No password, or a wrong one'),
      429: text('Too many wrong passwords from this address'),
    },
  });
  app.addHook('onRequest', authentication.check);
  app.get(
    '/operator/locker',
    {
      schema: described(
        'See the locker map',
        'Per kiosk its cells with size, state, age, door and faults, what waits for staff, and how old the last report is.',
      ),
    },
    async (_request, reply) => {
      reply.headers(OPERATOR_PAGE_POLICY).type('text/html; charset=utf-8');
      const now = parts.now();
      const counts = {
        failedMessages: messages.countFailed(),
        stuckMessages: messages.countStuck(new Date(now.getTime() - STUCK_MS)),
        failedLogins: authentication.failures(),
      };
      return reply.send(mapPage({ maps: lockerMaps(parts), now, ...counts }));
    },
  );
  app.get(
    '/operator/messages',
    {
      schema: described(
        'See what people were told',
        'The newest messages, numbers and codes masked, with their delivery.',
      ),
    },
    async (_request, reply) => {
      reply.headers(OPERATOR_PAGE_POLICY).type('text/html; charset=utf-8');
      return reply.send(messagesPage(messages.list(MESSAGES_SHOWN)));
    },
  );
}
