import { regionsWithin } from '../../../contract/catalogue/regions.ts';
import type { Screen } from '../../../contract/screen.ts';
import { fieldOf } from '../machine/filling.ts';
import { fillingOf, selfServiceOf, type Visit } from '../machine/types.ts';
import type { Surroundings } from './surroundings.ts';
import { toTile } from './tiles.ts';

/** One field of the form that is being filled in. */
export function fillScreen(visit: Visit, around: Surroundings): Screen {
  const item = selfServiceOf(visit);
  const filling = fillingOf(visit);
  const field = fieldOf(item, filling);
  return {
    name: 'fill',
    item: toTile(item, around),
    field,
    step: filling.index + 1,
    steps: item.machine.form.length,
    typed: filling.typed,
    value: filling.typed.text,
    ...(filling.fault && { fault: filling.fault }),
    ...(field.type === 'region' && { regions: [...regionsWithin(field.within)] }),
  };
}
