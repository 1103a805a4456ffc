import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from './errors.ts';

/** `{ "310120-0042": "…" }`: the key of every enrolled kiosk. */
export const kioskKeysSchema = z.record(
  z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'a kiosk id: letters, digits and dashes'),
  z.string().min(16, 'a key of at least 16 characters'),
);
export type KioskKeys = Readonly<z.infer<typeof kioskKeysSchema>>;

export const KIOSK_HEADER = 'x-tongban-kiosk';

/** How a protected route is described in the OpenAPI document. */
export const KIOSK_SECURITY = [{ kioskKey: [], kioskId: [] }];

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Lets a request pass when its bearer key is that of the kiosk it names. Looks the same whether kiosk or key is wrong. */
export function kioskAuthentication(keys: KioskKeys): (request: FastifyRequest) => Promise<void> {
  const digests = new Map(Object.entries(keys).map(([kiosk, key]) => [kiosk, digest(key)]));
  const nobody = randomBytes(32);
  return async (request) => {
    const given = /^Bearer (\S{1,500})$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const expected = digests.get(kioskOf(request));
    const matches = timingSafeEqual(digest(given), expected ?? nobody);
    if (!matches || expected === undefined) throw new Refusal('unauthorized', 'unknown kiosk or wrong key');
  };
}

/** The kiosk that a request comes from; proven in routes behind `kioskAuthentication`. */
export function kioskOf(request: FastifyRequest): string {
  const header = request.headers[KIOSK_HEADER];
  return typeof header === 'string' ? header : '';
}
