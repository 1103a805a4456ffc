import iconv from 'iconv-lite';
import type { Sex } from '../../contract/identity-card.ts';
import { decodeCardText, type VisibleText } from '../idcard/visible-text.ts';

/** Values of items → fields. `undefined`: empty on the card, or nothing the standard knows. None of them throws. */

/** "cn": decimal digits, two in a byte, filled up with F from the right. */
export function decodeDigits(value: Uint8Array): string | undefined {
  const digits = Buffer.from(value).toString('hex').replace(/f+$/u, '');
  return /^\d+$/u.test(digits) ? digits : undefined;
}

/** "an": ASCII, filled up with 00 (seen too: spaces, FF) from the right. */
export function decodeAscii(value: Uint8Array): string | undefined {
  const text = Buffer.from(value)
    .toString('latin1')
    .replace(/[\0 \xff]+$/u, '');
  return /^[\x21-\x7e]+$/u.test(text) ? text : undefined;
}

/** Eight digits of a day that exists → `YYYY-MM-DD`. */
export function decodeDate(value: Uint8Array): string | undefined {
  const [, year, month, day] = decodeDigits(value)?.match(/^(\d{4})(\d{2})(\d{2})$/u) ?? [];
  if (!year || !month || !day) return undefined;
  const date = `${year}-${month}-${day}`;
  const known = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(known.getTime()) && known.toISOString().startsWith(date) ? date : undefined;
}

/** GBK, filled up with 00; what cannot be shown is replaced visibly. */
export function decodeText(value: Uint8Array): VisibleText {
  const end = value.findLastIndex((byte) => byte !== 0x00 && byte !== 0xff) + 1;
  const text = iconv.decode(Buffer.from(value.subarray(0, end)), 'gb18030');
  const visible = decodeCardText(Buffer.from(text, 'utf16le'));
  // The decoder has its own U+FFFD for bytes that are no character.
  const unreadable = [...text].filter((character) => character === '\u{FFFD}').length;
  return { text: visible.text, replaced: visible.replaced + unreadable };
}

const SEXES: Readonly<Record<string, Sex>> = { 0: 'unknown', 1: 'male', 2: 'female', 9: 'notStated' };

export const decodeSex = (value: Uint8Array): Sex | undefined => SEXES[decodeAscii(value) ?? ''];

/** One byte that is two digits (`bcd`), or a number. Which of the two cards mean is inferred: see the configuration. */
export function decodeEthnicCode(value: Uint8Array, form: 'bcd' | 'binary'): string | undefined {
  if (value.length !== 1) return undefined;
  const code = form === 'bcd' ? decodeDigits(value) : String(value[0]).padStart(2, '0');
  return code?.length === 2 && code !== '00' ? code : undefined;
}

/** The identification code begins with the region: six digits, two in a byte. */
export const decodeRegion = (value: Uint8Array): string | undefined => {
  const digits = Buffer.from(value.subarray(0, 3)).toString('hex');
  return /^\d{6}$/u.test(digits) ? digits : undefined;
};
