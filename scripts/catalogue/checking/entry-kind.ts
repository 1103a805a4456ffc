import {
  departmentSchema,
  type EntryKind,
  phraseSchema,
  placeSchema,
  profileSchema,
  themeSchema,
} from '../../../contract/catalogue/entries.ts';
import { sharedGuideSchema } from '../../../contract/catalogue/guide.ts';
import { itemSchema } from '../../../contract/catalogue/item.ts';
import { sharedTemplateSchema } from '../../../contract/catalogue/template.ts';

const KEYS: readonly (readonly [EntryKind, readonly string[]])[] = [
  ['item', Object.keys(itemSchema.shape)],
  ['template', Object.keys(sharedTemplateSchema.shape)],
  ['guide', Object.keys(sharedGuideSchema.shape)],
  ['place', Object.keys(placeSchema.shape)],
  ['phrase', Object.keys(phraseSchema.shape)],
  ['profile', Object.keys(profileSchema.shape)],
  ['department', Object.keys(departmentSchema.shape)],
  ['theme', Object.keys(themeSchema.shape)],
];

/** What a file is meant to be, by its keys: the kind that knows most of them; undefined: by none of them. */
export function entryKindOf(value: unknown): EntryKind | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const keys = Object.keys(value);
  const rated = KEYS.map(([kind, own]) => {
    const known = keys.filter((key) => own.includes(key)).length;
    // A key that only this kind has counts: `id` and `name` are everywhere.
    return { kind, known, rating: 2 * known - keys.length - own.length / 100 };
  });
  const [best] = rated.filter(({ known }) => known > 0).toSorted((a, b) => b.rating - a.rating);
  return best?.kind;
}
