import type { Screen } from '../../../contract/screen.ts';
import type { Surroundings } from './surroundings.ts';

/** States of the machine, for whoever mends it. */
export const technicianScreen = (around: Surroundings): Screen => ({
  name: 'technician',
  catalogue: around.catalogueStatus(),
  devices: [...around.deviceHealth()],
  cameras: around.cameras(),
});
