import { type CatalogueItem, isSelfService, type SelfServiceItem } from '../../../contract/catalogue/item.ts';
import { unreachable } from '../../../contract/result.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { unavailable } from '../projection/availability.ts';
import type { Surroundings } from '../projection/surroundings.ts';
import { currentStop, type Stop } from './trail.ts';
import type { Visit } from './types.ts';

/** The page may name a department that a newer catalogue has no more. */
export function stopExists(stop: Stop, catalogue: Catalogue): boolean {
  switch (stop.at) {
    case 'home':
    case 'departments':
    case 'themes':
    case 'search':
      return true;
    case 'department': {
      const department = catalogue.departments().find(({ id }) => id === stop.department);
      return !!department && (stop.section === undefined || department.sections.some(({ id }) => id === stop.section));
    }
    case 'theme':
      return catalogue.themes().some(({ id }) => id === stop.theme);
    case 'item':
      return catalogue.byCode(stop.code) !== undefined;
    default:
      return unreachable(stop);
  }
}

/** The item whose page the person looks at. */
export function stopItem(
  { trail }: Visit,
  itemByCode: (code: string) => CatalogueItem | undefined,
): CatalogueItem | undefined {
  const stop = currentStop(trail);
  return stop.at === 'item' ? itemByCode(stop.code) : undefined;
}

/** An item whose paper is still on its way is not printed a second time by mistake. */
export const isStillPrinting = ({ code }: CatalogueItem, visit: Visit | null): boolean =>
  visit?.earlier?.outcome === 'printing' && visit.earlier.itemCode === code;

/** Whether the item can be begun at this machine, now, by this person. */
export const mayBegin = (item: CatalogueItem, visit: Visit | null, around: Surroundings): item is SelfServiceItem =>
  isSelfService(item) &&
  !isStillPrinting(item, visit) &&
  unavailable(item, around) === undefined &&
  mayIdentify(item, visit, around);

/** Nobody is asked for a card that the reader cannot read. */
const mayIdentify = ({ machine }: SelfServiceItem, visit: Visit | null, around: Surroundings): boolean =>
  machine.identity === 'none' || !!visit?.card || around.readerReady();

/** Whether a guide can be printed at this machine, now. */
export const mayPrintGuide = (around: Surroundings): boolean =>
  around.printerReady() && around.catalogue().guideTemplate() !== undefined;
