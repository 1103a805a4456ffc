import type { Item } from '../../../contract/item.ts';
import type { ItemTile } from '../../../contract/screen.ts';
import type { Surroundings } from './surroundings.ts';

/** An item as the page shows it, with the reason why it cannot be finished here and now. */
export function toTile(item: Item, { offline, printerReady }: Surroundings): ItemTile {
  const { code, name, icon, department } = item;
  const tile = { code, name, icon, department };
  if (offline()) return { ...tile, unavailable: 'needsNetwork' };
  // A laid-out record can at least be looked at; a finished PDF is of use on paper only.
  if (!printerReady() && item.document.kind === 'delivered') return { ...tile, unavailable: 'needsPrinter' };
  return tile;
}
