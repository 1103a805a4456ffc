import type {
  Acknowledgement,
  DeliveredPdf,
  OutboxMessage,
  QueryAnswer,
  QueryRequest,
} from '../../contract/gateway.ts';
import type { Log } from '../../contract/log-events.ts';
import { err, type Result } from '../../contract/result.ts';
import type { Clock } from '../../native/clock.ts';
import { ACKNOWLEDGEMENT_LIMIT_BYTES, type DeliverFailure, pathOf, readAcknowledgement } from './deliver.ts';
import { DELIVERED_LIMIT_BYTES, readDelivered } from './delivered.ts';
import { createHeartbeat } from './heartbeat.ts';
import { type CenterFailure, exchange, type HttpAnswer, type HttpRequest } from './http.ts';
import { ANSWER_LIMIT_BYTES, readQueryAnswer } from './query.ts';
import { createReachability, type ReachabilityListener } from './reachability.ts';

/** How long a message may take to be acknowledged, milliseconds. Nobody waits for it. */
export const DELIVER_TIMEOUT_MS = 15_000;
/** A center that does not answer a heartbeat in this time cannot be reached, milliseconds. */
export const HEARTBEAT_TIMEOUT_MS = 5_000;
const HEALTH_LIMIT_BYTES = 64 * 1024;

/** The kiosk's side of the gateway. Every call is bounded in time and memory and never rejects. */
export interface CenterClient {
  /** `POST /v1/queries`: an answer about this query, this item and this person, or the code of what was wrong. */
  query(request: QueryRequest, signal?: AbortSignal): Promise<Result<QueryAnswer, CenterFailure>>;
  /** `GET /v1/documents/…`: the finished PDF, its length and SHA-256 checked; `center.badDocument` when they differ. */
  fetchDelivered(delivered: DeliveredPdf, signal?: AbortSignal): Promise<Result<Uint8Array, CenterFailure>>;
  /** `PUT /v1/transactions/:id` or `/v1/ratings/:transactionId` under the idempotency key. */
  deliver(key: string, message: OutboxMessage, signal?: AbortSignal): Promise<Result<Acknowledgement, DeliverFailure>>;
  /** Any other `GET` with the kiosk's key: its answer, whatever the status; longer than `maxBytes` is `center.badAnswer`. */
  get(
    request: Pick<HttpRequest, 'path' | 'timeoutMs' | 'maxBytes'>,
    signal?: AbortSignal,
  ): Promise<Result<HttpAnswer, CenterFailure>>;
  reachable(): boolean;
  onReachability(listener: ReachabilityListener): () => void;
  /** Begins the heartbeat, the first one at once. */
  start(): void;
  /** Ends the heartbeat and every exchange under way. */
  stop(): void;
}

export interface CenterClientOptions {
  readonly url: string;
  readonly kioskId: string;
  readonly key: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly queryTimeoutMs: number;
}

export function createCenterClient(options: CenterClientOptions): CenterClient {
  const { clock, log, queryTimeoutMs } = options;
  const reachability = createReachability(log);
  const ending = new AbortController();

  const ask = async (request: HttpRequest, signal?: AbortSignal): Promise<Result<HttpAnswer, CenterFailure>> => {
    const signals = signal === undefined ? [ending.signal] : [ending.signal, signal];
    const answer = await exchange(options, { ...request, signals }, clock);
    if (signals.some(({ aborted }) => aborted)) return answer;
    if (answer.ok) reachability.report(true);
    else if (answer.error === 'center.unreachable') reachability.report(false);
    // A slow department is not a dead network, but it may be one: the heartbeat finds out.
    else if (answer.error === 'center.timeout' && request.path !== '/v1/health') heartbeat.now();
    return answer;
  };

  const heartbeat = createHeartbeat(clock, async () => {
    const answer = await ask({
      method: 'GET',
      path: '/v1/health',
      timeoutMs: HEARTBEAT_TIMEOUT_MS,
      maxBytes: HEALTH_LIMIT_BYTES,
    });
    if (!answer.ok && !ending.signal.aborted) reachability.report(false);
  });

  return {
    async query(request, signal) {
      const { itemCode } = request;
      const startedAt = clock.now();
      log('query-init', { itemCode });
      const answer = await ask(
        {
          method: 'POST',
          path: '/v1/queries',
          json: request,
          timeoutMs: queryTimeoutMs,
          maxBytes: ANSWER_LIMIT_BYTES,
        },
        signal,
      );
      const read = answer.ok ? readQueryAnswer(request, answer.value) : answer;
      const elapsedMs = Math.round(clock.now() - startedAt);
      if (read.ok) log('query-complete', { itemCode, outcome: read.value.outcome, elapsedMs });
      else log('query-failed', { itemCode, code: read.error, elapsedMs });
      return read;
    },
    async fetchDelivered(delivered, signal) {
      if (delivered.bytes > DELIVERED_LIMIT_BYTES) return err('center.badDocument');
      const { path, bytes } = delivered;
      const answer = await ask({ method: 'GET', path, timeoutMs: queryTimeoutMs, maxBytes: bytes }, signal);
      // Longer than declared is as wrong as shorter.
      if (!answer.ok) return err(answer.error === 'center.badAnswer' ? 'center.badDocument' : answer.error);
      return readDelivered(delivered, answer.value);
    },
    async deliver(key, message, signal) {
      const answer = await ask(
        {
          method: 'PUT',
          path: pathOf(message),
          headers: { 'idempotency-key': key },
          json: message.report,
          timeoutMs: DELIVER_TIMEOUT_MS,
          maxBytes: ACKNOWLEDGEMENT_LIMIT_BYTES,
        },
        signal,
      );
      return answer.ok ? readAcknowledgement(key, answer.value) : err({ kind: 'retry', code: answer.error });
    },
    get: (request, signal) => ask({ ...request, method: 'GET' }, signal),
    reachable: reachability.reachable,
    onReachability: reachability.onReachability,
    start: heartbeat.start,
    stop() {
      heartbeat.stop();
      ending.abort();
    },
  };
}
