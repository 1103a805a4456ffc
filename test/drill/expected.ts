import { AUXILIARIES, LOCKER, UPS } from './expected/cabinet.ts';
import { ID_CARD, SOCIAL_CARD } from './expected/cards.ts';
import { DOCUMENT, RECEIPT_CUSTOM, RECEIPT_EPSON } from './expected/printers.ts';
import { HID_POS, NEWLAND } from './expected/scanners.ts';
import type { Outcome, StatedOutcomes } from './expected/stated.ts';
import type { CellResult } from './run-cell.ts';
import { DONE } from './subject.ts';

/** The stated outcomes, by the name of the subject. */
export const EXPECTED: Readonly<Record<string, StatedOutcomes>> = {
  'idCard sdt': ID_CARD,
  'idCard cvr-sum': ID_CARD,
  'socialCard pcsc': SOCIAL_CARD,
  'scanner newland': NEWLAND,
  'scanner hid-pos': HID_POS,
  'receipt epson': RECEIPT_EPSON,
  'receipt custom-vkp80': RECEIPT_CUSTOM,
  'document ipp': DOCUMENT,
  'locker kr-8a': LOCKER,
  'locker wkly': LOCKER,
  'locker cu12': LOCKER,
  'locker cu16': LOCKER,
  'locker cu48': LOCKER,
  'locker modbus-relay': LOCKER,
  'auxiliaries modbus-io': AUXILIARIES,
  'ups nut': UPS,
};

/** Where a result is other than stated, in words; empty: nowhere. Times are no part of it. */
export function deviations(result: CellResult, stated: Outcome): string[] {
  const strange = result.reasons.filter((reason) => !stated.reasons.includes(reason));
  const unlike = (what: string, is: string, wanted: string): string => `${what}: ${is}, stated: ${wanted}`;
  return [
    ...(stated.work.includes(result.work) ? [] : [unlike('work', result.work, stated.work.join(' or '))]),
    ...(result.state === stated.state ? [] : [unlike('state', result.state, stated.state)]),
    ...(strange.length === 0 ? [] : [unlike('reasons', strange.join(', '), stated.reasons.join(', ') || 'none')]),
    ...(result.again === DONE ? [] : [unlike('after it was mended', result.again, DONE)]),
    ...result.harm,
  ];
}
