import { CATALOGUE_LIMITS } from '../../../contract/catalogue/manifest.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { CenterClient } from '../../sync/center-client.ts';
import { type CenterFailure, statusFailure } from '../../sync/http.ts';

/** For five megabytes over a slow line, milliseconds. Nobody waits for it. */
export const DELTA_TIMEOUT_MS = 120_000;

/** Asks the center for what version `since` has not; the answer's bytes as they came, or why there are none. */
export type FetchDelta = (since: number, signal: AbortSignal) => Promise<Result<Uint8Array, CenterFailure>>;

/** `GET /v1/catalogue?since=N` with the kiosk's key. Longer than `CATALOGUE_LIMITS.deltaBytes`: `center.badAnswer`. */
export const fetchDeltaFrom =
  (center: Pick<CenterClient, 'get'>): FetchDelta =>
  async (since, signal) => {
    const request = {
      path: `/v1/catalogue?since=${since}`,
      timeoutMs: DELTA_TIMEOUT_MS,
      maxBytes: CATALOGUE_LIMITS.deltaBytes,
    };
    const answer = await center.get(request, signal);
    if (!answer.ok) return answer;
    const failure = statusFailure(answer.value.status);
    return failure === undefined ? ok(answer.value.body) : err(failure);
  };
