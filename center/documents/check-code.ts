import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { readOrMakeKey } from '../store/key-file.ts';

/** Proves that whoever asks has seen the document: the number alone opens nothing. */
export interface CheckCode {
  /** 12 url-safe characters, 72 bits of HMAC-SHA256 over the number. */
  of(number: string): string;
  /** In constant time, whatever was given. */
  matches(number: string, code: string): boolean;
}

const CODE_BYTES = 9;

/**
 * Uses the key in `verify.key` of the data directory (mode 0600), made at the first start. Losing it makes every QR code
 * on paper invalid, so it belongs into the backup with the database.
 * @throws when the file has another length than 32 bytes
 */
export function checkCode(dataDir: string): CheckCode {
  const key = readOrMakeKey(join(dataDir, 'verify.key'));
  const of = (number: string): string =>
    createHmac('sha256', key).update(number).digest().subarray(0, CODE_BYTES).toString('base64url');
  return {
    of,
    matches(number, code) {
      const expected = Buffer.from(of(number));
      const given = Buffer.from(code);
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
}

/** Without the characters that are mistaken for one another (0/O, 1/I/L, U/V). */
const NUMBER_ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const NUMBER_LENGTH = 8;

/** `SH20261121-4F7K2Q9M`: the day of issue (`YYYY-MM-DD` in Shanghai) and eight random characters. */
export function newDocumentNumber(today: string): string {
  const random = Array.from({ length: NUMBER_LENGTH }, () => NUMBER_ALPHABET[randomInt(NUMBER_ALPHABET.length)]);
  return `SH${today.replaceAll('-', '')}-${random.join('')}`;
}
