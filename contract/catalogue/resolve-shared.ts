import type { z } from 'zod';
import type { CatalogueEntries } from './checked.ts';
import type { ENTRY_SCHEMAS, EntryKind } from './entries.ts';
import type { Guide } from './guide.ts';
import type { CatalogueItem, Item } from './item.ts';
import type { SharedTemplate } from './template.ts';
import { inTheWordsOf } from './template-words.ts';

/** Entries of one version, parsed and checked one by one, not yet against each other. */
export type ParsedEntries = { readonly [K in EntryKind]: readonly z.output<(typeof ENTRY_SCHEMAS)[K]>[] };

/** What a checked catalogue is to those who use it: shared guides and templates are written into the items. */
export function resolved(manifest: CatalogueEntries['manifest'], all: ParsedEntries): CatalogueEntries {
  const templates = new Map(all.template.map((template) => [template.id, template]));
  const guides = new Map(all.guide.map(({ id, ...guide }) => [id, guide]));
  return {
    manifest,
    departments: all.department,
    themes: all.theme,
    places: all.place,
    phrases: all.phrase,
    profiles: all.profile,
    templates: all.template,
    guides: all.guide,
    items: all.item.map((item) => withShared(item, templates, guides)),
  };
}

/** One item with what it shares. What is named must be there: see `wrongReference`. */
export function withShared(
  { sharedGuide, guide: own, ...item }: Item,
  templates: ReadonlyMap<string, SharedTemplate>,
  guides: ReadonlyMap<string, Guide>,
): CatalogueItem {
  const guide = own ?? found(guides, sharedGuide ?? '');
  const { machine } = item;
  if (machine.kind !== 'query' && machine.kind !== 'print') return { ...item, guide, machine };
  const { document } = machine;
  if (document.kind !== 'shared') return { ...item, guide, machine: { ...machine, document } };
  const template = inTheWordsOf(document, found(templates, document.template));
  return { ...item, guide, machine: { ...machine, document: { kind: 'layout', template } } };
}

function found<T>(all: ReadonlyMap<string, T>, id: string): T {
  const one = all.get(id);
  if (one === undefined) throw new Error(`a reference that was checked leads nowhere: ${id}`);
  return one;
}
