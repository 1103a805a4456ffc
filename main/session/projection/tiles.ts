import { type CatalogueItem, isSelfService } from '../../../contract/catalogue/item.ts';
import type { ItemTile } from '../../../contract/tiles.ts';
import { unavailable } from './availability.ts';
import type { Surroundings } from './surroundings.ts';

/** An item as the page shows it, with the reason why it cannot be finished here and now. */
export function toTile(item: CatalogueItem, around: Surroundings): ItemTile {
  const { code, name, icon, department } = item;
  const reason = unavailable(item, around);
  return { code, name, icon, department, finishes: isSelfService(item), ...(reason && { unavailable: reason }) };
}
