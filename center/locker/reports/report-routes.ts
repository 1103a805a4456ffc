import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { acknowledgementSchema } from '../../../contract/gateway.ts';
import {
  actReportSchema,
  cellReportSchema,
  codeReportSchema,
  evidenceReportSchema,
  inventoryReportSchema,
  lossReportSchema,
  noticeReportSchema,
  parcelReportSchema,
} from '../../../contract/locker-gateway.ts';
import type { CenterApp } from '../../api/app.ts';
import { KIOSK_SECURITY, kioskOf } from '../../api/auth.ts';
import { errorAnswerSchema, Refusal } from '../../api/errors.ts';
import { assertConsistent, idempotencyHeadersSchema } from '../../api/idempotency.ts';
import type { GroupCommit } from '../../store/group-commit.ts';
import type { Stored } from './ledger.ts';
import type { Reporter } from './reporter.ts';

export interface ReportRouteParts {
  readonly commits: GroupCommit;
  readonly reporter: Reporter;
  /** Called after each commit: there may be messages to send. */
  readonly committed: () => void;
}

/** A signature of 6,000 numbers and a still of 40,000 characters, with room for an agent's name. */
const EVIDENCE_LIMIT_BYTES = 96 * 1024;
/** Every cell of the largest locker may differ. */
const INVENTORY_LIMIT_BYTES = 512 * 1024;

const byId = z.object({ id: z.uuid() });
// A path is text; only the very digits of a number are one.
const byCell = z.object({ cell: z.string().regex(/^[1-9]\d{0,3}$/) });

const REVISIONS =
  'Acknowledged after it is durable. The highest revision is the truth: an older one that arrives later is kept and answered ' +
  'superseded; what was stored already is answered duplicate.';
const ONCE = 'Acknowledged after it is durable; what was stored already is answered duplicate.';

const described = <P extends z.ZodType, B extends z.ZodType>(
  summary: string,
  description: string,
  params: P,
  body: B,
) => ({
  tags: ['locker'],
  summary,
  description,
  security: KIOSK_SECURITY,
  params,
  headers: idempotencyHeadersSchema,
  body,
  response: {
    200: acknowledgementSchema,
    400: errorAnswerSchema,
    401: errorAnswerSchema,
    403: errorAnswerSchema,
    409: errorAnswerSchema,
    413: errorAnswerSchema,
    default: errorAnswerSchema,
  },
});

/** `PUT /v1/locker/…/:id`: all that a kiosk reports of its locker. */
export function addLockerReportRoutes(app: CenterApp, on: ReportRouteParts): void {
  const { reporter } = on;

  const acknowledge = async (
    request: FastifyRequest,
    key: string,
    report: { readonly kioskId: string },
    ids: readonly [inPath: string, inBody: string],
    take: () => Stored,
  ) => {
    assertConsistent(kioskOf(request), report, ...ids);
    const stored = await on.commits.write(take);
    if (stored === 'conflict') throw new Refusal('conflict', 'this key or revision was used for another report');
    on.committed();
    return { key, stored };
  };

  app.put(
    '/v1/locker/parcels/:id',
    {
      schema: described(
        'Report where a parcel is',
        `${REVISIONS} A parcel that is gone takes its codes with it.`,
        byId,
        parcelReportSchema,
      ),
    },
    async (request) => {
      const { params, headers, body } = request;
      const key = headers['idempotency-key'];
      return acknowledge(request, key, body, [params.id, body.id], () => reporter.parcel(key, body));
    },
  );
  app.put(
    '/v1/locker/codes/:id',
    {
      schema: described(
        'Hand over what opens a parcel',
        `For the message to its holder. Kept sealed, and erased when newer codes come or the parcel is gone; codes that are dead when they arrive are answered superseded. ${ONCE}`,
        byId,
        codeReportSchema,
      ),
    },
    async (request) => {
      const { params, headers, body } = request;
      const key = headers['idempotency-key'];
      return acknowledge(request, key, body, [params.id, body.id], () => reporter.code(key, body));
    },
  );
  app.put(
    '/v1/locker/notices/:id',
    {
      schema: described(
        'Have somebody told',
        `The center knows the number and writes the text. A notice waits until its codes are there. ${ONCE}`,
        byId,
        noticeReportSchema,
      ),
    },
    async (request) => {
      const { params, headers, body } = request;
      const key = headers['idempotency-key'];
      return acknowledge(request, key, body, [params.id, body.id], () => reporter.notice(key, body));
    },
  );
  app.put(
    '/v1/locker/acts/:id',
    { schema: described('Report one opening of one door', REVISIONS, byId, actReportSchema) },
    async (request) => {
      const { params, headers, body } = request;
      const key = headers['idempotency-key'];
      return acknowledge(request, key, body, [params.id, body.id], () => reporter.act(key, body));
    },
  );
  app.put(
    '/v1/locker/evidence/:id',
    {
      bodyLimit: EVIDENCE_LIMIT_BYTES,
      schema: described(
        'Hand over a signature',
        `What was given before a door opened; the id is that of the act. Kept sealed. ${ONCE}`,
        byId,
        evidenceReportSchema,
      ),
    },
    async (request) => {
      const { params, headers, body } = request;
      const key = headers['idempotency-key'];
      return acknowledge(request, key, body, [params.id, body.id], () => reporter.evidence(key, body));
    },
  );
  app.put(
    '/v1/locker/cells/:cell',
    {
      schema: described(
        'Report a cell',
        `Door, faults and exceptions; what lies there follows from the parcels. ${REVISIONS}`,
        byCell,
        cellReportSchema,
      ),
    },
    async (request) => {
      const { params, headers, body } = request;
      const key = headers['idempotency-key'];
      return acknowledge(request, key, body, [params.cell, String(body.cell)], () => reporter.cell(key, body));
    },
  );
  app.put(
    '/v1/locker/inventories/:id',
    {
      bodyLimit: INVENTORY_LIMIT_BYTES,
      schema: described('Report what staff counted', ONCE, byId, inventoryReportSchema),
    },
    async (request) => {
      const { params, headers, body } = request;
      const key = headers['idempotency-key'];
      return acknowledge(request, key, body, [params.id, body.id], () => reporter.inventory(key, body));
    },
  );
  app.put(
    '/v1/locker/losses/:id',
    {
      schema: described(
        'Report that the store was lost',
        `What was reported before is not known at the machine any more: its codes are erased, its case can be put in again. ${ONCE}`,
        byId,
        lossReportSchema,
      ),
    },
    async (request) => {
      const { params, headers, body } = request;
      const key = headers['idempotency-key'];
      return acknowledge(request, key, body, [params.id, body.id], () => reporter.loss(key, body));
    },
  );
}
