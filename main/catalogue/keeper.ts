import { join } from 'node:path';
import type { RefusedCatalogue } from '../../contract/catalogue/manifest.ts';
import type { Log } from '../../contract/log-events.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { CatalogueStatus } from '../../contract/technician.ts';
import type { Clock } from '../../native/clock.ts';
import type { Catalogue, Site } from './catalogue.ts';
import { createInUse } from './in-use.ts';
import { openCatalogueStore } from './store/catalogue-store.ts';
import { openSeed } from './store/seed.ts';
import { type CatalogueCheck, createCheck } from './sync/check.ts';
import type { FetchDelta } from './sync/fetch-delta.ts';
import { createRounds } from './sync/rounds.ts';

/** The catalogue of this machine: always one, whole, and the newest that was found good. */
export interface CatalogueKeeper {
  /** Unchanging: whoever holds items of it keeps them when the next version comes. */
  current(): Catalogue;
  status(): CatalogueStatus;
  /** Called after `current` or `status` has changed; the answer takes the listener away. */
  onChange(listener: () => void): () => void;
  /** Asks the center at once, then every ten minutes. */
  start(): void;
  /** The center can be reached again: asks now. */
  wake(): void;
  /** Asks now and says what came of it. Never rejects. */
  checkNow(): Promise<CatalogueCheck>;
  /** Goes back to the previous version; the present one is never taken again on this machine. Answers the version in use. */
  rollback(): Promise<Result<number, 'noPrevious' | 'core.storeFailed'>>;
  /** Calls off what is under way; a version is then stored whole or not at all. */
  close(): Promise<void>;
}

export interface KeeperOptions {
  readonly dataDir: string;
  /** `catalogue.jsonl` of the program: what a machine begins with that never met its center. */
  readonly seedFile: string;
  readonly site: Site;
  /** Ed25519, PEM; undefined: not enrolled, and every catalogue of the center is refused. */
  readonly catalogueKey: string | undefined;
  readonly fetchDelta: FetchDelta;
  readonly clock: Clock;
  readonly log: Log;
  /** 0 (inclusive) to 1 (exclusive); spreads the machines of a city. */
  readonly random?: () => number;
}

/**
 * Opens the catalogue: the stored version, or the seed when nothing is stored, the seed is newer, or the disk has damaged
 * what was stored. A disk that cannot be written to does not keep the machine from starting.
 * @throws when the seed, a part of the program, cannot be read
 */
export async function openCatalogue(options: KeeperOptions): Promise<CatalogueKeeper> {
  const { dataDir, seedFile, site, catalogueKey: publicKey, fetchDelta, clock, log, random = Math.random } = options;
  const seed = openSeed(seedFile);
  const store = openCatalogueStore({ path: join(dataDir, 'catalogue.sqlite'), seed, publicKey, clock, log });
  const ending = new AbortController();
  const inUse = createInUse({ store, site, clock, log });
  await inUse.settle();

  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  // One thing after the other: the store has one writer at a time.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  const fault = (error: unknown): void => {
    if (ending.signal.aborted) return;
    log('core-fault', { where: 'catalogue', kind: error instanceof Error ? error.name : typeof error });
  };

  const refuse = (refused: RefusedCatalogue): void => {
    const { reason, version, detail } = refused;
    log('catalogue-refused', { reason, version, detail: detail.slice(0, LONGEST_LOGGED) });
    store.note({
      refused: {
        reason,
        ...(version !== undefined && { version }),
        detail: detail.slice(0, LONGEST_DETAIL),
        at: now(),
      },
    });
  };
  const now = (): string => clock.date().toISOString();
  const check = createCheck({ store, inUse, fetchDelta, clock, log, signal: ending.signal });
  const checkNow = (): Promise<CatalogueCheck> =>
    inTurn(async () => {
      try {
        const done = await check();
        if (done.outcome !== 'failed') store.note({ checkedAt: now() });
        if (done.outcome === 'refused') refuse(done.refused);
        tell();
        return done;
      } catch (error) {
        fault(error);
        return { outcome: 'failed', code: 'fault' };
      }
    });
  const rounds = createRounds(clock, random, checkNow);
  // The seed is in use already; it is stored behind it, so that nobody waits for the disk.
  inTurn(async () => {
    if (await store.keepSeed(ending.signal)) await inUse.settle();
  }).catch(fault);

  return {
    current: () => inUse.catalogue(),
    status: () => statusOf(inUse.catalogue(), store.facts()),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: rounds.start,
    wake: rounds.wake,
    checkNow,
    rollback: () =>
      inTurn(async () => {
        if (store.facts().previous === undefined) return err('noPrevious');
        const gone = store.goBack('reject');
        if (!gone.ok) return gone;
        await inUse.settle();
        tell();
        return ok(inUse.catalogue().about.version);
      }),
    async close() {
      rounds.stop();
      ending.abort();
      await last;
      inUse.close();
      await store.close();
    },
  };
}

/** What stands on the technician's page, and in a line of the log, of words that may come from outside. */
const LONGEST_DETAIL = 500;
const LONGEST_LOGGED = 200;

function statusOf(
  { about, items }: Catalogue,
  { previous, checkedAt, refused }: ReturnType<ReturnType<typeof openCatalogueStore>['facts']>,
): CatalogueStatus {
  const { catalogue, version, publishedAt } = about;
  return {
    catalogue,
    version,
    publishedAt,
    items: items.length,
    ...(previous !== undefined && { previousVersion: previous }),
    ...(checkedAt !== undefined && { checkedAt }),
    ...(refused !== undefined && { refused }),
  };
}
