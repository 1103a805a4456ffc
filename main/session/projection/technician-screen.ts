import type { NeededDevice } from '../../../contract/catalogue/machine.ts';
import type { Screen } from '../../../contract/screen.ts';
import type { Surroundings } from './surroundings.ts';

/** States of the machine, for whoever mends it. */
export function technicianScreen(around: Surroundings): Screen {
  const { hasDevice, readerReady, printerReady } = around;
  const state = (device: NeededDevice, ready: () => boolean) => {
    if (!hasDevice(device)) return 'absent';
    return ready() ? 'ready' : 'notReady';
  };
  return {
    name: 'technician',
    catalogue: around.catalogueStatus(),
    devices: [
      { device: 'idCard', state: state('idCard', readerReady) },
      { device: 'document', state: state('document', printerReady) },
      // A receipt printer is asked only when it has something to print.
      { device: 'receipt', state: hasDevice('receipt') ? 'unknown' : 'absent' },
    ],
    cameras: around.cameras(),
  };
}
