import type { Log } from '../../contract/log-events.ts';
import { buildCatalogue, type Catalogue, type Site } from './catalogue.ts';
import { createSearch } from './search/create-search.ts';
import type { CatalogueStore, Usable } from './store/catalogue-store.ts';

/** The catalogue that is in use now. */
export interface InUse {
  catalogue(): Catalogue;
  /** Takes what the store has now into use, or whatever the store can give instead. */
  settle(): Promise<void>;
}

/** `settle` must have been called once. */
export function createInUse(store: CatalogueStore, site: Site, log: Log): InUse {
  let now: { readonly usable: Usable; readonly catalogue: Catalogue } | undefined;

  const use = (usable: Usable): void => {
    const { entries, sources } = usable.loaded;
    now = { usable, catalogue: buildCatalogue(entries, createSearch(sources), site) };
  };

  return {
    catalogue() {
      if (now === undefined) throw new Error('no catalogue is in use yet');
      return now.catalogue;
    },
    async settle() {
      for (;;) {
        const usable = await store.usable(now?.usable.loaded.byDigest ?? new Map());
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
  };
}
