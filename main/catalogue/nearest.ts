import type { Place } from '../../contract/catalogue/entries.ts';
import { type CatalogueItem, isSelfService } from '../../contract/catalogue/item.ts';

/** A place, and how far away as the crow flies; absent where it is not known where this machine stands. */
export interface PlaceAway extends Place {
  readonly metres?: number;
}

const EARTH_RADIUS_METRES = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

type Point = Pick<Place, 'latitude' | 'longitude'>;

/** Haversine; within a city exact to a fraction of a percent. */
export function metresBetween(a: Point, b: Point): number {
  const chord =
    Math.sin(radians(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(radians(a.latitude)) *
      Math.cos(radians(b.latitude)) *
      Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return Math.round(2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(chord)));
}

/** A machine with the devices that the item needs; a hall with a counter of its department. */
function serves(place: Place, item: CatalogueItem): boolean {
  if (place.kind === 'hall') return place.departments.length === 0 || place.departments.includes(item.department);
  const { kind, devices } = item.machine;
  // A machine takes in nothing and gives out nothing that is not finished at a machine, but for what lies in its locker.
  const atMachines = isSelfService(item) || kind === 'pickup' || kind === 'pay';
  return atMachines && devices.every((device) => place.devices.includes(device));
}

/** Where an item goes on, the nearest first; never the machine with `kioskId` itself. */
export function nearestPlaces(places: readonly Place[], item: CatalogueItem, kioskId: string): readonly PlaceAway[] {
  const here = places.find((place) => place.kioskId === kioskId);
  const others = places.filter((place) => place !== here && serves(place, item));
  if (!here) return others;
  return others
    .map((place) => ({ ...place, metres: metresBetween(here, place) }))
    .toSorted((a, b) => a.metres - b.metres);
}
