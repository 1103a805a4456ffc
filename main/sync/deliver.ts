import { type Acknowledgement, acknowledgementSchema, type OutboxMessage } from '../../contract/gateway.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { type CenterFailure, type HttpAnswer, parseJson, statusFailure } from './http.ts';

/** The largest acknowledgement that is read, bytes. */
export const ACKNOWLEDGEMENT_LIMIT_BYTES = 64 * 1024;

export type DeliverFailure =
  /** May succeed later. */
  | { readonly kind: 'retry'; readonly code: CenterFailure }
  /** The center has judged this message; sending it again changes nothing. */
  | { readonly kind: 'refused'; readonly status: number };

/**
 * 4xx that speak about the moment, not about the message: Request Timeout, Too Early, Too Many Requests (RFC 9110, 8470,
 * 6585), and a machine whose enrolment has to be mended first (401, 403).
 */
const LATER_STATUSES = new Set([401, 403, 408, 425, 429]);

/** Where a message is put. */
export function pathOf({ kind, report }: OutboxMessage): string {
  switch (kind) {
    case 'transaction':
      return `/v1/transactions/${report.id}`;
    case 'rating':
      return `/v1/ratings/${report.transactionId}`;
    case 'cell':
      return `/v1/locker/cells/${report.cell}`;
    default:
      return `/v1/locker/${LOCKER_COLLECTIONS[kind]}/${report.id}`;
  }
}

const LOCKER_COLLECTIONS = {
  parcel: 'parcels',
  pickupCode: 'codes',
  notice: 'notices',
  act: 'acts',
  evidence: 'evidence',
  inventory: 'inventories',
  loss: 'losses',
} as const;

/** Only an acknowledgement that names our key is one: a login page with status 200 must not erase anything. */
export function readAcknowledgement(
  key: string,
  { status, body }: HttpAnswer,
): Result<Acknowledgement, DeliverFailure> {
  const failure = statusFailure(status);
  if (failure === 'center.refused' && !LATER_STATUSES.has(status)) return err({ kind: 'refused', status });
  if (failure !== undefined) return err({ kind: 'retry', code: failure });
  const acknowledgement = acknowledgementSchema.safeParse(parseJson(body));
  if (!acknowledgement.success || acknowledgement.data.key !== key)
    return err({ kind: 'retry', code: 'center.badAnswer' });
  return ok(acknowledgement.data);
}
