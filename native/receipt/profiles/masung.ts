import { EPSON_BITS } from '../status-bits.ts';
import type { ReceiptProfile } from './profile.ts';

/**
 * Masung 美松 (MS-D347, EP802, MS-532): its SDK asks queries 1–4 of one byte each and cuts fully in mode 0 [2+]. [inf]: that
 * the bits are Epson's. Nothing is known of GS a, GS I and GS r (only the first pages of a manual are public), so it is polled,
 * and `completion: "queued"` in the settings is worth a trial at the machine: the evidence used without it is weak.
 */
export const MASUNG: ReceiptProfile = {
  questions: ['printer', 'offlineCause', 'errorCause', 'paper'],
  dialect: 'standard',
  bits: EPSON_BITS,
  completion: 'undisturbed',
  tellsName: false,
  cut: 'feedAndFull',
  qr: 'raster',
  widthDots: 576,
  selectsTextCode: false,
};
