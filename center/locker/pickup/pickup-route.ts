import { z } from 'zod';
import { readPickupCode } from '../../../contract/pickup-code.ts';
import type { CenterApp } from '../../api/app.ts';
import type { CaseBook } from '../cases/case-book.ts';
import type { CodeStore } from '../reports/codes.ts';
import type { ParcelStore } from '../reports/parcels.ts';
import { endPage, PICKUP_PAGE_POLICY, readyPage } from './pickup-page.ts';
import { rateLimit } from './rate-limit.ts';

export interface PickupRouteParts {
  readonly codes: CodeStore;
  readonly parcels: ParcelStore;
  readonly cases: CaseBook;
}

const WINDOW_MS = 10 * 60_000;
/** Somebody who has a link needs it twice; somebody who guesses needs 10¹² of them. */
const MOST_REQUESTS = 300;
const MOST_MISSES = 20;

/**
 * `GET /pickup/:qr`: what the link in the message opens, for whoever has it. It shows the code for the scanner, which alone
 * opens nothing. No name, no cell, no item.
 */
export function addPickupRoute(app: CenterApp, parts: PickupRouteParts): void {
  const requests = rateLimit(MOST_REQUESTS, WINDOW_MS);
  const misses = rateLimit(MOST_MISSES, WINDOW_MS);
  const html = (description: string) => ({ description, content: { 'text/html': { schema: z.string() } } });
  app.get(
    '/pickup/:qr',
    {
      schema: {
        tags: ['locker'],
        summary: 'Show a pick-up code',
        description:
          'A page for telephones, in Chinese with English below. Needs no key; guessing is slowed by address.',
        params: z.object({ qr: z.string().max(64) }),
        response: {
          200: html('The code, or what became of it'),
          404: html('There is no such code'),
          429: html('Too many requests from this address'),
        },
      },
    },
    async (request, reply) => {
      reply.headers(PICKUP_PAGE_POLICY).type('text/html; charset=utf-8');
      if (requests.exhausted(request.ip) || misses.exhausted(request.ip)) {
        return reply
          .code(429)
          .header('retry-after', String(WINDOW_MS / 1000))
          .send(endPage('tooMany'));
      }
      requests.count(request.ip);
      const shown = pageFor(parts, request.params.qr);
      if (shown !== null) return reply.send(shown);
      misses.count(request.ip);
      return reply.code(404).send(endPage('unknown'));
    },
  );
}

function pageFor({ codes, parcels, cases }: PickupRouteParts, qr: string): string | null {
  const known = readPickupCode(qr).type === 'digits' ? codes.byQr(qr) : undefined;
  if (known === undefined) return null;
  const { kioskId, parcelId, alive } = known;
  const { state, caseNumber, lostAt = null } = parcels.find(kioskId, parcelId) ?? {};
  if (state === 'lost') return endPage('missing');
  if (lostAt !== null) return endPage('lost');
  if (state === 'released') return endPage('taken');
  if (state === 'takenBack' || state === 'canceled') return endPage('takenBack');
  if (!alive) return endPage('replaced');
  // A link may be opened before its parcel was reported: then the stricter rule is told.
  const agents = caseNumber !== undefined && cases.find(caseNumber)?.agents === true;
  return readyPage(qr, cases.placeOf(kioskId), agents);
}
