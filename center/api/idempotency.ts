import { z } from 'zod';
import { Refusal } from './errors.ts';

/** Header of every message from an outbox; the center deduplicates by it. */
export const idempotencyHeadersSchema = z.looseObject({
  'idempotency-key': z
    .string()
    .min(1)
    .max(200)
    .describe('The same key marks the same message, however often it is sent.'),
});

/** A kiosk speaks for itself only, and address and body name the same thing. */
export function assertConsistent(
  kiosk: string,
  report: { readonly kioskId: string },
  inPath: string,
  inBody: string,
): void {
  if (report.kioskId !== kiosk) throw new Refusal('forbidden', 'the report is about another kiosk');
  if (inPath !== inBody) throw new Refusal('badRequest', 'the id in the address is not the id in the body');
}
