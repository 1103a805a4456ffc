import type { CatalogueItem } from '../../contract/catalogue/item.ts';
import type { SharedTemplate } from '../../contract/catalogue/template.ts';
import type { CatalogueKeeper } from '../catalogue/keeper.ts';
import type { GuideSources } from '../printing/guide/compose-guide.ts';
import type { Surroundings } from '../session/projection/surroundings.ts';

/** Places that stand on the paper. */
const PLACES = 5;

/** What stands on the guide of an item besides the item itself, from the newest catalogue. */
export function guideSources(around: Surroundings, keeper: CatalogueKeeper): (item: CatalogueItem) => GuideSources {
  return (item) => {
    const catalogue = keeper.current();
    return {
      template: guideTemplate(catalogue.guideTemplate()),
      places: catalogue.nearest(item).slice(0, PLACES),
      url: item.guide.offers.includes('qr') ? around.itemUrl(item.code) : null,
    };
  };
}

function guideTemplate(template: SharedTemplate | undefined): GuideSources['template'] {
  if (!template) throw new Error('a guide is asked for that the catalogue has no paper form for');
  const { id: _id, ...rest } = template;
  return rest;
}
