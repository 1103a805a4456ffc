import { createHash } from 'node:crypto';
import type { DeliveredPdf } from '../../../contract/gateway.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import { type Bounds, boundedThread } from './bounded-thread.ts';
import type { Inspection, InspectTask } from './inspect-pdf.ts';

export interface DeliveredLimits {
  /** What the item allows; never more than this is printed. */
  readonly maxPages: number;
}

/** Larger files are refused whatever was announced. */
export const MAX_DELIVERED_BYTES = 20 * 1024 * 1024;

/** Far above what an honest file needs (about 0.3 s), so that only a hostile one meets it. */
export const INSPECT_BOUNDS: Bounds = { milliseconds: 5_000, bytes: 512 * 1024 * 1024 };

const inspector = boundedThread<InspectTask, Inspection>(
  new URL('./inspect-worker.ts', import.meta.url),
  INSPECT_BOUNDS,
);

/** Starts the thread that the next check will use; without it a check takes about 0.2 s longer. */
export const warmCheck = (): void => inspector.prepare();

const MAGIC = Buffer.from('%PDF-');

/**
 * Checks a PDF that a department delivered, before anything of it is printed: the bytes are those announced (length and
 * SHA-256), it is a PDF that parses, not encrypted, without active content, of the announced number of A4 pages. Bounded
 * in time and memory. Whatever is wrong, the answer is `center.badDocument`.
 */
export async function checkDelivered(
  bytes: Uint8Array,
  expected: DeliveredPdf,
  limits: DeliveredLimits,
  bounds: Bounds = INSPECT_BOUNDS,
): Promise<Result<{ readonly pages: number }, 'center.badDocument'>> {
  const asAnnounced =
    bytes.length === expected.bytes &&
    bytes.length <= MAX_DELIVERED_BYTES &&
    expected.pages <= limits.maxPages &&
    MAGIC.equals(bytes.subarray(0, MAGIC.length)) &&
    createHash('sha256').update(bytes).digest('hex') === expected.sha256;
  if (!asAnnounced) return err('center.badDocument');
  const inspection = await inspector.run({ bytes, maxPages: limits.maxPages }, bounds);
  if (!inspection.ok || !inspection.value.ok) return err('center.badDocument');
  const { pages } = inspection.value;
  return pages === expected.pages ? ok({ pages }) : err('center.badDocument');
}
