import { z } from 'zod';
import { caseNumberSchema, cellNumberSchema, directionSchema, parcelStateSchema } from '../../../contract/locker.ts';
import { noticeReportSchema } from '../../../contract/locker-gateway.ts';
import type { CenterApp } from '../../api/app.ts';
import { KIOSK_SECURITY, kioskOf } from '../../api/auth.ts';
import { errorAnswerSchema } from '../../api/errors.ts';
import { maskCode } from '../messages/compose.ts';
import { deliverySchema, invites, messageFailureSchema } from '../messages/message.ts';
import type { MessageStore } from '../messages/message-store.ts';
import type { CodeStore } from './codes.ts';
import type { ParcelStore } from './parcels.ts';

/** What lies in this kiosk's locker for longer than it should, the oldest first. */
export const overdueListSchema = z.object({
  overdue: z.array(
    z.object({
      parcelId: z.uuid(),
      caseNumber: caseNumberSchema,
      direction: directionSchema,
      state: parcelStateSchema,
      cell: cellNumberSchema.nullable(),
      storedAt: z.string().nullable(),
      overdueAt: z.string(),
    }),
  ),
});

/** What this kiosk asked to be told, the newest first, and what became of it. */
export const noticeListSchema = z.object({
  notices: z.array(
    z.object({
      id: z.uuid(),
      parcelId: z.uuid(),
      caseNumber: caseNumberSchema,
      kind: noticeReportSchema.shape.kind,
      at: z.string(),
      delivery: deliverySchema,
      attempts: z.number().int(),
      failure: messageFailureSchema.nullable(),
      /** `****12`: of the codes that go with it, while they open anything. */
      code: z.string().nullable(),
    }),
  ),
});

export interface ListRouteParts {
  readonly parcels: ParcelStore;
  readonly codes: CodeStore;
  readonly messages: MessageStore;
  readonly now: () => Date;
}

/** `GET /v1/locker/overdue` and `GET /v1/locker/notices`: of the kiosk that asks, and of no other. */
export function addLockerListRoutes(app: CenterApp, { parcels, codes, messages, now }: ListRouteParts): void {
  const refusals = { 400: errorAnswerSchema, 401: errorAnswerSchema, default: errorAnswerSchema };
  app.get(
    '/v1/locker/overdue',
    {
      schema: {
        tags: ['locker'],
        summary: "List this kiosk's overdue parcels",
        description: 'As they were last reported, the oldest first; whose they are is not told.',
        security: KIOSK_SECURITY,
        response: { 200: overdueListSchema, ...refusals },
      },
    },
    async (request) => ({
      overdue: parcels.overdue(kioskOf(request), now()).map(({ id, overdueAt, ...parcel }) => ({
        parcelId: id,
        caseNumber: parcel.caseNumber,
        direction: parcel.direction,
        state: parcel.state,
        cell: parcel.cell,
        storedAt: parcel.storedAt,
        overdueAt: overdueAt ?? '',
      })),
    }),
  );
  app.get(
    '/v1/locker/notices',
    {
      schema: {
        tags: ['locker'],
        summary: "List this kiosk's notices",
        description: 'The newest first, with what became of each. Neither numbers nor codes are told.',
        security: KIOSK_SECURITY,
        querystring: z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
        response: { 200: noticeListSchema, ...refusals },
      },
    },
    async (request) => {
      const kiosk = kioskOf(request);
      return {
        notices: messages.list(request.query.limit, kiosk).map((message) => {
          const alive = invites(message.kind) ? codes.ofParcel(kiosk, message.parcelId) : undefined;
          const own = alive !== undefined && alive.issue === (message.issue ?? alive.issue);
          const { id, parcelId, caseNumber, kind, at, state, attempts, failure } = message;
          const code = own ? maskCode(alive.code) : null;
          return { id, parcelId, caseNumber, kind, at, delivery: state, attempts, failure, code };
        }),
      };
    },
  );
}
