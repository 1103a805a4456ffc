import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBundle } from '../../contract/catalogue/bundle.ts';
import { checkEntries } from '../../contract/catalogue/check-entries.ts';
import type { CatalogueEntries } from '../../contract/catalogue/checked.ts';
import { type CatalogueItem, isSelfService, type SelfServiceItem } from '../../contract/catalogue/item.ts';
import { buildCatalogue, type Catalogue, type Site } from './catalogue.ts';
import type { Search } from './search/types.ts';

export const SEED_FILE = join(import.meta.dirname, '../../assets/catalogue/catalogue.jsonl');
const SITE: Site = { kioskId: '310120-0042', division: '310120' };

/** The catalogue that comes with the program, checked. */
export function seedEntries(): CatalogueEntries {
  const checked = checkEntries(readBundle(readFileSync(SEED_FILE, 'utf8')));
  if (!checked.ok) throw new Error(`the seed is refused: ${checked.error.reason} ${checked.error.detail}`);
  return checked.value;
}

const NOTHING_FOUND: Search = { find: () => ({ hits: [], total: 0 }) };

/** The seed as one site has it; without a search, which tests of other things do not need. */
export function seedCatalogue(search: Search = NOTHING_FOUND, site = SITE): Catalogue {
  return buildCatalogue(seedEntries(), search, site);
}

/** The first item that this machine finishes and that prints in this way. */
export function itemPrinting(catalogue: Catalogue, kind: 'layout' | 'delivered'): SelfServiceItem {
  const fits = (item: CatalogueItem): item is SelfServiceItem =>
    isSelfService(item) && item.machine.document.kind === kind && item.machine.form.length === 0;
  const found = catalogue.popular().find(fits);
  if (!found) throw new Error(`no ${kind} item`);
  return found;
}
