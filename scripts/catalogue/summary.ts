import type { CatalogueEntries } from '../../contract/catalogue/checked.ts';
import { isSelfService } from '../../contract/catalogue/item.ts';
import type { Built } from './making/build-bundle.ts';

/** What a catalogue consists of, in lines for a terminal. */
export function summaryOf({ entries, bundle }: Built): string[] {
  const { manifest, items, departments, templates, places, themes, phrases, profiles } = entries;
  const count = <T>(of: readonly T[], is: (one: T) => boolean): number => of.filter(is).length;
  const bundles = count(items, ({ parts }) => parts !== undefined);
  return [
    `${manifest.catalogue}, version ${manifest.version}${manifest.sample ? ', sample data' : ''}: ${bundle.texts.size} entries`,
    `${items.length} items, ${count(items, isSelfService)} of them finished at the machine; ${bundles} bundles (“一件事”)`,
    `${templatesUsed(entries, bundle.texts.values()).size} of ${templates.length} shared templates used by items; ` +
      `${places.length} places, ${themes.length} life events, ${phrases.length} phrases, ${profiles.length} profiles`,
    `${new Set(items.map(({ division }) => division)).size} regions:`,
    ...[...Map.groupBy(items, ({ division }) => division)].map(([division, of]) => `  ${division}  ${of.length}`),
    `${departments.length} departments: items, finished at the machine`,
    ...departments
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ id, name }) => {
        const own = items.filter(({ department }) => department === id);
        const finished = String(own.filter(isSelfService).length).padStart(4);
        return `  ${String(own.length).padStart(4)}${finished}  ${id} ${name.zh}`;
      }),
  ];
}

/** Checked entries have their templates written in; which they came from stands in their texts. */
function templatesUsed({ templates }: CatalogueEntries, texts: Iterable<string>): ReadonlySet<string> {
  const all = [...texts];
  const used = templates.filter(({ id }) => all.some((text) => text.includes(`"kind":"shared","template":"${id}"`)));
  return new Set(used.map(({ id }) => id));
}
