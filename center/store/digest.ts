import { createHash } from 'node:crypto';

/** SHA-256 over values in a fixed order; tells whether a repeated request has the same content. */
export function contentDigest(...parts: readonly (string | number | undefined)[]): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(parts.map((part) => part ?? null)))
    .digest();
}
