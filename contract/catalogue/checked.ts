import type { Department, Phrase, Place, Profile, Theme } from './entries.ts';
import type { SharedGuide } from './guide.ts';
import type { CatalogueItem } from './item.ts';
import type { Manifest } from './manifest.ts';
import type { SharedTemplate } from './template.ts';

/** One version of a catalogue that was checked: every digest, schema and reference; shared guides and templates are written into the items. */
export interface CatalogueEntries {
  readonly manifest: Pick<Manifest, 'catalogue' | 'version' | 'publishedAt' | 'sample'>;
  readonly departments: readonly Department[];
  readonly themes: readonly Theme[];
  readonly places: readonly Place[];
  readonly phrases: readonly Phrase[];
  readonly profiles: readonly Profile[];
  readonly templates: readonly SharedTemplate[];
  readonly guides: readonly SharedGuide[];
  readonly items: readonly CatalogueItem[];
}
