import { createHash } from 'node:crypto';
import type { DeliveredPdf } from '../../contract/gateway.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { type CenterFailure, type HttpAnswer, statusFailure } from './http.ts';

/** The largest finished PDF that is fetched, bytes. */
export const DELIVERED_LIMIT_BYTES = 10 * 1024 * 1024;

/** Checks a fetched document against what the answer declared: the number of bytes and the SHA-256. */
export function readDelivered(declared: DeliveredPdf, { status, body }: HttpAnswer): Result<Uint8Array, CenterFailure> {
  const failure = statusFailure(status);
  if (failure !== undefined) return err(failure);
  const digest = createHash('sha256').update(body).digest('hex');
  if (body.length !== declared.bytes || digest !== declared.sha256) return err('center.badDocument');
  return ok(body);
}
