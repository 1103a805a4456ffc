import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** RFC 7914. 2^15 × 8 takes 32 MiB and about a tenth of a second: one try is nothing, a million are a day of work. */
const COST = { n: 2 ** 15, r: 8, p: 1 } as const;
const HASH_BYTES = 32;
const SALT_BYTES = 16;
/** 128 × n × r is what scrypt needs; Node refuses unless it may take a little more. */
const MEMORY_FACTOR = 256;

const bytes = (least: number) =>
  z.base64().refine((text) => Buffer.from(text, 'base64').length >= least, `fewer than ${least} bytes`);

/** A PIN as it lies on the disk. The cost stands beside it, so that it can be raised for new ones. */
export const pinHashSchema = z.strictObject({
  n: z
    .number()
    .int()
    .min(COST.n)
    .max(2 ** 18)
    .refine((n) => Number.isInteger(Math.log2(n)), 'not a power of two'),
  r: z.literal(COST.r),
  p: z.literal(COST.p),
  salt: bytes(SALT_BYTES),
  hash: bytes(HASH_BYTES),
});
export type PinHash = z.infer<typeof pinHashSchema>;

/** Four to eight digits. */
export const pinSchema = z.string().regex(/^\d{4,8}$/);

/** Hashes a new PIN with a salt of its own. */
export async function hashPin(pin: string): Promise<PinHash> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(pin, salt, COST);
  return { ...COST, salt: salt.toString('base64'), hash: hash.toString('base64') };
}

/**
 * Whether the PIN is this one, compared in constant time. Without a hash (nobody of that number) it takes as long and says
 * no. Runs on Node's pool of threads: the doors and the page go on meanwhile.
 */
export async function isPin(pin: string, known: PinHash | undefined): Promise<boolean> {
  if (!known) {
    await derive(pin, Buffer.alloc(SALT_BYTES), COST);
    return false;
  }
  const expected = Buffer.from(known.hash, 'base64');
  const actual = await derive(pin, Buffer.from(known.salt, 'base64'), known);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

function derive(pin: string, salt: Buffer, { n, r, p }: Pick<PinHash, 'n' | 'r' | 'p'>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, HASH_BYTES, { N: n, r, p, maxmem: MEMORY_FACTOR * n * r }, (error, hash) => {
      if (error) reject(error);
      else resolve(hash);
    });
  });
}
