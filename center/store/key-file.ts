import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const KEY_BYTES = 32;

/**
 * The 32 random bytes in `file` (mode 0600), made if it is missing.
 * @throws when the file has another length
 */
export function readOrMakeKey(file: string): Buffer {
  makeKeyOnce(file);
  const key = readFileSync(file);
  if (key.length !== KEY_BYTES) throw new Error(`${file}: expected ${KEY_BYTES} bytes, got ${key.length}`);
  chmodSync(file, 0o600);
  return key;
}

/** Written aside and linked, so that a half-written key is never taken for one and an existing one is never replaced. */
function makeKeyOnce(file: string): void {
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, randomBytes(KEY_BYTES), { mode: 0o600, flush: true });
  try {
    linkSync(aside, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(aside);
  }
}
