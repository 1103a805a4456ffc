import type { Profile } from '../../contract/catalogue/entries.ts';
import type { Site } from './catalogue.ts';
import type { SearchSource } from './search/types.ts';

const NOTHING_SPECIAL: Profile = { id: 'default', popular: [], notHere: [], suspended: [], demand: {} };

/** The profile of this machine: its own, else that of its division, else the general one. It is taken whole. */
export function profileOf(profiles: readonly Profile[], { kioskId, division }: Site): Profile {
  for (const wanted of [kioskId, division, 'default']) {
    const profile = profiles.find(({ id }) => id === wanted);
    if (profile) return profile;
  }
  return NOTHING_SPECIAL;
}

/** How much is asked for at this very site, where it was counted, decides between items that match equally well. */
export function withSiteDemand(
  sources: readonly SearchSource[],
  profiles: readonly Profile[],
  site: Site,
): readonly SearchSource[] {
  const { demand } = profileOf(profiles, site);
  return sources.map((source) => ({ ...source, demand: demand[source.code] ?? source.demand }));
}
