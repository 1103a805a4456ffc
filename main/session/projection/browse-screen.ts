import type { Department } from '../../../contract/catalogue/entries.ts';
import type { CatalogueItem } from '../../../contract/catalogue/item.ts';
import type { Language, Screen } from '../../../contract/screen.ts';
import type { ItemTile, Shelf } from '../../../contract/tiles.ts';
import { currentStop } from '../machine/trail.ts';
import type { Visit } from '../machine/types.ts';
import { itemScreen } from './item-screen.ts';
import { lockerTile } from './locker-screen.ts';
import type { Surroundings } from './surroundings.ts';
import { toTile } from './tiles.ts';

/** More than anybody reads; who sees so many types one letter more. */
const MOST_HITS = 48;

/** Where the person is while looking around. What a newer catalogue has no more is shown as home. */
export function browseScreen(visit: Visit, language: Language, around: Surroundings): Screen {
  const stop = currentStop(visit.trail);
  const catalogue = around.catalogue();
  switch (stop.at) {
    case 'departments':
      return { name: 'departments', departments: catalogue.departments().map((one) => toShelf(one, around)) };
    case 'department': {
      const department = catalogue.departments().find(({ id }) => id === stop.department);
      return department ? departmentScreen(department, stop.section, around) : homeScreen(visit, around);
    }
    case 'themes':
      return { name: 'themes', themes: [...catalogue.themes()] };
    case 'theme': {
      const theme = catalogue.themes().find(({ id }) => id === stop.theme);
      if (!theme) return homeScreen(visit, around);
      return { name: 'theme', theme, items: tiles(catalogue.byTheme(theme.id), around) };
    }
    case 'search':
      return searchScreen(stop.text, language, around);
    case 'item': {
      const item = catalogue.byCode(stop.code);
      return item ? itemScreen(item, visit, around) : homeScreen(visit, around);
    }
    case 'home':
      return homeScreen(visit, around);
  }
}

const tiles = (items: readonly CatalogueItem[], around: Surroundings): ItemTile[] =>
  items.map((item) => toTile(item, around));

const toShelf = ({ id, name }: Pick<Department, 'id' | 'name'>, around: Surroundings): Shelf => ({
  id,
  name,
  items: around.catalogue().byDepartment(id).length,
});

function homeScreen({ card, earlier }: Visit, around: Surroundings): Screen {
  const locker = lockerTile(around);
  const catalogue = around.catalogue();
  const earlierItem = earlier && catalogue.byCode(earlier.itemCode);
  return {
    name: 'home',
    popular: tiles(catalogue.popular(), around),
    departments: catalogue
      .departments()
      .filter(({ onHome }) => onHome)
      .map((department) => toShelf(department, around)),
    ...(locker && { locker: { state: locker, waiting: card ? (around.locker?.pickup.waitingFor(card) ?? 0) : 0 } }),
    ...(earlier && earlierItem && { earlier: { itemName: earlierItem.name, outcome: earlier.outcome } }),
  };
}

function departmentScreen(
  { id, name, sections }: Department,
  chosen: string | undefined,
  around: Surroundings,
): Screen {
  const catalogue = around.catalogue();
  const shelves = sections.map((section) => ({
    ...section,
    items: catalogue.byDepartment(id, section.id).length,
  }));
  return {
    name: 'department',
    department: { id, name },
    sections: shelves.filter(({ items }) => items > 0),
    ...(chosen !== undefined && { section: chosen }),
    items: tiles(catalogue.byDepartment(id, chosen), around),
  };
}

function searchScreen(text: string, language: Language, around: Surroundings): Screen {
  const catalogue = around.catalogue();
  const { hits, total } = catalogue.search(text, MOST_HITS, language);
  return {
    name: 'search',
    text,
    total,
    hits: hits.flatMap(({ code, matched }) => {
      const item = catalogue.byCode(code);
      return item ? [{ item: toTile(item, around), matched }] : [];
    }),
  };
}
