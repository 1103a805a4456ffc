import type { CatalogueEntries } from '../../contract/catalogue/checked.ts';
import type { Department, Profile, Theme } from '../../contract/catalogue/entries.ts';
import { type CatalogueItem, isSelfService } from '../../contract/catalogue/item.ts';
import type { SharedTemplate } from '../../contract/catalogue/template.ts';
import type { Language } from '../../contract/screen.ts';
import type { Bilingual } from '../../contract/text.ts';
import { createEnglishSearch, foundTogether } from './english-search.ts';
import { nearestPlaces, type PlaceAway } from './nearest.ts';
import type { Found, Search } from './search/types.ts';
import { profileOf } from './site-profile.ts';

/** Which machine this is. */
export interface Site {
  readonly kioskId: string;
  /** GB/T 2260. */
  readonly division: string;
}

export type ItemState =
  | { readonly kind: 'open' }
  /** Not given at this site. */
  | { readonly kind: 'notHere' }
  | { readonly kind: 'suspended'; readonly reason: Bilingual };

/** One version of the catalogue as this site has it. Unchanging: a newer version is another catalogue. */
export interface Catalogue {
  readonly about: CatalogueEntries['manifest'];
  readonly items: readonly CatalogueItem[];
  /** Items of the home page, in the site's order. */
  popular(): readonly CatalogueItem[];
  /** Departments that have at least one item, by rank. */
  departments(): readonly Department[];
  /** Life events that have at least one item, by rank. */
  themes(): readonly Theme[];
  /** Those that can be finished first, then by demand. Unknown ids: none. */
  byDepartment(department: string, section?: string): readonly CatalogueItem[];
  byTheme(theme: string): readonly CatalogueItem[];
  byCode(code: string): CatalogueItem | undefined;
  /** The paper form of guides; a catalogue without one prints none. */
  guideTemplate(): SharedTemplate | undefined;
  stateOf(item: CatalogueItem): ItemState;
  /** Where the item goes on, the nearest first; never this machine. */
  nearest(item: CatalogueItem): readonly PlaceAway[];
  /** By hanzi and pinyin; for who reads English, by the English names first. */
  search(text: string, limit: number, language: Language): Found;
}

/** The shared template that guides are printed with. */
const GUIDE_TEMPLATE = 'paper-guide';

const OPEN: ItemState = { kind: 'open' };
const NOT_HERE: ItemState = { kind: 'notHere' };

/** Puts a checked catalogue in the order and state that this site has it in. */
export function buildCatalogue(entries: CatalogueEntries, search: Search, site: Site): Catalogue {
  const profile = profileOf(entries.profiles, site);
  const items = entries.items.toSorted(byUse(profile));
  const codes = new Map(items.map((item) => [item.code, item]));
  const departments = entries.departments.toSorted((a, b) => a.rank - b.rank);
  const themes = entries.themes.toSorted((a, b) => a.rank - b.rank);
  const inDepartment = Map.groupBy(items, ({ department }) => department);
  const inTheme = byThemes(items);
  let englishMade: Search | undefined;
  const english = (): Search => {
    englishMade ??= createEnglishSearch(items);
    return englishMade;
  };
  const states = statesOf(profile);
  const guideTemplate = entries.templates.find(({ id }) => id === GUIDE_TEMPLATE);
  return {
    about: entries.manifest,
    items,
    popular: () => profile.popular.flatMap((code) => codes.get(code) ?? []),
    departments: () => departments.filter(({ id }) => inDepartment.has(id)),
    themes: () => themes.filter(({ id }) => (inTheme.get(id) ?? []).length > 0),
    byDepartment: (department, section) =>
      (inDepartment.get(department) ?? []).filter((item) => section === undefined || item.section === section),
    byTheme: (theme) => inTheme.get(theme) ?? [],
    byCode: (code) => codes.get(code),
    guideTemplate: () => guideTemplate,
    stateOf: (item) => (item.state.kind === 'suspended' ? item.state : (states.get(item.code) ?? OPEN)),
    nearest: (item) => nearestPlaces(entries.places, item, site.kioskId),
    search: (text, limit, language) => {
      const found = search.find(text, limit);
      return language === 'en' ? foundTogether(english().find(text, limit), found, limit) : found;
    },
  };
}

function byThemes(items: readonly CatalogueItem[]): ReadonlyMap<string, readonly CatalogueItem[]> {
  const found = new Map<string, CatalogueItem[]>();
  for (const item of items) {
    for (const theme of new Set(item.themes)) {
      const others = found.get(theme) ?? [];
      others.push(item);
      found.set(theme, others);
    }
  }
  return found;
}

/** Those that can be finished, then the most asked for, then by code: the same order every day. */
function byUse(profile: Profile): (a: CatalogueItem, b: CatalogueItem) => number {
  const demand = (item: CatalogueItem): number =>
    (isSelfService(item) ? 1000 : 0) + (profile.demand[item.code] ?? item.demand);
  return (a, b) => demand(b) - demand(a) || (a.code < b.code ? -1 : 1);
}

function statesOf({ notHere, suspended }: Profile): ReadonlyMap<string, ItemState> {
  return new Map<string, ItemState>([
    ...notHere.map((code) => [code, NOT_HERE] as const),
    ...suspended.map(({ code, reason }) => [code, { kind: 'suspended', reason }] as const),
  ]);
}
