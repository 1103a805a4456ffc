import { deviceNameSchema } from '../../contract/device-status.ts';
import { serveDevice } from '../../main/devices/host/serve-device.ts';
import type { CoreToHost, HostToCore } from '../../main/devices/host-protocol.ts';
import type { HostExit, StartHost } from '../../main/devices/host-starter.ts';
import { loadDriver } from '../../native/device/drivers.ts';

/**
 * Runs the very code of a device's process in this one, with messages copied as between processes. A driver that throws
 * is an unhandled error here; one that hangs hangs this process.
 */
export const inProcessHostStarter: StartHost = () => {
  let toHost: ((message: CoreToHost) => void) | undefined;
  let toCore: ((message: HostToCore) => void) | undefined;
  let ended: ((exit: HostExit) => void) | undefined;
  serveDevice({
    channel: {
      send: (message) => queueMicrotask(() => toCore?.(structuredClone(message))),
      onMessage(listener) {
        toHost = listener;
      },
    },
    loadDriver: (device, driver) => loadDriver(deviceNameSchema.parse(device), driver),
    onStopped: () => ended?.({ code: 0, signal: null }),
  });
  return {
    pid: process.pid,
    send: (message) => queueMicrotask(() => toHost?.(structuredClone(message))),
    onMessage(listener) {
      toCore = listener;
    },
    onExit(listener) {
      ended = listener;
    },
    kill: () => ended?.({ code: null, signal: 'SIGKILL' }),
  };
};
