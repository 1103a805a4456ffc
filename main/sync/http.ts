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
  /** Any of them calls the exchange off. */
  readonly signals?: readonly AbortSignal[];
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: Uint8Array;
}

/** A kept-alive connection that the center closed meanwhile; every request is idempotent, so one more try is harmless. */
const STALE_CODES = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);
const TIMEOUT_CODES = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);
/** What came is no HTTP, or not what its headers say: parser errors, lengths that differ, broken compression. */
const GARBAGE_CODES = /^(HPE_|HTTPParserError|UND_ERR_RES|UND_ERR_HEADERS_OVERFLOW|Z_|TOO_LARGE)/;

function causeCode(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (!(cause instanceof Error)) return '';
  return 'code' in cause && cause.code !== undefined ? String(cause.code) : cause.name;
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
 * One exchange with the center. Failures: `center.timeout` (not complete in time, or called off by one of `signals`),
 * `center.unreachable` (refused, reset, not resolved, no trust), `center.badAnswer` (no HTTP, or longer than `maxBytes`).
 * Any status is an answer; redirects are not followed: a center has none, a captive portal has.
 */
export async function exchange(
  { url, kioskId, key }: CenterAddress,
  { method, path, headers = {}, json, timeoutMs, maxBytes, signals = [] }: HttpRequest,
  clock: Clock,
): Promise<Result<HttpAnswer, CenterFailure>> {
  const end = new AbortController();
  const callOff = (): void => end.abort();
  const cancelDeadline = clock.after(timeoutMs, callOff);
  // Not AbortSignal.any: one of the signals lives as long as the core, and nothing may be left hanging on it.
  for (const signal of signals) {
    if (signal.aborted) callOff();
    signal.addEventListener('abort', callOff);
  }
  const request = (): Request =>
    new Request(url.replace(/\/+$/, '') + path, {
      method,
      redirect: 'manual',
      signal: end.signal,
      headers: {
        accept: 'application/json, application/pdf',
        authorization: `Bearer ${key}`,
        'x-tongban-kiosk': kioskId,
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
  const once = async (built: Request): Promise<Result<HttpAnswer, string>> => {
    try {
      const response = await fetch(built);
      const body = await readBounded(response, maxBytes);
      return body === 'tooLarge' ? err('TOO_LARGE') : ok({ status: response.status, body });
    } catch (error) {
      return err(causeCode(error));
    }
  };
  try {
    let answer = await once(request());
    if (!answer.ok && !end.signal.aborted && STALE_CODES.has(answer.error)) answer = await once(request());
    if (answer.ok) return answer;
    if (end.signal.aborted) return err('center.timeout');
    if (TIMEOUT_CODES.has(answer.error)) return err('center.timeout');
    return err(GARBAGE_CODES.test(answer.error) ? 'center.badAnswer' : 'center.unreachable');
  } finally {
    cancelDeadline();
    for (const signal of signals) signal.removeEventListener('abort', callOff);
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
