import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateDirectory, writePrivateFile } from './private-files.ts';

const KEY_BYTES = 32;
const SEALING_FILE = /^sealing-([1-9]\d{0,2})\.key$/;
const HIGHEST_VERSION = 255;

export interface SecretKeys {
  /** Version (1–255) → 32 bytes. Older versions stay, so that what they sealed can still be opened. */
  readonly sealing: ReadonlyMap<number, Buffer>;
  /** The version that seals. */
  readonly newest: number;
  readonly fingerprint: Buffer;
}

function keyOf(path: string): Buffer {
  if (!existsSync(path)) writePrivateFile(path, randomBytes(KEY_BYTES));
  const key = readFileSync(path);
  if (key.length !== KEY_BYTES) throw new Error(`${path} must hold ${KEY_BYTES} bytes, has ${key.length}`);
  return key;
}

/** Reads the keys of `directory`, making directory (0700) and keys (0600) at the first start. Throws when a key file is damaged. */
export function loadKeys(directory: string): SecretKeys {
  makePrivateDirectory(directory);
  const versions = readdirSync(directory)
    .map((name) => Number(SEALING_FILE.exec(name)?.[1]))
    .filter((version) => version >= 1 && version <= HIGHEST_VERSION);
  const newest = Math.max(1, ...versions);
  const sealing = new Map(
    [newest, ...versions].map((version) => [version, keyOf(join(directory, `sealing-${version}.key`))]),
  );
  return { sealing, newest, fingerprint: keyOf(join(directory, 'fingerprint.key')) };
}
