import { EPSON_BITS } from '../status-bits.ts';
import type { ReceiptProfile } from './profile.ts';

/**
 * Xprinter and the Chinese boards like it: ESC 9 chooses the code of hanzi (1 for UTF-8 is [2+], 0 for GBK [mem]). [mem]:
 * no GS a and no GS I on the cheaper ones, GS r on all; where it is missing, `completion: "undisturbed"`.
 */
export const XPRINTER: ReceiptProfile = {
  questions: ['printer', 'offlineCause', 'errorCause', 'paper'],
  dialect: 'standard',
  bits: EPSON_BITS,
  completion: 'queued',
  tellsName: false,
  cut: 'feedAndPartial',
  qr: 'raster',
  widthDots: 576,
  selectsTextCode: true,
};
