import type { ErrorCode } from '../../contract/errors.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../../native/clock.ts';

export type CenterFailure = Extract<ErrorCode, `center.${string}`>;

/** Where the center is and who we are to it. */
export interface CenterAddress {
  /** May have a path: `https://city.example/kiosks`. */
  readonly url: string;
  readonly kioskId: string;
  /** The bearer key that enrolment wrote. */
  readonly key: string;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** For the whole exchange, to the last byte of the answer. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal?: AbortSignal | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: Uint8Array;
}

/** A kept-alive connection that the center closed meanwhile; every request is idempotent, so one more try is harmless. */
const STALE_CODES = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);
const TIMEOUT_CODES = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);
/** What came is no HTTP, or not what its headers say: parser errors, lengths that differ, broken compression. */
const GARBAGE_CODES = /^(HPE_|UND_ERR_RES|UND_ERR_HEADERS_OVERFLOW|Z_)/;

function causeCode(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

async function readBounded(response: Response, maxBytes: number): Promise<Uint8Array | 'tooLarge'> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of response.body ?? []) {
    total += chunk.length;
    // Leaving the loop cancels the stream.
    if (total > maxBytes) return 'tooLarge';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * One exchange with the center. Failures: `center.timeout` (not complete in time, or called off by `signal`),
 * `center.unreachable` (refused, reset, not resolved, no trust), `center.badAnswer` (no HTTP, or longer than `maxBytes`).
 * Any status is an answer; redirects are not followed: a center has none, a captive portal has.
 */
export async function exchange(
  { url, kioskId, key }: CenterAddress,
  { method, path, headers = {}, json, timeoutMs, maxBytes, signal }: HttpRequest,
  clock: Clock,
): Promise<Result<HttpAnswer, CenterFailure>> {
  const deadline = new AbortController();
  const cancelDeadline = clock.after(timeoutMs, () => deadline.abort());
  const signals = signal === undefined ? [deadline.signal] : [deadline.signal, signal];
  const either = AbortSignal.any(signals);
  const request = (): Request =>
    new Request(url.replace(/\/+$/, '') + path, {
      method,
      redirect: 'manual',
      signal: either,
      headers: {
        accept: 'application/json, application/pdf',
        authorization: `Bearer ${key}`,
        'x-tongban-kiosk': kioskId,
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
  const once = async (built: Request): Promise<Result<HttpAnswer, unknown>> => {
    try {
      const response = await fetch(built);
      const body = await readBounded(response, maxBytes);
      return body === 'tooLarge' ? err({ code: 'UND_ERR_RES_TOO_LARGE' }) : ok({ status: response.status, body });
    } catch (error) {
      return err(error);
    }
  };
  try {
    let answer = await once(request());
    if (!answer.ok && !either.aborted && STALE_CODES.has(causeCode(answer.error))) answer = await once(request());
    if (answer.ok) return answer;
    if (either.aborted) return err('center.timeout');
    const code = causeCode(answer.error);
    if (TIMEOUT_CODES.has(code)) return err('center.timeout');
    return err(GARBAGE_CODES.test(code) ? 'center.badAnswer' : 'center.unreachable');
  } finally {
    cancelDeadline();
  }
}

/** What a status that is no success means; undefined for 2xx. A redirect leads to no center: it is a bad answer. */
export function statusFailure(status: number): CenterFailure | undefined {
  if (status >= 500) return 'center.failed';
  if (status >= 400) return 'center.refused';
  return status >= 200 && status < 300 ? undefined : 'center.badAnswer';
}

/** Strict UTF-8 and JSON; undefined when it is not. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    // TypeError (no UTF-8) or SyntaxError (no JSON): for the caller they are the same, no answer.
    return undefined;
  }
}
