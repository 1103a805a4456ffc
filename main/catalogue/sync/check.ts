import type { RefusedCatalogue } from '../../../contract/catalogue/manifest.ts';
import type { Log } from '../../../contract/log-events.ts';
import type { Clock } from '../../../native/clock.ts';
import type { CenterFailure } from '../../sync/http.ts';
import type { InUse } from '../in-use.ts';
import type { CatalogueStore } from '../store/catalogue-store.ts';
import type { FetchDelta } from './fetch-delta.ts';

/** What came of asking the center. `fault`: a bug, in the log as `core-fault`. */
export type CatalogueCheck =
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'applied'; readonly version: number }
  | { readonly outcome: 'refused'; readonly refused: RefusedCatalogue }
  | { readonly outcome: 'failed'; readonly code: CenterFailure | 'fault' };

export interface CheckParts {
  readonly store: CatalogueStore;
  readonly inUse: InUse;
  readonly fetchDelta: FetchDelta;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Asks the center for a newer version and takes it into use. */
export function createCheck({
  store,
  inUse,
  fetchDelta,
  clock,
  log,
  signal,
}: CheckParts): () => Promise<CatalogueCheck> {
  const versionInUse = (): number => inUse.catalogue().about.version;

  const ask = async (since: number, startedAt: number): Promise<CatalogueCheck> => {
    const elapsedMs = (): number => Math.round(clock.now() - startedAt);
    const answer = await fetchDelta(since, signal);
    if (!answer.ok) {
      if (!signal.aborted) log('catalogue-check-failed', { code: answer.error, elapsedMs: elapsedMs() });
      return { outcome: 'failed', code: answer.error };
    }
    const applied = await store.apply(answer.value, versionInUse(), signal);
    if (!applied.ok) {
      // Entries may be missing because a row is damaged, or because the center counts from another version of that number.
      if (applied.error.reason === 'missing' && since !== 0) return ask(0, startedAt);
      return { outcome: 'refused', refused: applied.error };
    }
    if (applied.value.outcome === 'unchanged') return { outcome: 'unchanged' };
    const { version, added } = applied.value;
    await inUse.settle();
    if (versionInUse() !== version) {
      return {
        outcome: 'refused',
        refused: { reason: 'storeFailed', version, detail: 'it was stored and cannot be used' },
      };
    }
    log('catalogue-applied', { version, reason: 'published', added, elapsedMs: elapsedMs() });
    return { outcome: 'applied', version };
  };

  // A version that was rejected here is asked beyond, or it would come again every ten minutes.
  return () => ask(Math.max(versionInUse(), ...store.facts().rejected), clock.now());
}
