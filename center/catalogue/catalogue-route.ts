import { z } from 'zod';
import { catalogueAnswerSchema } from '../../contract/catalogue/manifest.ts';
import type { CenterApp } from '../api/app.ts';
import { KIOSK_SECURITY } from '../api/auth.ts';
import { errorAnswerSchema } from '../api/errors.ts';
import type { Publisher } from './publisher.ts';

/** `GET /v1/catalogue?since=N`: the newest version for a kiosk that has version N. */
export function addCatalogueRoute(app: CenterApp, catalogue: Pick<Publisher, 'answerFor'>): void {
  app.get(
    '/v1/catalogue',
    {
      schema: {
        tags: ['catalogue'],
        summary: 'Fetch the newest catalogue',
        description:
          'The manifest of the newest version with its Ed25519 signature over exactly these bytes, and the entries that ' +
          'version `since` has not; all of them when that version is not known. `unchanged` when there is nothing newer. ' +
          'The public key is not offered here: a kiosk has it from its enrolment.',
        security: KIOSK_SECURITY,
        querystring: z.object({ since: z.coerce.number().int().min(0).max(2_147_483_647).default(0) }),
        response: {
          200: catalogueAnswerSchema,
          400: errorAnswerSchema,
          401: errorAnswerSchema,
          default: errorAnswerSchema,
        },
      },
    },
    async (request) => catalogue.answerFor(request.query.since),
  );
}
