import { deviceNameSchema } from '../../../contract/device-status.ts';
import { loadDriver } from '../../../native/device/drivers.ts';
import { openHostChannel } from './host-channel.ts';
import { endOnlyInOrder } from './host-end.ts';
import { serveDevice } from './serve-device.ts';

/** The process of one device. It is told by the core which one; it ends when the core has ended. */
endOnlyInOrder();
serveDevice({
  channel: openHostChannel(() => process.exit(0)),
  loadDriver: (device, driver) => loadDriver(deviceNameSchema.parse(device), driver),
  onStopped: () => process.exit(0),
});
