import type { z } from 'zod';
import { ENTRY_SCHEMAS, type EntryKind } from '../../contract/catalogue/entries.ts';
import type { CatalogueItem } from '../../contract/catalogue/item.ts';
import { withShared } from '../../contract/catalogue/resolve-shared.ts';

/** One item of a published version, with the guide and the template that it shares; undefined: there is none. */
export function publishedItem(
  code: string,
  textOf: (kind: EntryKind, id: string) => string | undefined,
): CatalogueItem | undefined {
  const read = <K extends EntryKind>(kind: K, id: string): z.output<(typeof ENTRY_SCHEMAS)[K]> | undefined => {
    const text = textOf(kind, id);
    return text === undefined
      ? undefined
      : (ENTRY_SCHEMAS[kind].parse(JSON.parse(text)) as z.output<(typeof ENTRY_SCHEMAS)[K]>);
  };
  const item = read('item', code);
  if (item === undefined) return undefined;
  const guide = item.sharedGuide === undefined ? undefined : read('guide', item.sharedGuide);
  const shared =
    'document' in item.machine && item.machine.document.kind === 'shared' ? item.machine.document : undefined;
  const template = shared && read('template', shared.template);
  return withShared(
    item,
    new Map(template ? [[template.id, template]] : []),
    new Map(guide ? [[guide.id, guide]] : []),
  );
}
