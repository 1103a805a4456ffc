import { enableAutomaticStatus } from '../escpos.ts';
import { EPSON_BITS } from '../status-bits.ts';
import type { ReceiptProfile } from './profile.ts';

/**
 * Epson TM and the many that follow it closely (Citizen, Bixolon, SNBC): [2+] throughout. Also for a printer of unknown
 * make, therefore codes as images: current TMs know GS ( k, many that call themselves compatible do not.
 */
export const EPSON: ReceiptProfile = {
  questions: ['printer', 'offlineCause', 'errorCause', 'paper'],
  dialect: 'standard',
  bits: EPSON_BITS,
  automatic: { enable: enableAutomaticStatus(), report: 'asb' },
  completion: 'queued',
  tellsName: true,
  cut: 'feedAndPartial',
  qr: 'raster',
  widthDots: 576,
  selectsTextCode: false,
};
