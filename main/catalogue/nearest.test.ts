import { expect, test } from 'vitest';
import type { Place } from '../../contract/catalogue/entries.ts';
import { isSelfService } from '../../contract/catalogue/item.ts';
import { metresBetween, nearestPlaces } from './nearest.ts';
import { seedCatalogue } from './testing.ts';

const items = seedCatalogue().items;
const print = items.find((item) => isSelfService(item) && item.machine.kind === 'print');
const apply = items.find((item) => item.machine.kind === 'apply');
if (!print || !apply) throw new Error('the seed has too few items');

const words = { zh: '样本', en: 'Sample' };
const place = (id: string, change: Partial<Place>): Place => ({
  id,
  kind: 'machine',
  name: words,
  address: words,
  hours: words,
  phone: '12345',
  latitude: 30.9,
  longitude: 121.5,
  devices: ['idCard', 'document'],
  departments: [],
  ...change,
});
const here = place('here', { kioskId: '310120-0042' });
const near = place('near', { latitude: 30.91 });
const far = place('far', { latitude: 30.99 });
const bare = place('bare', { devices: [] });
const hall = place('hall', { kind: 'hall', latitude: 30.95, departments: [apply.department, print.department] });
const foreign = place('foreign', { kind: 'hall', departments: ['nothing-of-this'] });
const all = [far, bare, foreign, hall, here, near];

const ids = (item: typeof print, kioskId = '310120-0042') => nearestPlaces(all, item, kioskId).map(({ id }) => id);

test('the nearest first, never this machine, and only machines that have the devices', () => {
  expect(ids(print)).toEqual(['near', 'hall', 'far']);
});

test('what ends at no machine goes on at a counter of its department', () => {
  expect(ids(apply)).toEqual(['hall']);
});

test('a machine that does not know where it stands tells the places in their order, without metres', () => {
  const places = nearestPlaces(all, print, '310120-9999');
  expect(places.map(({ id }) => id)).toEqual(['far', 'hall', 'here', 'near']);
  expect(places.every(({ metres }) => metres === undefined)).toBe(true);
});

test('a hundredth of a degree to the north is 1,112 metres', () => {
  expect(metresBetween(here, near)).toBe(1112);
  expect(metresBetween(here, here)).toBe(0);
});
