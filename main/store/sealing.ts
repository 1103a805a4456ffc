import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { err, ok, type Result } from '../../contract/result.ts';
import { loadKeys, type SecretKeys } from './secrets.ts';

const CIPHER = 'aes-256-gcm';
/** Byte 0: version of the key; 1–12: nonce; then the text; the last 16: tag (NIST SP 800-38D). */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + NONCE_BYTES;

/** Closes and opens what is personal before it goes to the disk. */
export interface Sealer {
  /** Seals `text` for one row: it opens only with the same `rowId` (additional authenticated data). */
  seal(rowId: string, text: string): Buffer;
  /** `sealBroken`: other row, other key, or changed bytes. */
  open(rowId: string, sealed: Uint8Array): Result<string, 'sealBroken'>;
  /** Keyed hash (HMAC-SHA-256) of an identity number: equal for the same person at this machine, useless elsewhere. */
  fingerprint(idNumber: string): Buffer;
  /** HMAC-SHA-256 of `text` for one purpose: hashes of two purposes, and fingerprints, never agree. */
  keyedHash(purpose: string, text: string): Buffer;
}

export function createSealer({ sealing, newest, fingerprint }: SecretKeys): Sealer {
  const key = sealing.get(newest);
  if (key === undefined) throw new Error(`no sealing key of version ${newest}`);
  return {
    seal(rowId, text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(rowId));
      return Buffer.concat([
        Buffer.of(newest),
        nonce,
        cipher.update(text, 'utf8'),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
    },
    open(rowId, sealed) {
      const itsKey = sealing.get(sealed[0] ?? 0);
      if (itsKey === undefined || sealed.length < HEADER_BYTES + TAG_BYTES) return err('sealBroken');
      const decipher = createDecipheriv(CIPHER, itsKey, sealed.subarray(1, HEADER_BYTES), { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(rowId))
        .setAuthTag(sealed.subarray(-TAG_BYTES));
      const text = decipher.update(sealed.subarray(HEADER_BYTES, -TAG_BYTES));
      try {
        return ok(Buffer.concat([text, decipher.final()]).toString('utf8'));
      } catch {
        // `final` throws for one reason only: the tag does not fit.
        return err('sealBroken');
      }
    },
    fingerprint: (idNumber) => createHmac('sha256', fingerprint).update(idNumber).digest(),
    keyedHash(purpose, text) {
      // A key for each purpose; no identity number holds a colon, so that none is hashed to such a key.
      const own = createHmac('sha256', fingerprint).update(`purpose:${purpose}`).digest();
      return createHmac('sha256', own).update(text).digest();
    },
  };
}

/** The sealer of one machine; its keys are made at the first start. `secretsDir`: `<dataDir>/secrets`. */
export const openSealer = (secretsDir: string): Sealer => createSealer(loadKeys(secretsDir));
