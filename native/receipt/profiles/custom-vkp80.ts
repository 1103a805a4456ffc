import { enableAutomaticFullStatus } from '../escpos.ts';
import { CUSTOM_BITS } from '../status-bits.ts';
import type { ReceiptProfile } from './profile.ts';

/**
 * Custom VKP80 and its relatives (KPM150, KPM300, PRT80) with a presenter: full status [2+] within the maker's manuals.
 * [mem], therefore settings: `cut` (VKP80 presents after a cut by its own set-up; commands for the presenter were not found)
 * and `completion` (whether it knows GS r; if it does, `queued` is the stronger evidence). [inf]: automatic messages.
 */
export const CUSTOM_VKP80: ReceiptProfile = {
  questions: ['printStatus', 'full'],
  dialect: 'custom',
  bits: CUSTOM_BITS,
  automatic: { enable: enableAutomaticFullStatus(), report: 'full' },
  completion: 'fullStatus',
  tellsName: false,
  cut: 'full',
  qr: 'raster',
  widthDots: 576,
  selectsTextCode: false,
};
