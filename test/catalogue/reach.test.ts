import { expect, test } from 'vitest';
import type { CatalogueItem } from '../../contract/catalogue/item.ts';
import { seedCatalogue } from '../../main/catalogue/testing.ts';
import {
  DEPARTMENTS_SHOWN,
  HOME_CHIPS,
  ITEMS_SHOWN,
  POPULAR_SHOWN,
  USUAL_SHOWN,
} from '../../renderer/resident/capacities.ts';

const catalogue = seedCatalogue();

const onHome = catalogue.departments().filter((department) => department.onHome);

/** Touches from the home page of a portrait screen until the item is chosen, by departments alone; no page is turned. */
function touches(item: CatalogueItem): number {
  if (catalogue.popular().slice(0, POPULAR_SHOWN).includes(item)) return 1;
  const department = catalogue.departments().find(({ id }) => id === item.department);
  if (!department) return Number.POSITIVE_INFINITY;
  const seenOnHome = onHome.indexOf(department) !== -1 && onHome.indexOf(department) < HOME_CHIPS;
  const toDepartment = seenOnHome
    ? 1
    : catalogue.departments().indexOf(department) < DEPARTMENTS_SHOWN
      ? 2
      : Number.POSITIVE_INFINITY;
  if (department.sections.length === 0) {
    const place = catalogue.byDepartment(department.id).indexOf(item);
    return place < ITEMS_SHOWN ? toDepartment + 1 : Number.POSITIVE_INFINITY;
  }
  if (catalogue.byDepartment(department.id).indexOf(item) < USUAL_SHOWN) return toDepartment + 1;
  const place = catalogue.byDepartment(department.id, item.section).indexOf(item);
  return place < ITEMS_SHOWN ? toDepartment + 2 : Number.POSITIVE_INFINITY;
}

test('every item is three touches away from the home page at most, without turning a page', () => {
  const far = catalogue.items.filter((item) => touches(item) > 3);
  expect(far.map(({ name, department, section }) => `${name.zh} (${department}/${section ?? ''})`)).toEqual([]);
});

test('all departments of the home page stand on it', () => {
  expect(onHome.length).toBeLessThanOrEqual(HOME_CHIPS);
});
