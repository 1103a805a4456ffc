import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerNotFound } from '../../api/errors.ts';
import { rateLimit } from '../pickup/rate-limit.ts';
import { hashPassword, isPasswordHash, passwordMatches } from './password-hash.ts';

/** `{ "<name>": "scrypt$…" }`: who may see the operators' pages. */
export const operatorsSchema = z.record(
  z.string().regex(/^[A-Za-z0-9._-]{1,40}$/, 'a name: letters, digits, dots and dashes'),
  z.string().refine(isPasswordHash, 'a hash made by --hash-operator'),
);
export type Operators = Readonly<z.infer<typeof operatorsSchema>>;

export interface OperatorAuthentication {
  /** Hook: lets operators pass; answers everybody else itself. */
  readonly check: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
  /** Failed log-ins in the present window. */
  readonly failures: () => number;
}

export interface OperatorOptions {
  /** Absent: there are no such pages. */
  readonly operators?: Operators | undefined;
  /** How long a wrong password is waited for, milliseconds; doubled with each up to eight times as long. Default 500. */
  readonly firstDelayMs?: number | undefined;
  /** Told of each failed log-in: from where, and the how manieth in the window. */
  readonly refused?: ((address: string, failures: number) => void) | undefined;
}

const WINDOW_MS = 10 * 60_000;
const MOST_FAILURES = 10;
const MOST_AT_ONCE = 4;
const REMEMBERED_MS = 5 * 60_000;
const DEFAULT_DELAY_MS = 500;

/** HTTP Basic: a browser asks for name and password by itself, and the pages need no scripts. For use behind TLS. */
export function operatorAuthentication(options: OperatorOptions): OperatorAuthentication {
  const { operators, firstDelayMs = DEFAULT_DELAY_MS, refused } = options;
  const failures = rateLimit(MOST_FAILURES, WINDOW_MS);
  if (operators === undefined)
    return { check: async (request, reply) => answerNotFound(request, reply), failures: () => 0 };

  const known = new Map(Object.entries(operators));
  // Somebody who does not exist takes as long to refuse as somebody who does.
  const nobody = hashPassword(randomBytes(16).toString('hex'));
  const remembered = rememberFor(REMEMBERED_MS);
  const failuresOf = new Map<string, number>();
  let checking = 0;

  const proves = async (name: string, password: string): Promise<boolean> => {
    if (remembered.has(name, password)) return true;
    const matches = await passwordMatches(password, known.get(name) ?? nobody);
    if (matches && known.has(name)) remembered.add(name, password);
    return matches && known.has(name);
  };

  const ask = (reply: FastifyReply): FastifyReply =>
    plain(
      reply.header('www-authenticate', 'Basic realm="Tongban operators", charset="UTF-8"'),
      401,
      '请先登录 / Please log in',
    );

  return {
    async check(request, reply) {
      const given = credentialsOf(request.headers.authorization);
      if (given === null) return ask(reply);
      // Each check costs a tenth of a second and 32 MB: a flood of them must not stop the kiosks.
      if (failures.exhausted(request.ip) || checking >= MOST_AT_ONCE) {
        return plain(reply.header('retry-after', '600'), 429, '请稍后再试 / Please try again later');
      }
      checking += 1;
      // Given back before the delay: whoever guesses waits alone.
      const isProven = await proves(given.name, given.password).finally(() => {
        checking -= 1;
      });
      if (isProven) {
        failuresOf.delete(request.ip);
        return undefined;
      }
      failures.count(request.ip);
      const tries = (failuresOf.get(request.ip) ?? 0) + 1;
      if (failuresOf.size > 1000) failuresOf.clear();
      failuresOf.set(request.ip, tries);
      refused?.(request.ip, tries);
      await new Promise((resolve) => setTimeout(resolve, firstDelayMs * 2 ** Math.min(tries - 1, 3)).unref());
      return ask(reply);
    },
    failures: failures.total,
  };
}

const plain = (reply: FastifyReply, status: number, text: string): FastifyReply =>
  reply.code(status).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(`${text}\n`);

function credentialsOf(header: string | undefined): { readonly name: string; readonly password: string } | null {
  const encoded = /^Basic ([A-Za-z0-9+/=]{1,500})$/i.exec(header ?? '')?.[1];
  const text = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 1 ? null : { name: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** Pages renew themselves; who was proven a moment ago is not computed again. Holds keyed hashes, no passwords. */
function rememberFor(lifeMs: number) {
  const key = randomBytes(32);
  const proofs = new Map<string, { readonly proof: Buffer; readonly untilMs: number }>();
  const proofOf = (name: string, password: string): Buffer =>
    createHmac('sha256', key)
      .update(JSON.stringify([name, password]))
      .digest();
  return {
    has(name: string, password: string): boolean {
      const kept = proofs.get(name);
      return (
        kept !== undefined && kept.untilMs > performance.now() && timingSafeEqual(kept.proof, proofOf(name, password))
      );
    },
    add(name: string, password: string): void {
      proofs.set(name, { proof: proofOf(name, password), untilMs: performance.now() + lifeMs });
    },
  };
}
