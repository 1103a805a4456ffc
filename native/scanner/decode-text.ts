import { err, ok, type Result } from '../../contract/result.ts';
import type { ScanRefusal } from './scanner.ts';

export type TextEncoding = 'utf-8' | 'gbk';

/** Of one code. A QR code holds at most 2,953 bytes; what is longer is no code for us. */
export const LONGEST_CODE_BYTES = 4096;

/** C0, DEL and C1: what steers printers and terminals. Marks of writing direction are for whoever classifies the text. */
const CONTROL = /\p{Cc}/u;

/** The bytes of one code → its text, whole or not at all. */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding): Result<string, ScanRefusal> {
  if (bytes.length > LONGEST_CODE_BYTES) return err('tooLong');
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return CONTROL.test(text) ? err('controlCharacters') : ok(text);
  } catch (error) {
    if (error instanceof TypeError) return err('notDecodable');
    throw error;
  }
}
