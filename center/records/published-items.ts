import type { EntryText } from '../../contract/catalogue/bundle.ts';
import { checkEntries } from '../../contract/catalogue/check-entries.ts';
import type { Manifest } from '../../contract/catalogue/manifest.ts';
import { type AnsweredItems, answeredItems } from './answered-items.ts';

/** The newest catalogue that the center has given out. */
export interface Published {
  version(): number;
  current(): { readonly manifest: Manifest; readonly entries: readonly EntryText[] } | undefined;
}

/**
 * What the center answers: always the items of the newest version, read when it is first asked for. Without a catalogue
 * only the items with a record kind of their own are answered.
 */
export function publishedItems(published: Published): AnsweredItems {
  let read: { readonly version: number; readonly items: AnsweredItems } | undefined;
  return (itemCode) => {
    const version = published.version();
    if (read?.version !== version) read = { version, items: readItems(published) };
    return read.items(itemCode);
  };
}

function readItems(published: Published): AnsweredItems {
  const current = published.current();
  if (current === undefined) return answeredItems([]);
  const texts = new Map(current.manifest.entries.map(({ digest }, at) => [digest, current.entries[at]?.text ?? '']));
  const checked = checkEntries({ manifest: JSON.stringify(current.manifest), texts });
  // It was checked before it was published.
  if (!checked.ok)
    throw new Error(`the published catalogue is damaged: ${checked.error.reason} ${checked.error.detail}`);
  // One item that cannot be answered must not close all others; the test of the catalogue finds it.
  return answeredItems(checked.value.items, () => undefined);
}
