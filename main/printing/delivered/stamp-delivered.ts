import { err, ok, type Result } from '../../../contract/result.ts';
import { loadFontSet } from '../fonts/font-set.ts';
import { cleanText } from '../layout/clean-text.ts';
import { type DeliveredStamp, type StampedPdf, stampPdf } from './stamp-pdf.ts';

export type { DeliveredStamp, StampedPdf };

export type StampFailure = 'center.badDocument' | 'document.unprintableCharacter';

export type StampResult = Result<StampedPdf, StampFailure>;

/**
 * Adds a small line at the foot of every page of a PDF that `checkDelivered` let through: which machine printed it, when,
 * its number, page x of y.
 *
 * Works in the calling thread; the core uses `openDocumentLayout().stamp`.
 */
export async function stampDelivered(pdf: Uint8Array, stamp: DeliveredStamp): Promise<StampResult> {
  const fonts = await loadFontSet();
  const words = cleanText(`${stamp.kiosk.id}${stamp.kiosk.site}${stamp.number}`).replaceAll('\n', '');
  if (!fonts.split(words, 'regular').ok) return err('document.unprintableCharacter');
  try {
    return ok(await stampPdf(pdf, stamp));
  } catch {
    // The library throws errors of many kinds on files that break its rules further in than the check has looked.
    return err('center.badDocument');
  }
}
