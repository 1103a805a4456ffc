import { err, ok, type Result } from '../../../contract/result.ts';
import { loadFontSet } from '../fonts/font-set.ts';
import { cleanText } from '../layout/clean-text.ts';
import { INSPECT_BOUNDS } from './check-delivered.ts';
import { runBounded } from './run-bounded.ts';

export interface DeliveredStamp {
  readonly kiosk: { readonly id: string; readonly site: string };
  /** Document number. */
  readonly number: string;
  readonly printedAt: Date;
}

export type StampFailure = 'center.badDocument' | 'document.unprintableCharacter';

export interface StampedPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/**
 * Adds a small line at the foot of every page of a PDF that `checkDelivered` let through: which machine printed it, when,
 * its number, page x of y. Bounded like the check.
 */
export async function stampDelivered(
  pdf: Uint8Array,
  stamp: DeliveredStamp,
): Promise<Result<StampedPdf, StampFailure>> {
  const fonts = await loadFontSet();
  if (!fonts.split(cleanText(`${stamp.kiosk.id}${stamp.kiosk.site}${stamp.number}`), 'regular').ok) {
    return err('document.unprintableCharacter');
  }
  const thread = new URL('./stamp-worker.ts', import.meta.url);
  const stamped = await runBounded<StampedPdf>(thread, { pdf, stamp }, INSPECT_BOUNDS);
  return stamped.ok ? ok(stamped.value) : err('center.badDocument');
}
