import { randomBytes, type ScryptOptions, scrypt, scryptSync, timingSafeEqual } from 'node:crypto';

/** `scrypt$15$8$1$<salt>$<hash>`: the cost as a power of two, block size, parallelism; both values base64url. */
const SHAPE = /^scrypt\$(1[4-7])\$(8)\$([1-4])\$([\w-]{22,64})\$([\w-]{43})$/;

const COST = { power: 15, block: 8, parallel: 1 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

export const isPasswordHash = (text: string): boolean => SHAPE.test(text);

/** Takes about a tenth of a second, in this thread: for setting up, not for serving. */
export function hashPassword(password: string): string {
  const salt = randomBytes(SALT_BYTES);
  const { power, block, parallel } = COST;
  const hash = scryptSync(password.normalize('NFC'), salt, HASH_BYTES, optionsOf(power, block, parallel));
  return ['scrypt', power, block, parallel, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** In another thread, and in constant time; false for what is no hash. */
export async function passwordMatches(password: string, hash: string): Promise<boolean> {
  const [, power, block, parallel, salt = '', expected = ''] = SHAPE.exec(hash) ?? [];
  if (power === undefined) return false;
  const options = optionsOf(Number(power), Number(block), Number(parallel));
  const given = await new Promise<Buffer>((resolve, reject) => {
    scrypt(password.normalize('NFC'), Buffer.from(salt, 'base64url'), HASH_BYTES, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
  return timingSafeEqual(given, Buffer.from(expected, 'base64url'));
}

function optionsOf(power: number, r: number, p: number): ScryptOptions {
  const N = 2 ** power;
  // What scrypt needs, and a little.
  return { N, r, p, maxmem: 130 * N * r + 256 * r * p };
}
