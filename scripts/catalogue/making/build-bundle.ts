import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type Bundle, type EntryText, makeBundle } from '../../contract/catalogue/bundle.ts';
import { ENTRY_SCHEMAS, type EntryKind, placeSchema, profileSchema, themeSchema, phraseSchema } from '../../contract/catalogue/entries.ts';
import { sharedTemplateSchema } from '../../contract/catalogue/template.ts';
import { type DepartmentSource, readDepartment } from './read-department.ts';
import { readChecked, readIfThere } from './read-source.ts';
import { SourceError } from './source-error.ts';
import { aboutSchema, departmentOrderSchema } from './source-schemas.ts';

/** Makes the catalogue from `dir/source/` and the items of one file each in `dir/items/`. The same files, the same bytes. */
export function buildBundle(dir: string): Bundle {
  const source = join(dir, 'source');
  const { division, ...about } = readChecked(join(source, 'catalogue.json'), aboutSchema);
  const demand = readIfThere(join(source, 'demand.json'), z.record(z.string(), z.number()), {});
  const order = readChecked(join(source, 'departments.json'), departmentOrderSchema);
  const departments = order.map((place) => ({
    ...place,
    ...readDepartment(join(source, place.id), place.division ?? division, demand),
  }));

  const made = departments.flatMap(({ items }) => items);
  const alone = itemFiles(join(dir, 'items'));
  const items = withPartCodes([...made, ...alone].map(({ from, item }) => ({ from, value: item })));
  return makeBundle(about, [
    ...departments.map(({ department: { id, name, sections }, rank, onHome }) =>
      entry('department', `department ${id}`, { id, name, rank, onHome, sections }),
    ),
    ...readChecked(join(source, 'themes.json'), z.array(themeSchema)).map((theme) => entry('theme', theme.id, theme)),
    ...readChecked(join(source, 'places.json'), z.array(placeSchema)).map((place) => entry('place', place.id, place)),
    ...readChecked(join(source, 'profiles.json'), z.array(profileSchema)).map((one) => entry('profile', one.id, one)),
    ...readChecked(join(source, 'phrases.json'), z.array(phraseSchema)).map((one) => entry('phrase', one.id, one)),
    ...templateFiles(join(source, 'templates')).map((template) => entry('template', template.id, template)),
    ...items.map(({ from, value }) => entry('item', from, value)),
  ]);
}

type Made = DepartmentSource['items'][number];

function itemFiles(folder: string): Made[] {
  return jsonFiles(folder).map((from) => ({ from, item: JSON.parse(readFileSync(from, 'utf8')) as Made['item'] }));
}

function templateFiles(folder: string) {
  return jsonFiles(folder).map((file) => {
    const template = readChecked(file, sharedTemplateSchema);
    if (template.id !== basename(file, '.json')) throw new SourceError(`${file}: id: expected the name of the file`);
    return template;
  });
}

const jsonFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .toSorted()
        .map((name) => join(folder, name))
    : [];

/** The part of a “一件事” that is called as an item is leads to it. */
function withPartCodes(items: readonly { readonly from: string; readonly value: Made['item'] }[]) {
  const codes = new Map(items.map(({ value }) => [value.name.zh, value.code]));
  return items.map(({ from, value }) => {
    if (!value.parts) return { from, value };
    const parts = value.parts.map((part) => {
      const code = part.code ?? codes.get(part.name.zh);
      return code === undefined ? part : { ...part, code };
    });
    return { from, value: { ...value, parts } };
  });
}

/** The text of an entry: parsed first, so that defaults stand in it and keys in their order. */
function entry(kind: EntryKind, from: string, value: unknown): EntryText {
  const parsed = ENTRY_SCHEMAS[kind].safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new SourceError(`${from}: ${issue?.path.map(String).join('.')}: ${issue?.message}`);
  }
  const id = 'code' in parsed.data ? parsed.data.code : parsed.data.id;
  return { kind, id, text: JSON.stringify(parsed.data) };
}
