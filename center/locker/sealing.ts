import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readOrMakeKey } from '../store/key-file.ts';

/** Keeps codes and signatures of residents unreadable in copies of the database. */
export interface Sealing {
  /** AES-256-GCM; `name` says what it belongs to, so that it cannot be moved to something else. */
  seal(name: string, content: object): Buffer;
  /** Null when it was sealed under another name or key, or is damaged. */
  open(name: string, sealed: Buffer): unknown;
  /** Keyed hash, to find a row by what must not stand in it. */
  hash(text: string): Buffer;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Uses the key in `locker.key` of the data directory (mode 0600), made at the first start; it belongs into the backup. */
export function lockerSealing(dataDir: string): Sealing {
  const key = readOrMakeKey(join(dataDir, 'locker.key'));
  const derived = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', purpose, 32));
  const sealingKey = derived('seal');
  const hashKey = derived('hash');
  return {
    seal(name, content) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce).setAAD(Buffer.from(name));
      const hidden = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, hidden, cipher.getAuthTag()]);
    },
    open(name, sealed) {
      const nonce = sealed.subarray(0, NONCE_BYTES);
      const hidden = sealed.subarray(NONCE_BYTES, -TAG_BYTES);
      try {
        const decipher = createDecipheriv('aes-256-gcm', sealingKey, nonce, { authTagLength: TAG_BYTES });
        decipher.setAAD(Buffer.from(name)).setAuthTag(sealed.subarray(-TAG_BYTES));
        return JSON.parse(Buffer.concat([decipher.update(hidden), decipher.final()]).toString('utf8'));
      } catch {
        // Another key, or another row's content: whoever asks has to do without.
        return null;
      }
    },
    hash: (text) => createHmac('sha256', hashKey).update(text).digest(),
  };
}
