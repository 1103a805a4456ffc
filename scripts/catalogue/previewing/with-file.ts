import { type Bundle, makeBundle } from '../../../contract/catalogue/bundle.ts';
import { checkEntries } from '../../../contract/catalogue/check-entries.ts';
import type { CatalogueEntries } from '../../../contract/catalogue/checked.ts';
import type { Item } from '../../../contract/catalogue/item.ts';
import type { Manifest } from '../../../contract/catalogue/manifest.ts';

/** The catalogue as it would be with an item that was checked but not published. */
export function withItem({ manifest, texts }: Bundle, item: Item): CatalogueEntries {
  // Read and checked a moment ago.
  const { entries, ...about } = JSON.parse(manifest) as Manifest;
  const others = entries.filter(({ kind, id }) => !(kind === 'item' && id === item.code));
  const bundle = makeBundle(about, [
    ...others.map(({ kind, id, digest }) => ({ kind, id, text: texts.get(digest) ?? '' })),
    { kind: 'item', id: item.code, text: JSON.stringify(item) },
  ]);
  const checked = checkEntries(bundle);
  if (checked.ok) return checked.value;
  throw new Error(`an item that was checked is refused: ${checked.error.reason} ${checked.error.detail}`);
}
