import type { Manifest, RefusedCatalogue } from '../../../contract/catalogue/manifest.ts';
import type { Log } from '../../../contract/log-events.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { Clock } from '../../../native/clock.ts';
import { openStore } from '../../store/database.ts';
import { diskCode, read, type StoreFailure, write } from '../../store/write.ts';
import type { Applied } from './apply-version.ts';
import { openCatalogueThread } from './catalogue-thread.ts';
import { checkedAs } from './checked-as.ts';
import { type LoadedEntry, type LoadedVersion, loadCurrent, loadSeed } from './load-version.ts';
import { CATALOGUE_MIGRATIONS } from './migrations.ts';
import { readAnswer } from './read-answer.ts';
import type { Seed } from './seed.ts';
import { catalogueVersions, type KeptRefusal, type VersionNumbers } from './versions.ts';

export interface StoreFacts extends VersionNumbers {
  /** ISO 8601. */
  readonly checkedAt: string | undefined;
  readonly refused: KeptRefusal | undefined;
}

export interface Usable {
  readonly loaded: LoadedVersion;
  readonly from: 'store' | 'seed';
}

/** `catalogue.sqlite` and the seed behind it. One call at a time; only `facts` may be asked in between. */
export interface CatalogueStore {
  facts(): StoreFacts;
  /** The current version, or the previous one when the disk has damaged it, or the seed. `known`: what is in memory. */
  usable(known: ReadonlyMap<string, LoadedEntry>): Promise<Usable>;
  seed(): Promise<Usable>;
  /** Stores the seed if it is what is in use; true: it is stored now. */
  keepSeed(signal: AbortSignal): Promise<boolean>;
  /** Takes an answer of the center, in a thread; see `applyAnswer`. */
  apply(bytes: Uint8Array, inUse: number, signal: AbortSignal): Promise<Result<Applied, RefusedCatalogue>>;
  /** Gives up the current version for the previous one: for good (`reject`), or until it comes again (`forget`). */
  goBack(what: 'reject' | 'forget'): Result<void, StoreFailure>;
  /** Keeps the last refusal and when the center was asked, for the technician's page. */
  note(note: { readonly refused?: KeptRefusal; readonly checkedAt?: string }): void;
  close(): Promise<void>;
}

export interface CatalogueStoreOptions {
  readonly path: string;
  readonly seed: Seed;
  /** PEM. */
  readonly publicKey: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

const NOTHING: StoreFacts = {
  current: undefined,
  previous: undefined,
  rejected: [],
  checkedAt: undefined,
  refused: undefined,
};
/** `unchanged` is shorter; no thread is started for it. */
const SHORT_ANSWER_BYTES = 1024;

/** Without a disk to write to there is still the seed: the machine serves with it, and takes nothing newer. */
export function openCatalogueStore({ path, seed, publicKey, clock, log }: CatalogueStoreOptions): CatalogueStore {
  const opened = openStore({ path, log, clock, migrations: CATALOGUE_MIGRATIONS });
  const fromSeed = async (): Promise<Usable> => {
    const loaded = await loadSeed(seed.bundle());
    if (!loaded.ok) throw new Error('the catalogue of the program is damaged');
    return { loaded: loaded.value, from: 'seed' };
  };
  const { catalogue, version: seedVersion } = seed.about;
  if (!opened.ok) return withoutDisk(fromSeed);

  const { db } = opened.value;
  const versions = catalogueVersions(db);
  const thread = openCatalogueThread(log);
  const look = (): StoreFacts => {
    const found = read(log, () => ({
      ...versions.numbers(),
      checkedAt: versions.checkedAt(),
      refused: versions.refused(),
    }));
    return found.ok ? found.value : NOTHING;
  };
  let facts = look();
  let seedIsInUse = false;

  const goBack = (what: 'reject' | 'forget', reason: string): Result<void, StoreFailure> => {
    const done = write(db, log, () => versions.goBack(what));
    if (done.ok) log('catalogue-rolled-back', { version: facts.current, reason });
    facts = look();
    return done;
  };

  const seedIsNewer = (): boolean =>
    facts.current === undefined || (seedVersion > facts.current && !facts.rejected.includes(seedVersion));
  const isForeign = (): boolean => {
    const manifest = read(log, () => versions.current()?.manifest);
    return manifest.ok && manifest.value !== undefined && nameIn(manifest.value) !== catalogue;
  };

  return {
    facts: () => facts,
    seed() {
      seedIsInUse = true;
      return fromSeed();
    },
    async usable(known) {
      seedIsInUse = seedIsNewer() || isForeign();
      const rules = read(log, () => versions.checkedAs());
      if (!seedIsInUse && rules.ok && rules.value !== checkedAs()) {
        await thread.run({ kind: 'recheck', path });
        facts = look();
      }
      while (!seedIsInUse && facts.current !== undefined) {
        const loaded = await loadFrom(versions, known);
        if (loaded.ok) return { loaded: loaded.value, from: 'store' };
        // The version was good, the disk was not: it may come again.
        if (!goBack('forget', 'damaged').ok) break;
      }
      seedIsInUse = true;
      return fromSeed();
    },
    async keepSeed(signal) {
      if (!seedIsInUse) return false;
      const kept = await thread.run({ kind: 'seed', path, seed: seed.bundle(), fresh: isForeign() }, signal);
      if (kept.ok) log('catalogue-applied', { version: seedVersion, reason: 'seed' });
      else log('catalogue-refused', { version: seedVersion, ...kept.error });
      facts = look();
      return kept.ok;
    },
    async apply(bytes, inUse, signal) {
      if (bytes.length < SHORT_ANSWER_BYTES) {
        const answer = readAnswer(bytes);
        if (!answer.ok) return answer;
        if (answer.value.outcome === 'unchanged') return ok(answer.value);
      }
      const expected = { catalogue, publicKey, inUse, rejected: facts.rejected };
      const applied = await thread.run({ kind: 'answer', path, bytes, expected }, signal);
      facts = look();
      if (applied.ok && applied.value === null) throw new Error('the thread answered another task');
      return applied as Result<Applied, RefusedCatalogue>;
    },
    goBack: (what) => goBack(what, what === 'reject' ? 'rejected' : 'damaged'),
    note({ refused, checkedAt }) {
      write(db, log, () => {
        if (refused !== undefined) versions.setRefused(refused);
        if (checkedAt !== undefined) versions.setCheckedAt(checkedAt);
      });
      facts = { ...facts, ...(refused && { refused }), ...(checkedAt !== undefined && { checkedAt }) };
    },
    async close() {
      await thread.close();
      opened.value.close();
    },
  };
}

/** A disk that cannot read is as bad as one that reads something else. */
async function loadFrom(...from: Parameters<typeof loadCurrent>): ReturnType<typeof loadCurrent> {
  try {
    return await loadCurrent(...from);
  } catch (error) {
    if (diskCode(error) === undefined) throw error;
    return err('damaged');
  }
}

const nameIn = (manifest: string): string => (JSON.parse(manifest) as Manifest).catalogue;

function withoutDisk(seed: () => Promise<Usable>): CatalogueStore {
  let facts = NOTHING;
  return {
    facts: () => facts,
    usable: seed,
    seed,
    keepSeed: () => Promise.resolve(false),
    apply: () => Promise.resolve(err({ reason: 'storeFailed', detail: 'the store could not be opened' })),
    goBack: () => err('core.storeFailed'),
    note(note) {
      facts = { ...facts, ...note };
    },
    close: () => Promise.resolve(),
  };
}
