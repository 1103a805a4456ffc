import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { withDemand } from './demand.ts';
import type { Report } from './fault.ts';
import { jsonOrigin, type Origin } from './origin.ts';
import { type PlacedEntry, placed, readEntries, readEntry } from './placed-entry.ts';
import { type MadeItem, readDepartment } from './read-department.ts';
import { readChecked } from './read-json.ts';
import { aboutSchema, departmentOrderSchema } from './source-schemas.ts';

export interface CatalogueSources {
  readonly about: Omit<z.infer<typeof aboutSchema>, 'division'>;
  readonly aboutOrigin: Origin;
  readonly entries: readonly PlacedEntry[];
}

/** Reads `dir/source/` and the items of one file each in `dir/items/`; every entry fits its schema, all faults are reported. */
export function readCatalogue(dir: string, report: Report): CatalogueSources | undefined {
  const source = join(dir, 'source');
  const aboutFile = join(source, 'catalogue.json');
  const read = readChecked(aboutFile, aboutSchema, report);
  const order = readChecked(join(source, 'departments.json'), departmentOrderSchema, report);
  if (!read || !order) return undefined;
  const { division, ...about } = read.value;

  const departments = order.value.flatMap(({ id, rank, onHome, division: own }) => {
    const found = readDepartment(join(source, id), own ?? division, report);
    if (!found) return [];
    const { name, sections } = found.department;
    return [
      {
        made: found.items,
        guides: found.guides.flatMap(({ guide, origin }) => placed('guide', guide, origin, report)),
        entry: placed('department', { id, name, rank, onHome, sections }, found.origin, report),
      },
    ];
  });
  const counted = withDemand(
    departments.flatMap(({ made }) => made),
    join(source, 'demand.json'),
    report,
  );
  const made = withPartCodes(counted);
  return {
    about,
    aboutOrigin: jsonOrigin(aboutFile, read.json),
    entries: [
      ...departments.flatMap(({ entry }) => entry),
      ...readEntries(join(source, 'themes.json'), 'theme', report),
      ...readEntries(join(source, 'places.json'), 'place', report),
      ...readEntries(join(source, 'profiles.json'), 'profile', report),
      ...readEntries(join(source, 'phrases.json'), 'phrase', report),
      ...jsonFiles(join(source, 'templates')).flatMap((file) => readEntry(file, 'template', report)),
      ...departments.flatMap(({ guides }) => guides),
      ...made.flatMap(({ item, origin }) => placed('item', item, origin, report)),
      ...jsonFiles(join(dir, 'items')).flatMap((file) => readEntry(file, 'item', report)),
    ],
  };
}

/** JSON files of a folder, by name; a folder that is not there has none. */
export const jsonFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .toSorted()
        .map((name) => join(folder, name))
    : [];

/** The part of a “一件事” that is called as an item is leads to it. */
function withPartCodes(items: readonly MadeItem[]): MadeItem[] {
  const codes = new Map(items.map(({ item }) => [item.name.zh, item.code]));
  return items.map(({ origin, item }) => {
    if (!item.parts) return { origin, item };
    const parts = item.parts.map((part) => {
      const code = part.code ?? codes.get(part.name.zh);
      return code === undefined ? part : { ...part, code };
    });
    return { origin, item: { ...item, parts } };
  });
}
