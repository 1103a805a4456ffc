import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../../native/clock.ts';
import { buildCatalogue, type Catalogue, type Site } from './catalogue.ts';
import { createSearch } from './search/create-search.ts';
import type { Search } from './search/types.ts';
import { withSiteDemand } from './site-profile.ts';
import type { CatalogueStore, Usable } from './store/catalogue-store.ts';

/** The catalogue that is in use now. */
export interface InUse {
  catalogue(): Catalogue;
  /** Takes what the store has now into use, or whatever the store can give instead. */
  settle(): Promise<void>;
  close(): void;
}

export interface InUseParts {
  readonly store: CatalogueStore;
  readonly site: Site;
  readonly clock: Clock;
  readonly log: Log;
}

/** So long after a version came into use its search is made, if nobody has searched before: not while the core starts. */
export const SEARCH_DELAY_MS = 2_000;

/** `settle` must have been called once. */
export function createInUse({ store, site, clock, log }: InUseParts): InUse {
  let now: { readonly usable: Usable; readonly catalogue: Catalogue } | undefined;
  let cancelSearch = (): void => undefined;

  const use = (usable: Usable): void => {
    const { entries, sources } = usable.loaded;
    const search = searchWhenNeeded(() => createSearch(withSiteDemand(sources(), entries.profiles, site)));
    now = { usable, catalogue: buildCatalogue(entries, search, site) };
    cancelSearch();
    // A seed is about to be stored, and has its spellings then.
    if (usable.from === 'store') cancelSearch = clock.after(SEARCH_DELAY_MS, search.make);
  };

  return {
    catalogue() {
      if (now === undefined) throw new Error('no catalogue is in use yet');
      return now.catalogue;
    },
    async settle() {
      for (;;) {
        const usable = await store.usable(now?.usable.from === 'store' ? now.usable.loaded.byDigest : new Map());
        try {
          return use(usable);
        } catch (error) {
          if (usable.from === 'seed') throw error;
          // A version that passed every check and breaks the program all the same must not break it at every start.
          log('core-fault', { where: 'catalogue', kind: error instanceof Error ? error.name : typeof error });
          if (!store.goBack('reject').ok) return use(await store.seed());
        }
      }
    },
    close: () => cancelSearch(),
  };
}

/** Made at the first question, or by `make`. */
function searchWhenNeeded(make: () => Search): Search & { make(): void } {
  let made: Search | undefined;
  const search = (): Search => {
    made ??= make();
    return made;
  };
  return { find: (text, limit) => search().find(text, limit), make: () => void search() };
}
