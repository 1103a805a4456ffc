import { err, ok, type Result } from '../../contract/result.ts';
import { FINGERPRINT_BYTES, PHOTO_BYTES, TEXT_BYTES } from './commands.ts';

export interface BaseInformation {
  /** 256 bytes UTF-16LE, one of the four layouts. */
  readonly text: Uint8Array;
  /** 1024 bytes, compressed by a method that is not public (WLT); opaque here. */
  readonly photo: Uint8Array;
  /** 1024 bytes, opaque; 0 bytes on a card without one; absent when it was not asked for. */
  readonly fingerprint?: Uint8Array;
}

/**
 * Data of a good read: a length of two bytes, big-endian, for each of text, photo and (where asked for) fingerprint, then
 * these. `lengths`: they are not what a card has, or do not add up to what came.
 */
export function splitBaseInformation(data: Uint8Array, withFingerprint: boolean): Result<BaseInformation, 'lengths'> {
  const head = withFingerprint ? 6 : 4;
  const lengthAt = (at: number): number => ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0);
  const fingerprintBytes = withFingerprint ? lengthAt(4) : 0;
  const photoAt = head + TEXT_BYTES;
  const fingerprintAt = photoAt + PHOTO_BYTES;
  const fits =
    lengthAt(0) === TEXT_BYTES &&
    lengthAt(2) === PHOTO_BYTES &&
    (fingerprintBytes === 0 || fingerprintBytes === FINGERPRINT_BYTES) &&
    data.length === fingerprintAt + fingerprintBytes;
  if (!fits) return err('lengths');
  const text = data.slice(head, photoAt);
  const photo = data.slice(photoAt, fingerprintAt);
  return ok(withFingerprint ? { text, photo, fingerprint: data.slice(fingerprintAt) } : { text, photo });
}
